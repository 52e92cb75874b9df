import type { z } from 'zod';
import type { Story } from '../../../contract/story.ts';
import type { WriteContext, Written } from '../format.ts';
import { pictureRecords, type RecordValue, type StoryRecord, storyRecord } from '../record.ts';
import { carriesContent, embargoWords, statusWords } from '../status.ts';
import { element, htmlFragment } from '../xml.ts';
import { writeYaml } from '../yaml.ts';
import { markdownBody } from './body.ts';
import { markdownInlines } from './inlines.ts';
import type { markdownOptions } from './options.ts';

/** The class of the paragraphs that say in words what the front matter says: they are no copy. */
export const noticeClass = 'wire-notice';

/** Front matter's names for what tools that make pages call otherwise. */
export const frontMatterNames = { headline: 'title', abstract: 'description' } as const;

/**
 * A story as Markdown: YAML front matter with every field and picture, then the copy in CommonMark with GFM tables
 * and strikethrough.
 */
export function writeMarkdown(
  story: Story,
  _options: z.output<typeof markdownOptions>,
  context: WriteContext,
): Written {
  const address = pictureAddress(story, context);
  const notices = [statusWords(story), embargoWords(story.fields.embargo)]
    .filter(words => words !== '')
    .map(words => htmlFragment([element('p', { class: noticeClass }, words)]));
  const copy = carriesContent(story) ? markdownBody(story, address) : [];
  const text = `---\n${writeYaml(frontMatter(story, context))}---\n${[...notices, ...copy].map(block => `\n${block}\n`).join('')}`;
  const file = {
    path: `${context.baseName}.md`,
    mediaType: 'text/markdown; charset=utf-8',
    bytes: new TextEncoder().encode(text),
  };
  return { files: [file], problems: [] };
}

function frontMatter(story: Story, context: WriteContext): StoryRecord {
  const names: Readonly<Record<string, string>> = frontMatterNames;
  const fields = Object.entries(storyRecord(story)).map(
    ([name, value]) => [names[name] ?? name, value] as const,
  );
  const pictures = pictureRecords(story, context).map((record, index): RecordValue => {
    const picture = story.pictures[index];
    const caption = picture ? markdownInlines(picture.caption, 'lines') : '';
    return caption === '' ? record : { ...record, caption };
  });
  return { ...Object.fromEntries(fields), ...(pictures.length === 0 ? {} : { pictures }) };
}

/** The address of the n-th entry of the front matter's `pictures`, for one that has no file. */
export const numberedPicture = /^#picture-(\d{1,6})$/u;

function pictureAddress(story: Story, context: WriteContext) {
  return (picture: Story['pictures'][number]) => {
    const path = context.mediaPath(picture);
    return path === null ? `#picture-${story.pictures.indexOf(picture) + 1}` : encodeURI(path.toWellFormed());
  };
}
