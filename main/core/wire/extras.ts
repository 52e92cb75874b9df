import type { Picture, Place } from '../../contract/picture.ts';
import { emptyFields, type FieldName, type Story } from '../../contract/story.ts';
import { restrictionText } from './picture-words.ts';
import { cleanText, singleLine } from './text.ts';
import { utcTime } from './time.ts';

/**
 * What a story or picture has and a format has no place for, by name: ANS carries it in `additional_properties`,
 * RSS in elements of the house's own namespace. `reading/extras.ts` is the inverse.
 */
export type Extra = string | Readonly<Record<string, string>>;
export type Extras = Readonly<Record<string, readonly Extra[]>>;

/** Says that the extras are of this form: a file without it is not this program's. */
export const extrasMark = 'wiredesk';

/** The fields named, without what is empty or as a new story has it; never the internal note. */
export function storyExtras(
  { fields, version }: Pick<Story, 'fields' | 'version'>,
  names: readonly Exclude<FieldName, 'internalNote'>[],
): Extras {
  const said = names.map(name => {
    const value = fields[name];
    const isDefault = JSON.stringify(value) === JSON.stringify(emptyFields[name]);
    return [name, isDefault ? [] : extrasOf(value)] as const;
  });
  return withoutEmpty({ [extrasMark]: ['1'], version: [String(version)], ...Object.fromEntries(said) });
}

type FieldValue = Story['fields'][Exclude<FieldName, 'internalNote'>];

function extrasOf(value: FieldValue): readonly Extra[] {
  if (typeof value === 'string') return [cleanText(value).trim()];
  if (typeof value === 'number') return [String(value)];
  if (value === null) return [];
  if ('until' in value) return [{ until: utcTime(value.until ?? '') ?? 'open-ended' }];
  if ('place' in value) return [{ ...value }];
  return value.map(each => (typeof each === 'string' ? singleLine(each) : { ...each }));
}

/** The texts of a picture that neither ANS nor Media RSS has a place for. */
const pictureTexts = [
  'description',
  'extendedDescription',
  'creatorTitle',
  'usageTerms',
  'instructions',
  'descriptionWriter',
  'jobId',
  'dateCreated',
  'dateReleased',
  'digitalSourceType',
  'dataMining',
  'webStatement',
] as const satisfies readonly (keyof Picture)[];

/** A picture's properties for which `names` has no place of its own, its restrictions and notices one by one. */
export function pictureExtras(
  picture: Picture,
  names: readonly (typeof pictureTexts)[number][] = pictureTexts,
): Extras {
  const { created, shown } = picture.location;
  const until = picture.restrictions.map(each => utcTime(each.until ?? '')).find(time => time !== null);
  return withoutEmpty({
    [extrasMark]: ['1'],
    ...Object.fromEntries(names.map(name => [name, [cleanText(picture[name]).trim()]])),
    locationCreated: created === null ? [] : [place(created)],
    locationShown: picture.location.shown.length === 0 ? [] : shown.map(place),
    person: picture.people.map(each => ({ ...each })),
    licensor: picture.licensor === null ? [] : [{ ...picture.licensor }],
    restriction: picture.restrictions.map(each => cleanText(restrictionText(each)).trim()),
    until: until === undefined ? [] : [until],
    notice: picture.notices.map(each => cleanText(each.text).trim()),
  });
}

function place(each: Place): Extra {
  return { ...each };
}

/** Without empty texts, members and lists; every text one that any format may carry. */
function withoutEmpty(extras: Extras): Extras {
  const kept: Record<string, readonly Extra[]> = {};
  for (const name in extras) {
    const said = extras[name]?.map(withoutEmptyMembers).filter(isSaid) ?? [];
    if (said.length > 0) kept[name] = said;
  }
  return kept;
}

function withoutEmptyMembers(value: Extra): Extra {
  if (typeof value === 'string') return value;
  const filled: Record<string, string> = {};
  for (const key in value) {
    const text = singleLine(value[key] ?? '');
    if (text !== '') filled[key] = text;
  }
  return filled;
}

function isSaid(value: Extra): boolean {
  return typeof value === 'string' ? value !== '' : Object.keys(value).length > 0;
}
