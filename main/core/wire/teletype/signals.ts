import type { EditorialAction } from '../../../contract/story.ts';

/** Words that stand for a field the old formats do not have (wire-formats 6): what the story does. */
const actions: readonly (readonly [EditorialAction, RegExp])[] = [
  [
    'kill',
    /\b(?:KILL|ANNULATION|ANNULE|ANULA(?:CION|DO)?|ANNULLA(?:TO|MENTO)?|INTREKKING|STREICHUNG|(?:bitte )?nicht verwenden)\b/iu,
  ],
  ['withhold', /\b(?:WITHHELD|WITHHOLD|SPERRUNG|RETENU[EO]?)\b/u],
  ['advisory', /\bADVISORY\b/u],
  [
    'correction',
    /\b(?:KORREKTUR|BERICHTIGUNG|CORRECTION|CORRECTIF|RECTIFICATIF|CORRECTIVE|CORRECCI[OÓ]N|CORREZIONE|CORRE[CÇ][AÃ]O|CORRECTIE|RETTELSE|RÄTTELSE)\b/iu,
  ],
  [
    'update',
    /\b(?:UPDATE|REFILE|REPEAT|WRITETHRU|(?:\d+(?:st|nd|rd|th) ?(?:lead|ld|net))|WIEDERHOLUNG|AKTUALISIERUNG|MISE [AÀ] JOUR)\b/iu,
  ],
];

/** What a short line of the head says of the act; null where it says nothing. */
export function actionOfWords(text: string): EditorialAction | null {
  if (text.split(/\s+/u).length > 12) return null;
  return actions.find(([, words]) => words.test(text))?.[0] ?? null;
}

const rank =
  /^\(?(?:EXTRA|REFILE|REPEAT|UPDATE|URGENT|ALERT|FLASH|BLITZ|EIL|EILMELDUNG|KORREKTUR|BERICHTIGUNG|CORRECTION|RECTIFICATIF|KILL|ACHTUNG|\d{1,2}(?:ST|ND|RD|TH)? ?(?:LEAD|LD|NET|ADD|TAKE)(?:[- ]\w+)?|(?:ZUSAMMENFASSUNG|NEU|WIEDERHOLUNG)(?: \d+)?)\b[^a-zà-ÿ]{0,40}\)?$/iu;

/** Whether a line of the head only says which take of the story this is (wire-formats 6). */
export function isRankLine(text: string): boolean {
  return text.length <= 60 && rank.test(text);
}
