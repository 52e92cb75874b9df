/**
 * The dictionary for a story's language: the very same tag, else one of the same language and script. Of those, the
 * story's own region comes first (for a tag without one, the region most of its speakers live in), then one without a
 * region, then the nearest relation: English outside North America is nearer to en-GB, Portuguese outside Brazil to
 * pt-PT.
 * @param language BCP 47, as a story has it
 * @returns null where none is of that language
 */
export function chooseDictionary<Dictionary extends { readonly language: string }>(
  language: string,
  dictionaries: readonly Dictionary[],
): Dictionary | null {
  const wanted = localeOf(language);
  if (!wanted) return null;
  let best: { readonly dictionary: Dictionary; readonly rank: number } | null = null;
  for (const dictionary of dictionaries) {
    const offered = localeOf(dictionary.language);
    if (!offered || !sameTongue(wanted, offered)) continue;
    const rank = rankOf(wanted, offered);
    if (!best || rank > best.rank) best = { dictionary, rank };
  }
  return best?.dictionary ?? null;
}

/** Whether a word of one language is right in a text of another: 'en' holds for en-GB, en-GB not for en-US. */
export function holdsFor(language: string, text: string): boolean {
  const tag = language.toLowerCase();
  return tag === '' || text.toLowerCase() === tag || text.toLowerCase().startsWith(`${tag}-`);
}

/** Null for what is no language tag. */
export function localeOf(language: string): Intl.Locale | null {
  try {
    return new Intl.Locale(language);
  } catch {
    return null;
  }
}

/** Norwegian is written under its own tag and under that of Bokmål. */
function tongue(locale: Intl.Locale): string {
  return locale.language === 'no' ? 'nb' : locale.language;
}

function sameTongue(a: Intl.Locale, b: Intl.Locale): boolean {
  return tongue(a) === tongue(b) && a.maximize().script === b.maximize().script;
}

const nearest: Readonly<Record<string, string>> = { en: 'GB', pt: 'PT', es: 'ES', fr: 'FR', de: 'DE' };

function rankOf(wanted: Intl.Locale, offered: Intl.Locale): number {
  if (wanted.baseName === offered.baseName) return 5;
  if (offered.region === (wanted.region ?? wanted.maximize().region)) return 4;
  if (offered.region === undefined) return 3;
  if (wanted.region === 'CA' && wanted.language === 'en' && offered.region === 'US') return 3;
  if (offered.region === nearest[wanted.language]) return 2;
  return 1;
}
