import { inlineText } from '../../contract/body.ts';
import type { ParsedCaption, Picture } from '../../contract/picture.ts';
import type { Story } from '../../contract/story.ts';
import { parseCaption } from '../pictures/caption/parse.ts';

/** A picture's caption in this use, read once for all the checks of captions. */
export interface ReadCaption {
  readonly picture: Picture;
  /** 'Picture 2'. */
  readonly name: string;
  readonly text: string;
  readonly parsed: ParsedCaption;
}

const read = new WeakMap<Picture, Pick<ReadCaption, 'text' | 'parsed'>>();

/** The captions of a story's pictures that have one, in their order. */
export function captionsOf(story: Story): readonly ReadCaption[] {
  return story.pictures.flatMap((picture, index) => {
    const known = read.get(picture) ?? readCaption(picture);
    read.set(picture, known);
    return known.text.trim() === '' ? [] : [{ ...known, picture, name: `Picture ${index + 1}` }];
  });
}

function readCaption(picture: Picture): Pick<ReadCaption, 'text' | 'parsed'> {
  const text = inlineText(picture.caption);
  return { text, parsed: parseCaption(text) };
}
