import type { EditorialAction } from '../../../contract/story.ts';

/** Where a provider puts the working name of a story. */
export type SlugPlace = 'slugline' | 'keyword' | 'du-key' | 'name-label';
/** For whom a note is. */
export type NoteAudience = 'public' | 'internal' | 'correction' | 'sign-off';

/** What is particular about one sender (wire-formats 11); whatever is not said here is as the standards say it. */
export interface ProviderProfile {
  readonly id: string;
  /** The name as a source or credit has it. */
  readonly name: string;
  /** What its identities look like: provider identifiers, registrars, names, prefixes of guids. */
  readonly identities: RegExp;
  /** Where its slug lies, the best place first. */
  readonly slug?: readonly SlugPlace[];
  /** What its private signals, roles and product lines say of the act. */
  readonly actions?: Readonly<Record<string, EditorialAction>>;
  /** Its private roles of notes. */
  readonly notes?: Readonly<Record<string, NoteAudience>>;
  /** The last paragraph of its copy, where that is the initials of those who made it. */
  readonly closing?: RegExp;
  /** The last paragraph of its copy, where that only says that the copy ends. */
  readonly endMark?: RegExp;
  /** Its bylines that are initials: they are a sign-off. */
  readonly bylineInitials?: RegExp;
  /** Breaks at the ends of its lines only keep them short. */
  readonly wrapped?: boolean;
  /** The place in its metadata is the desk that wrote, not the place of the story. */
  readonly locatedIsDesk?: boolean;
  /** How its captions close: for a caption that the grammar cannot part from its credit. */
  readonly captionEnd?: RegExp;
}

const initials = /^\p{Ll}{2,4}(?:[-/]\p{Ll}{1,4}){1,5}$/u;
/** Arabic desks sign with letters apart by slashes and spaces. */
const arabicInitials = /^\p{Script=Arabic}{1,5}(?:[ /]+\p{Script=Arabic}{1,5}){1,6}$/u;

export const providerProfiles: readonly ProviderProfile[] = [
  {
    id: 'reuters',
    name: 'Reuters',
    identities: /\breuters\b|^tag:reuters\.com|^rtrs?$/iu,
    slug: ['slugline'],
    actions: { 'edStat:U': 'update', 'edStat:C': 'correction', 'edStat:D': 'kill' },
    locatedIsDesk: true,
  },
  {
    id: 'dpa',
    name: 'dpa',
    identities: /^(?:urn:newsml:)?dpa(?:\.com|[: -]|$)|deutsche presse-agentur/iu,
    actions: { 'sig:repeat': 'update' },
    notes: {
      'dpaednoterole:notepad': 'public',
      'dpaednoterole:correctionshort': 'correction',
      'dpaednoterole:correctionlong': 'correction',
      'dpaednoterole:closingline': 'sign-off',
    },
    captionEnd: /\+\+\+ dpa-Bildfunk \+\+\+\s*$/u,
  },
  {
    id: 'afp',
    name: 'AFP',
    identities: /(?:^|[:/.])afp(?:\.com|$)|^afp\b|agence france[- ]presse/iu,
    slug: ['name-label', 'slugline'],
    closing: new RegExp(`${initials.source}|${arabicInitials.source}`, 'u'),
    captionEnd: /\([^()]{1,20} by [^()]{2,60} \/ AFP\)\s*$/iu,
  },
  {
    id: 'ap',
    name: 'The Associated Press',
    identities: /^ap$|\bassociated press\b|^urn:publicid:ap\.org/iu,
    slug: ['slugline', 'du-key'],
  },
  {
    id: 'pa',
    name: 'PA',
    identities: /^pa$|^pa (?:media|sport|news)|press association/iu,
    slug: ['keyword', 'du-key'],
    endMark: /^(?:ends?|mf)$/iu,
  },
  {
    id: 'efe',
    name: 'EFE',
    identities: /^efe$|\bagencia efe\b|(?:^|[:/.])efe\.(?:com|es)/iu,
    slug: ['keyword', 'slugline', 'name-label'],
    bylineInitials: initials,
    closing: initials,
  },
  {
    id: 'aap',
    name: 'AAP',
    identities: /^aap$|australian associated press/iu,
    slug: ['slugline'],
    closing: /^[A-Z]{2,7}(?: [a-z]{2,4}(?:\/[a-z]{2,4})*)?$/u,
    wrapped: true,
  },
  { id: 'ansa', name: 'ANSA', identities: /^ansa\b|(?:^|[:/.])ansa\.it/iu },
  {
    id: 'stt',
    name: 'STT',
    identities: /^stt\b|(?:^|[:/.])stt(?:-lehtikuva)?\.fi|stt:\/\//iu,
  },
  { id: 'ntb', name: 'NTB', identities: /^ntb\b|(?:^|[:/.])ntb\.no/iu, slug: ['slugline', 'keyword'] },
  { id: 'tt', name: 'TT', identities: /^tt$|(?:^|[:/.])tt\.se|tt nyhetsbyrån/iu },
  { id: 'ritzau', name: 'Ritzau', identities: /\britzau\b/iu },
  { id: 'belga', name: 'Belga', identities: /\bbelga\b/iu },
  { id: 'anp', name: 'ANP', identities: /^anp$|(?:^|[:/.])anp\.nl/iu },
  {
    id: 'ats',
    name: 'Keystone-ATS',
    identities: /^(?:ats|sda|sda-ats)$|(?:^|[:/.])(?:ats|sda)\.ch|keystone-(?:ats|sda)/iu,
  },
  { id: 'kyodo', name: 'Kyodo News', identities: /\bkyodo\b/iu },
  { id: 'tass', name: 'TASS', identities: /\b(?:itar-)?tass\b/iu, closing: initials },
  { id: 'ana', name: 'ANA-MPA', identities: /^ana(?:-mpa)?$|(?:^|[:/.])ana(?:-mpa)?\.gr/iu },
  { id: 'cp', name: 'The Canadian Press', identities: /canadian press|^cp$/iu },
  { id: 'globenewswire', name: 'GlobeNewswire', identities: /globe ?newswire/iu },
  { id: 'businesswire', name: 'Business Wire', identities: /business ?wire/iu, slug: ['slugline'] },
];

/**
 * The profile of whoever sent a file, or null.
 * @param identities what the file says of its sender, the surest first: provider identifier, registrar, names, guid
 */
export function providerOf(identities: readonly string[]): ProviderProfile | null {
  for (const identity of identities.map(each => each.trim()).filter(each => each !== '')) {
    const found = providerProfiles.find(each => each.identities.test(identity));
    if (found) return found;
  }
  return null;
}

/** What a provider's private signal or role says of the act; null where its profile does not know it. */
export function actionOf(profile: ProviderProfile | null, signal: string): EditorialAction | null {
  return profile?.actions?.[signal] ?? null;
}
