import type { Picture } from './picture.ts';
import type { RestrictionKind, RightsCategory } from './rights.ts';

/** What a rights category says and asks, until somebody agrees otherwise and a lease says so. */
export interface CategoryRules {
  readonly label: string;
  /** One sentence for the person who has to choose. */
  readonly meaning: string;
  /** The rules that hold where the picture's own words state none of their kind. */
  readonly rules: readonly RestrictionKind[];
  /** It is used only while a leave is recorded: without a lease a person decides. */
  readonly needsLease: boolean;
}

export const categories: Readonly<Record<RightsCategory, CategoryRules>> = {
  '': {
    label: 'Not said',
    meaning: 'Nobody has said yet where this picture comes from.',
    rules: [],
    needsLease: false,
  },
  staff: {
    label: 'Staff',
    meaning: 'Made by our own people: no limits but those that the picture’s own words state.',
    rules: [],
    needsLease: false,
  },
  agency: {
    label: 'Agency',
    meaning:
      'Supplied under our contract with an agency, for our own use: it is not passed to third parties.',
    rules: ['no-third-party'],
    needsLease: false,
  },
  handout: {
    label: 'Handout',
    meaning: 'Given out by someone with an interest in it: editorial use only, and not kept in an archive.',
    rules: ['editorial-only', 'no-archive'],
    needsLease: false,
  },
  pool: {
    label: 'Pool',
    meaning: 'Shared by arrangement among news organisations: editorial use only, no sales.',
    rules: ['editorial-only', 'no-sales'],
    needsLease: false,
  },
  'social-media': {
    label: 'Social media',
    meaning: 'Found on the net or sent by a reader: used only with the owner’s leave, recorded as a lease.',
    rules: ['editorial-only'],
    needsLease: true,
  },
  archive: {
    label: 'Archive',
    meaning:
      'From our own archive: the rules of its making hold, and its caption says that it is a file picture.',
    rules: [],
    needsLease: false,
  },
  synthetic: {
    label: 'Synthetic',
    meaning: 'Made or altered by an algorithm: labelled as such, and never for archives as a photograph.',
    rules: ['no-archive'],
    needsLease: false,
  },
};

/** The category that a picture's own texts speak for, for a person to confirm; '' where they speak for none. */
export function suggestedCategory(picture: Picture): RightsCategory {
  const { creditLine, digitalSourceType, notices, instructions, original } = picture;
  const words = [creditLine, instructions, ...Object.values(original)].join('\n');
  if (/(?:trained)?algorithmicmedia|compositesynthetic/i.test(digitalSourceType)) return 'synthetic';
  if (/\b(?:facebook|instagram|tiktok|twitter|telegram|youtube|social media|UGC)\b/i.test(creditLine))
    return 'social-media';
  if (/\bpool\b/i.test(creditLine)) return 'pool';
  if (/\bhandout\b|\bHO\b/i.test(words) || notices.some(({ kind }) => kind === 'third-party-supplied'))
    return 'handout';
  if (/^\s*(?:FILE|ARCHIV)\b/m.test(words)) return 'archive';
  return /\b(?:AFP|AP|Reuters|EPA|dpa|PA|Getty|Xinhua|Kyodo|ANSA|TASS|EFE|Belga|TT|NTB|Yonhap)\b/.test(
    creditLine,
  )
    ? 'agency'
    : '';
}
