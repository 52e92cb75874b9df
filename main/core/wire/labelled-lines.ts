import type { SomeFields, Story, StoryFields } from '../../contract/story.ts';
import { captionText, creditText, restrictionWords } from './picture-words.ts';
import { joinTexts, singleLine } from './text.ts';
import { utcTime } from './time.ts';

/**
 * What wires of plain text have no field for, as lines that say what they are: `Usage terms: For subscribers only.`
 * A person reads them, and `readLabelled` reads them back.
 */

/** The fields that travel as labelled lines, with the label of each. */
const labels = {
  bylineTitle: 'Byline title',
  abstract: 'Abstract',
  edNote: 'Note to editors',
  correctionNote: 'Correction',
  usageTerms: 'Usage terms',
  copyrightNotice: 'Copyright',
  source: 'Source',
  language: 'Language',
  category: 'Category',
  genre: 'Genre',
  expires: 'Expires',
} as const;
type LabelledField = keyof typeof labels;

const embargoLabel = 'Embargo';
const datelineLabel = 'Dateline';
const openEmbargo = 'until released by the sender';

/** Every line of a story that has words, a line for each line of a text; a text's next lines are set in. */
export function labelledLines(story: Story, omit: readonly LabelledField[] = []): readonly string[] {
  const { fields } = story;
  const lines = (Object.keys(labels) as LabelledField[])
    .filter(name => !omit.includes(name))
    .flatMap(name => labelled(labels[name], textOfField(fields, name)));
  const { embargo } = fields;
  const held =
    embargo === null ? '' : embargo.until === null ? openEmbargo : (utcTime(embargo.until) ?? openEmbargo);
  return [
    ...lines,
    ...labelled(embargoLabel, held),
    ...labelled(datelineLabel, datelineParts(fields.dateline)),
  ];
}

/** The four parts of a dateline apart by bars: as printed, nobody could tell a country from a date. */
function datelineParts({ place, country, date, source }: StoryFields['dateline']): string {
  const parts = [place, country, date, source].map(part => singleLine(part).replaceAll('|', '/'));
  return parts.every(part => part === '') ? '' : parts.join('|');
}

function textOfField(fields: StoryFields, name: LabelledField): string {
  return name === 'expires' ? (utcTime(fields.expires) ?? '') : fields[name];
}

function labelled(label: string, text: string): readonly string[] {
  const [first, ...rest] = text
    .split(/\r\n|[\r\n]/)
    .map(singleLine)
    .filter(line => line !== '');
  return first === undefined ? [] : [`${label}: ${first}`, ...rest.map(line => `${label}: ${line}`)];
}

/** Pictures cannot travel on such a wire: their words do, so that a desk can ask for them. */
export function pictureLines(story: Pick<Story, 'pictures'>): readonly string[] {
  return story.pictures.map((picture, index) => {
    const words = [
      singleLine(captionText(picture)),
      creditText(picture) === '' ? '' : `(${singleLine(creditText(picture))})`,
      singleLine(restrictionWords(picture)),
      picture.altText === '' ? '' : `Alt text: ${singleLine(picture.altText)}`,
    ];
    return `Photo ${index + 1}: ${joinTexts(words, ' ')}`;
  });
}

export interface LabelledLine {
  readonly name: LabelledField | 'embargo' | 'dateline' | 'photo';
  readonly words: string;
}

/** The field of a labelled line with its words; null for a line that is none. */
export function readLabelled(line: string): LabelledLine | null {
  const match = /^([A-Z][A-Za-z ]{2,20}?)(?: \d+)?: (.+)$/.exec(line.trim());
  if (!match) return null;
  const [, label = '', words = ''] = match;
  if (label === embargoLabel) return { name: 'embargo', words };
  if (label === datelineLabel) return { name: 'dateline', words };
  if (label === 'Photo') return { name: 'photo', words };
  const found = (Object.keys(labels) as LabelledField[]).find(name => labels[name] === label);
  return found ? { name: found, words } : null;
}

/** The fields that a run of labelled lines fills; lines of one label are lines of one text. */
export function labelledFields(lines: readonly LabelledLine[]): SomeFields {
  const texts = new Map<string, string>();
  for (const { name, words } of lines)
    texts.set(name, texts.has(name) ? `${texts.get(name)}\n${words}` : words);
  const embargo = texts.get('embargo');
  const dateline = texts.get('dateline')?.split('|') ?? [];
  for (const name of ['embargo', 'dateline', 'photo']) texts.delete(name);
  const [place = '', country = '', date = '', source = ''] = dateline;
  return {
    ...(dateline.length === 4 ? { dateline: { place, country, date, source } } : {}),
    ...(Object.fromEntries(texts) as SomeFields),
    ...(embargo === undefined
      ? {}
      : { embargo: { until: embargo === openEmbargo ? null : utcTime(embargo) } }),
  };
}
