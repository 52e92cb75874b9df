/** Scripts that one language alone uses, or nearly so, in print. */
const byScript: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Cyrillic}/gu, 'und-Cyrl'],
  [/\p{Script=Devanagari}/gu, 'und-Deva'],
];

/** Letters that Persian, Urdu and their neighbours have and Arabic has not. */
const notArabic = /[پچژگکیےٹڈڑ]/u;

/**
 * The language that a text's letters show, or empty where they could be many languages: Latin script says nothing.
 * A script shared by several languages gives 'und' with the script, which is true and still says how to set it.
 */
export function languageOfScript(text: string): string {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 10) return '';
  for (const [script, language] of byScript) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    // Japanese mixes kana with Chinese characters, so a fifth of kana is enough.
    if (share < (language === 'ja' ? 0.2 : 0.5)) continue;
    return language === 'ar' && notArabic.test(sample) ? 'und-Arab' : language;
  }
  return '';
}
