import type { Body } from '../../contract/body.ts';
import type { Picture } from '../../contract/picture.ts';
import type { Dateline, Story } from '../../contract/story.ts';
import { dayInWords } from './time.ts';

/** A dateline as it is printed: `PORT SELWYN, Westmark, March 3 (Agency)`; empty where nothing is known. */
export function datelineText(dateline: Dateline, language: string): string {
  const place = [dateline.place, dateline.country, dayInWords(dateline.date, language)]
    .filter(Boolean)
    .join(', ');
  return [place, dateline.source ? `(${dateline.source})` : ''].filter(Boolean).join(' ');
}

/** The pictures of a story by identifier. */
export function picturesById(story: Pick<Story, 'pictures'>): ReadonlyMap<string, Picture> {
  return new Map(story.pictures.map(picture => [picture.id, picture]));
}

/** The pictures that no block of the copy places, in the story's order: they go with the story all the same. */
export function unplacedPictures(story: Pick<Story, 'pictures' | 'body'>): readonly Picture[] {
  const placed = placedPictures(story.body);
  return story.pictures.filter(picture => !placed.has(picture.id));
}

function placedPictures(body: Body): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const block of body.blocks) {
    for (const each of block.type === 'box' ? block.blocks : [block])
      if (each.type === 'picture') ids.add(each.pictureId);
  }
  return ids;
}
