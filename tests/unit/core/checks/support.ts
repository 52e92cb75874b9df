import { type Body, plainInlines } from '../../../../main/contract/body.ts';
import { Picture } from '../../../../main/contract/picture.ts';
import { countBody, emptyFields, type Story, type StoryFields } from '../../../../main/contract/story.ts';
import { runChecks } from '../../../../main/core/checks/checks.ts';
import { fullStory } from '../../../support/story.ts';

/** Small stories with nothing wrong but what a test makes wrong. */

export const now = new Date('2026-03-04T12:00:00Z');
const complete: Partial<StoryFields> = { headline: 'Lock opens', slugline: 'LOCK' };

export function body(...texts: readonly string[]): Body {
  return {
    version: 1,
    blocks: texts.map((text, index) => ({
      id: `p${index}`,
      type: 'paragraph' as const,
      inlines: plainInlines(text),
    })),
  };
}

export function story(parts: {
  fields?: Partial<StoryFields>;
  body?: Body;
  pictures?: readonly Partial<Picture>[];
}): Story {
  const copy = parts.body ?? body('The harbour has a new lock.');
  const fields = { ...emptyFields, ...complete, ...parts.fields };
  return {
    ...fullStory,
    fields,
    body: copy,
    counts: countBody(copy, fields.language),
    pictures: (parts.pictures ?? []).map((picture, index) =>
      Picture.parse({
        id: `picture-${index + 1}`,
        caption: plainInlines('Ada Lindqvist opens the lock.'),
        creditLine: 'Tomas Reyl',
        altText: 'A woman turns a wheel.',
        dateCreated: '2026-03-03',
        location: { created: { city: 'Port Selwyn' } },
        file: { sha256: 'a'.repeat(64), mediaType: 'image/png', bytes: 1, width: 1, height: 1, name: 'lock' },
        ...picture,
      }),
    ),
  };
}

export const codes = (checked: Story): readonly string[] =>
  runChecks(checked, { now, destination: null }).map(({ severity, code }) => `${severity} ${code}`);
export const copy = (...texts: readonly string[]): readonly string[] =>
  codes(story({ body: body(...texts) }));
