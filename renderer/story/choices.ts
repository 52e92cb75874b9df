import type { Choice } from '../ui/fields.tsx';

const tags = [
  'en',
  'en-GB',
  'en-US',
  'ar',
  'cs',
  'da',
  'de',
  'el',
  'es',
  'fa',
  'fi',
  'fr',
  'he',
  'hi',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'nb',
  'nl',
  'pl',
  'pt',
  'pt-BR',
  'ro',
  'ru',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh',
];
const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** Languages by their BCP 47 tags; a story may have any other. */
export const languages: readonly Choice[] = tags.map(tag => ({
  value: tag,
  label: `${names.of(tag) ?? tag} (${tag})`,
}));

/** Genres by their IPTC codes that need no explaining on a desk. */
export const genres: readonly Choice[] = [
  { value: '', label: 'None' },
  ...[
    'Actuality',
    'Advisory',
    'Analysis',
    'Background',
    'Biography',
    'Current',
    'Feature',
    'Interview',
    'Obituary',
    'Opinion',
    'Review',
    'Summary',
  ].map(genre => ({ value: genre, label: genre })),
];
