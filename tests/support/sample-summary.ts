import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bodyText, inlineText } from '../../main/contract/body.ts';
import { WiredeskError } from '../../main/contract/failure.ts';
import type { Picture } from '../../main/contract/picture.ts';
import { countText } from '../../main/contract/story.ts';
import { type IntakeStory, readFile } from '../../main/core/intake/read.ts';
import { parseCaption } from '../../main/core/pictures/caption/parse.ts';
import { formats } from '../../main/core/wire/formats.ts';
import { sharedPath } from './shared.ts';

/**
 * What the readers make of every file of `../shared/samples`, as values that quote none of it: lengths, counts, short
 * identifiers, and a hash of each text. `tests/fixtures/wire/samples.json` states them, looked over file by file.
 * Run to state them anew, then read the difference: node_modules/.bin/node tests/support/sample-summary.ts
 */

export const samplesFile = new URL('../fixtures/wire/samples.json', import.meta.url);

/** Every sample but those that are schemas, vocabularies or pictures, by its path. */
export function sampleFiles(): readonly string[] {
  const root = sharedPath('samples');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map(name => join(root, name))
    .filter(path => statSync(path).isFile() && !/\.(?:md|jpe?g)$|schema|should_fail|not-valid/iu.test(path))
    .map(path => relative(root, path))
    .sort();
}

export async function summaryOf(sample: string): Promise<unknown> {
  let ids = 0;
  const context = {
    ids: () => {
      ids += 1;
      return `id-${ids}`;
    },
    now: new Date('2026-11-23T12:00:00Z'),
    parseCaption,
    readers: formats,
  };
  const bytes = readFileSync(join(sharedPath('samples'), sample));
  try {
    const { format, stories } = await readFile({ name: sample.split('/').at(-1) ?? sample, bytes }, context);
    return { format, stories: stories.map(storySummary) };
  } catch (error) {
    if (error instanceof WiredeskError) return { refused: error.code };
    throw error;
  }
}

function storySummary({ story, problems, media }: IntakeStory): unknown {
  const { fields, body, pictures } = story;
  const text = bodyText(body, { notes: true });
  const { dateline, embargo } = fields;
  return said({
    guid: story.guid?.slice(0, 90),
    version: story.version,
    state: story.state,
    created: story.created,
    headline: mark(fields.headline),
    slugline: fields.slugline?.slice(0, 40),
    subhead: mark(fields.subhead),
    byline: mark(fields.byline),
    abstract: mark(fields.abstract),
    dateline: dateline
      ? [dateline.place, dateline.country, dateline.date, dateline.source].join('|')
      : undefined,
    action: fields.editorialAction === 'new' ? undefined : fields.editorialAction,
    takeKey: fields.takeKey,
    urgency: fields.urgency,
    language: fields.language,
    category: fields.category,
    keywords: fields.keywords?.length,
    subjects: fields.subjects?.length,
    places: fields.places?.length,
    people: fields.people?.length,
    organisations: fields.organisations?.length,
    source: fields.source?.slice(0, 40),
    copyrightHolder: fields.copyrightHolder?.slice(0, 40),
    copyrightNotice: mark(fields.copyrightNotice),
    usageTerms: mark(fields.usageTerms),
    edNote: mark(fields.edNote),
    internalNote: mark(fields.internalNote),
    embargo: embargo ? (embargo.until ?? 'open') : undefined,
    expires: fields.expires,
    signOff: fields.signOff,
    blocks: blockCounts(body.blocks.map(block => block.type)),
    words: countText(text, fields.language ?? 'en').words,
    copy: mark(text),
    pictures: pictures.map(pictureSummary),
    media: media.length,
    problems: blockCounts(problems.map(problem => problem.code)),
  });
}

function pictureSummary(picture: Picture): unknown {
  return said({
    caption: mark(inlineText(picture.caption)),
    headline: mark(picture.headline),
    credit: picture.creditLine.slice(0, 40),
    creator: picture.creator.slice(0, 40),
    source: picture.source.slice(0, 40),
    dateCreated: picture.dateCreated,
    altText: mark(picture.altText),
    copyright: mark(picture.copyrightNotice),
    usageTerms: mark(picture.usageTerms),
    instructions: mark(picture.instructions),
    people: picture.people.length,
    rights: picture.restrictions.map(({ kind, territories }) => [kind, ...territories].join(' ')),
  });
}

/** How long a text is and which it is, without saying it. */
function mark(text: string | undefined): string | undefined {
  return text ? `${text.length} ${createHash('sha256').update(text).digest('hex').slice(0, 8)}` : undefined;
}

function blockCounts(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
}

/** Without what is empty: a table is read by what stands in it. */
function said(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) =>
        value !== undefined && value !== '' && value !== 0 && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

if (import.meta.filename === process.argv[1]) {
  const table: Record<string, unknown> = {};
  for (const sample of sampleFiles()) table[sample] = await summaryOf(sample);
  writeFileSync(samplesFile, `${JSON.stringify(table, null, 2)}\n`);
}
