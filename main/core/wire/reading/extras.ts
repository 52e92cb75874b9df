import { Place } from '../../../contract/picture.ts';
import {
  type EditorialAction,
  editorialActions,
  type FieldName,
  fieldNames,
  type StoryFields,
  storyFields,
} from '../../../contract/story.ts';
import { type Extra, type Extras, extrasMark } from '../extras.ts';
import { readMoment } from './moments.ts';
import type { WirePicture } from './picture.ts';
import type { WireStory } from './story.ts';

/** Whether extras are this program's (`extras.ts`): then every field stands where its writer puts it. */
export function isOwn(extras: Extras): boolean {
  return extras[extrasMark] !== undefined;
}

/** The version and the fields that extras hold; a field that they do not name is not among them. */
export function readStoryExtras(extras: Extras): Pick<WireStory, 'version' | 'fields'> {
  const fields: Record<string, unknown> = {};
  for (const name of fieldNames) {
    const values = name === 'internalNote' ? undefined : extras[name];
    if (values !== undefined) fields[name] = fieldOf(name, values);
  }
  const version = Number(textOf(extras.version));
  return {
    ...(Number.isInteger(version) && version > 0 ? { version } : {}),
    fields: fields satisfies Record<string, unknown> as Partial<StoryFields>,
  };
}

function fieldOf(name: FieldName, values: readonly Extra[]): unknown {
  switch (storyFields[name].input) {
    case 'list':
      return values.filter(each => typeof each === 'string');
    case 'number': {
      const number = Number(textOf(values));
      return Number.isFinite(number) ? number : undefined;
    }
    case 'choice':
      return editorialAction(textOf(values));
    case 'dateline':
      return { place: '', country: '', date: '', source: '', ...membersOf(values) };
    case 'embargo':
      return { until: readMoment(membersOf(values).until ?? '') };
    case 'subjects':
      return values.flatMap(each =>
        typeof each === 'string' ? [] : [{ scheme: '', code: '', name: '', ...each }],
      );
    default:
      return textOf(values);
  }
}

function editorialAction(text: string): EditorialAction | undefined {
  return editorialActions.find(action => action === text);
}

/** What extras say of a picture, for `readPicture`. */
export function readPictureExtras(extras: Extras): Partial<WirePicture> {
  const text = (name: string): string => textOf(extras[name]);
  const places = (name: string): Place[] =>
    (extras[name] ?? []).flatMap(each => (typeof each === 'string' ? [] : [Place.parse(known(each, place))]));
  const licensor = known(membersOf(extras.licensor), ['name', 'url', 'email']);
  return {
    description: text('description'),
    extendedDescription: text('extendedDescription'),
    creatorTitle: text('creatorTitle'),
    usageTerms: text('usageTerms'),
    instructions: text('instructions'),
    descriptionWriter: text('descriptionWriter'),
    jobId: text('jobId'),
    dateCreated: text('dateCreated'),
    dateReleased: text('dateReleased'),
    digitalSourceType: text('digitalSourceType'),
    dataMining: text('dataMining'),
    webStatement: text('webStatement'),
    location: { created: places('locationCreated')[0] ?? null, shown: places('locationShown') },
    people: (extras.person ?? []).flatMap(each =>
      typeof each === 'string' ? [] : [{ name: each.name ?? '', position: each.position ?? '' }],
    ),
    licensor:
      extras.licensor === undefined
        ? null
        : { name: licensor.name ?? '', url: licensor.url ?? '', email: licensor.email ?? '' },
    rules: texts(extras.restriction),
    standing: texts(extras.notice),
    until: readMoment(text('until')),
  };
}

const place = ['sublocation', 'city', 'state', 'country', 'countryCode'] as const;

function known(members: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(members).filter(([name]) => names.includes(name)));
}

function texts(values: readonly Extra[] | undefined): readonly string[] {
  return (values ?? []).filter(each => typeof each === 'string');
}

function textOf(values: readonly Extra[] | undefined): string {
  return texts(values)[0] ?? '';
}

function membersOf(values: readonly Extra[] | undefined): Readonly<Record<string, string>> {
  return values?.find(each => typeof each !== 'string') ?? {};
}
