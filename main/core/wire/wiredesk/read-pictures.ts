import { type Problem, problem, WiredeskError } from '../../../contract/failure.ts';
import { Picture } from '../../../contract/picture.ts';
import type { MediaReference, ReadContext } from '../format.ts';
import { isJsonRecord, textAt } from '../reading/json.ts';
import type { Report } from '../reading/report.ts';
import { parseOrRefuse } from './lenient.ts';

const mostPictures = 1_000;

export interface ReadPictures {
  readonly pictures: readonly Picture[];
  /** Where their files lie, for those that say so. */
  readonly media: readonly MediaReference[];
  readonly problems: readonly Problem[];
}

/**
 * Pictures in the contract's own shape. A picture without its rules is worse than none, so that one that does not fit
 * is no picture with something left out.
 * @throws WiredeskError 'unreadable' with the place that does not fit, 'too-large' beyond a limit
 */
export function readPictures(
  value: unknown,
  name: string,
  { ids }: Pick<ReadContext, 'ids'>,
  report: Report,
): ReadPictures {
  if (value === undefined) return { pictures: [], media: [], problems: [] };
  if (!Array.isArray(value)) throw new WiredeskError('unreadable', `${name} has pictures that are no list.`);
  if (value.length > mostPictures)
    throw new WiredeskError(
      'too-large',
      `${name} has ${value.length} pictures; at most ${mostPictures} are taken in.`,
    );
  const list: readonly unknown[] = value;
  const seen = new Set<string>();
  const read = list.map((item, index) => {
    const number = index + 1;
    const { path, picture } = apart(item);
    const parsed = parseOrRefuse(
      Picture,
      picture,
      `${name}: picture ${number} cannot be read`,
      `picture ${number}`,
      report,
    );
    const again = seen.has(parsed.id);
    if (again) report.repaired(`Picture ${number} had the identifier of another and was given its own.`);
    const whole = again ? { ...parsed, id: ids() } : parsed;
    seen.add(whole.id);
    return { ...fileOf(whole, number, path), picture: { ...whole, file: null } };
  });
  return {
    pictures: read.map(each => each.picture),
    media: read.flatMap(each => each.media),
    problems: read.flatMap(each => each.problems),
  };
}

/** A picture as the contract has it, and where its file lies, which the contract does not know. */
function apart(item: unknown): { readonly path: string; readonly picture: unknown } {
  if (!isJsonRecord(item) || !isJsonRecord(item.file)) return { path: '', picture: item };
  const { path: _, ...file } = item.file;
  return { path: textAt(item.file, 'path'), picture: { ...item, file } };
}

function fileOf(
  { id, file }: Picture,
  number: number,
  path: string,
): { readonly media: readonly MediaReference[]; readonly problems: readonly Problem[] } {
  if (file === null) return { media: [], problems: [] };
  if (path !== '')
    return {
      media: [{ picture: id, href: path, known: { sha256: file.sha256, name: file.name } }],
      problems: [],
    };
  const message = `The file of picture ${number} (${file.name}) does not travel in JSON; add it again.`;
  return { media: [], problems: [problem('warning', 'picture-file', message, { picture: id })] };
}
