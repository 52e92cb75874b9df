import type { z } from 'zod';
import { type Problem, problem } from '../../../contract/failure.ts';
import type { Story } from '../../../contract/story.ts';
import { transliterate } from '../ascii.ts';
import { copyParagraphs } from '../copy-lines.ts';
import type { WriteContext, Written } from '../format.ts';
import { labelledLines, pictureLines } from '../labelled-lines.ts';
import { carriesContent, embargoWords, statusWords } from '../status.ts';
import { datelineText } from '../story-words.ts';
import { singleLine } from '../text.ts';
import {
  eot,
  etx,
  longestKeyword,
  priorityLetter,
  readSlugLine,
  slugLine,
  soh,
  storyFormat,
  stx,
  syn,
  us,
} from './frame.ts';
import type { anpa1312Options } from './options.ts';

type Options = z.output<typeof anpa1312Options>;

/** International, as most of what crosses between houses. */
const anyCategory = 'i';

/** A story as one ANPA 1312 message in 7-bit ASCII, its header lines between `^` and `<`, a tab before each paragraph. */
export function writeAnpa1312(story: Story, options: Options, context: WriteContext): Written {
  const { fields } = story;
  const content = carriesContent(story);
  const copy = content ? copyParagraphs(story) : [];
  const words = copy.reduce((sum, each) => sum + each.split(' ').length, 0);
  const problems: Problem[] = [];
  const changes = new Map<string, string>();
  const ink = (text: string): string => {
    const written = transliterate(plainMarks(text));
    for (const { from, to } of written.changes) changes.set(from, to);
    return written.text;
  };

  const slug = { slug: singleLine(fields.slugline) || 'Story', take: singleLine(fields.takeKey) };
  const whole = ink(`${options.cycle}-${slug.slug}`).replace(/\s+/g, '-');
  const keyword = whole.slice(0, longestKeyword);
  if (keyword.length < whole.length)
    problems.push(
      problem(
        'warning',
        'cut',
        `The keyword holds ${longestKeyword} characters: “${whole}” becomes “${keyword}”.`,
        {
          field: 'slugline',
        },
      ),
    );
  const lines = [
    `${syn}${syn}${soh}${options.service}${String(story.version % 10_000).padStart(4, '0')}${us}${options.selector}-`,
    `${priorityLetter(fields.priority)} ${category(fields.category)}${storyFormat} ${keyword} ${ink(slug.take).replace(/\s+/g, '')}   ${monthDay(story.updated)} ${String(Math.min(words, 9_999)).padStart(4, '0')}`,
    ...headerLines(story, slug, options, words, content).map(
      (line, index) => `${index === 0 ? stx : ''}^${ink(line)}<`,
    ),
    ...bylines(story).map(line => `^${ink(line)}=`),
    ...copyLines(story, copy).map(paragraph => `\t${ink(paragraph)}`),
    ...(singleLine(fields.signOff) === '' ? [] : [`\t(${ink(singleLine(fields.signOff))})`]),
    `\t${etx}${trailer(context)}<`,
    '',
    '\f',
    eot,
  ];
  problems.push(
    ...[...changes].map(([from, to]) =>
      problem('warning', 'transliterated', `The wire has no “${from}”: “${to}” is written instead.`),
    ),
  );
  const bytes = new Uint8Array(Buffer.from(lines.map(line => `${line}\r\n`).join(''), 'latin1'));
  return { files: [{ path: `${context.baseName}.txt`, mediaType: 'text/plain', bytes }], problems };
}

/** Marks that the wire gives a meaning of its own: quotes and dashes as AP sets them, `^`, `<` and `>` as brackets. */
function plainMarks(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f]/gu, ' ')
    .replace(/[“„«]/gu, '``')
    .replace(/[”»]/gu, "''")
    .replace(/ [–—] /gu, ' _ ')
    .replaceAll('^', "'")
    .replaceAll('<', '(')
    .replaceAll('>', ')');
}

function category(name: string): string {
  return /^[A-Za-z]$/.test(name) ? name : anyCategory;
}

function monthDay(time: string): string {
  const date = new Date(time);
  const two = (number: number): string => String(number).padStart(2, '0');
  return Number.isNaN(date.getTime()) ? '01-01' : `${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/** Slug, acts, headline, notes and what has no field of its own, each a line between `^` and `<`. */
function headerLines(
  story: Story,
  slug: { readonly slug: string; readonly take: string },
  { cycle }: Options,
  words: number,
  content: boolean,
): readonly string[] {
  const { fields, state } = story;
  const first = slugLine(slug, cycle, words);
  const back = readSlugLine(first);
  return [
    first,
    singleLine(fields.headline) || 'Untitled',
    singleLine(fields.subhead) === '' ? '' : `Subhead: ${singleLine(fields.subhead)}`,
    // A comma in either, and the first line says something else.
    back.slug === slug.slug ? '' : `Slugline: ${slug.slug}`,
    back.take === slug.take ? '' : `Take: ${slug.take}`,
    statusWords({ state, fields }),
    fields.editorialAction === 'correction' ? 'CORRECTION' : '',
    fields.editorialAction === 'update' ? 'UPDATE' : '',
    embargoWords(fields.embargo),
    fields.keywords.length === 0
      ? ''
      : `Keywords: ${fields.keywords.map(word => singleLine(word).replaceAll('/', '-')).join('/')}`,
    ...labelledLines(
      story,
      /^[A-Za-z]$/.test(fields.category) && fields.category !== anyCategory
        ? ['category', 'bylineTitle']
        : ['bylineTitle'],
    ),
    ...(content ? pictureLines(story) : []),
  ].filter(line => line !== '');
}

/** Byline and its title, lines that end in `=` (AP). */
function bylines({ fields }: Story): readonly string[] {
  const byline = singleLine(fields.byline);
  const title = singleLine(fields.bylineTitle);
  return [byline === '' && title !== '' ? 'By' : byline, title].filter(line => line !== '');
}

function copyLines({ fields }: Story, paragraphs: readonly string[]): readonly string[] {
  const dateline = singleLine(datelineText(fields.dateline, fields.language));
  const [first = '', ...rest] = paragraphs;
  return dateline === '' || first === '' ? paragraphs : [`${dateline} _ ${first}`, ...rest];
}

function trailer({ now, provider }: WriteContext): string {
  const house =
    transliterate(provider.name)
      .text.replace(/[^A-Za-z]/g, '')
      .slice(0, 3)
      .toUpperCase() || 'WIR';
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${two(now.getUTCMonth() + 1)}-${two(now.getUTCDate())}-${two(now.getUTCFullYear() % 100)}`;
  return `${house}-WF-${day} ${two(now.getUTCHours())}${two(now.getUTCMinutes())}GMT`;
}
