import type { EditorialAction, SomeFields } from '../../../contract/story.ts';
import { readMoment } from '../reading/moments.ts';
import type { PublishingStatus } from '../status.ts';

/**
 * Words that stand for what the old formats have no field for (wire-formats 6): what the story does, the strongest
 * first. They count only where a line is nothing else, or says more behind a colon or a dash: “Floods kill twelve”
 * is a headline.
 */
const acts: readonly (readonly [EditorialAction, string])[] = [
  [
    'kill',
    'KILL|ANNULATION|ANNULL?IERUNG|ANNULÉE?|ANULACI[OÓ]N|ANULADO|ANNULLAMENTO|ANNULLATO|INTREKKING|STREICHUNG|LÖSCHUNG|BITTE NICHT VERWENDEN',
  ],
  ['withhold', 'WITHHELD|WITHHOLD|SPERRUNG|RÜCKZUG|ZURÜCKGEZOGEN|RETENUE?'],
  ['advisory', 'ADVISORY'],
  [
    'correction',
    'CORRECTION|CORRECTED|CORRECTIVE|KORREKTUR|BERICHTIGUNG|BERICHTIGT|CORRECTIF|RECTIFICATIF|CORRECCI[OÓ]N|RECTIFICACI[OÓ]N|CORREZIONE|CORRE[CÇ][AÃ]O|CORRECTIE|RETTELSE|RÄTTELSE|ERRATUM',
  ],
  [
    'update',
    String.raw`UPDATE|REFILE|REPEAT|WIEDERHOLUNG|AKTUALISIERUNG|AKTUALISIERT|ACTUALISATION|MISE [AÀ] JOUR|ACTUALIZACI[OÓ]N|AGGIORNAMENTO|ATUALIZA[CÇ][AÃ]O|UPPDATERING|OPDATERING|WRITETHRU|\d{1,2}(?:ST|ND|RD|TH)? ?(?:LEAD|LD|NET)(?:-WRITETHRU)?`,
  ],
];

const before = String.raw`^\(?(?:(?:ACHTUNG|BULLETIN|URGENT|MANDATORY|EDS?\.?:|EDITORS:)[ :,!]*)*`;

const patterns = acts.map(([action, words]) => ({
  action,
  whole: new RegExp(String.raw`${before}(?:${words})[.!)]*\s*(?:$|:|\s[–—-]\s)`, 'iu'),
  // In capitals, what is corrected or which take it is may follow: nothing stops publication that way.
  opening:
    action === 'correction' || action === 'update'
      ? new RegExp(String.raw`${before}(?:${words})\s`, 'u')
      : null,
}));

function actionOf(line: string): EditorialAction | null {
  const found = patterns.find(({ whole, opening }) => whole.test(line) || opening?.test(line));
  return found?.action ?? null;
}

/** A line that holds the story back; a headline about an embargo has neither colon nor “until”. */
const embargoLine = /^\(?(?:(?:EMBARGO|SPERRFRIST)\s*:|EMBARGOED (?:UNTIL|TILL|FOR)\b)/iu;

/** The moment that such a line names, as this program writes it; null, until released by hand, for any other. */
function embargoOf(line: string): { readonly until: string | null } {
  const [, day, clock] = /(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)/u.exec(line) ?? [];
  return { until: day === undefined ? null : readMoment(`${day}T${clock}Z`) };
}

export interface Signals {
  readonly status: PublishingStatus;
  readonly fields: Pick<SomeFields, 'editorialAction' | 'embargo'>;
  /** The lines that were signals, but for those of one word, which the fields say as well. */
  readonly said: readonly string[];
  /** The lines that are none. */
  readonly rest: readonly string[];
}

/**
 * What the lines of a head say of act and embargo.
 * @param takes the words for the take, which may say that it is an update
 */
export function takeSignals(lines: readonly string[], takes: readonly string[]): Signals {
  const embargo = lines.find(line => embargoLine.test(line));
  const isSignal = (line: string): boolean => embargoLine.test(line) || actionOf(line) !== null;
  const found = [...lines, ...takes].map(actionOf);
  const action = acts.map(([name]) => name).find(name => found.includes(name));
  return {
    status: action === 'kill' ? 'canceled' : action === 'withhold' ? 'withheld' : 'usable',
    fields: {
      ...(action === undefined ? {} : { editorialAction: action }),
      ...(embargo === undefined ? {} : { embargo: embargoOf(embargo) }),
    },
    said: lines.filter(line => isSignal(line) && /\s/u.test(line)),
    rest: lines.filter(line => !isSignal(line)),
  };
}

const rank =
  /^\(?(?:(?:EXTRA|REFILE|REPEAT|URGENT|ALERT|BULLETIN|FLASH|BLITZ|EIL|EILMELDUNG|ACHTUNG|\d{1,2}(?:ST|ND|RD|TH)? ?(?:LEAD|LD|NET|ADD|TAKE)(?:[- ]WRITETHRU)?|ZUSAMMENFASSUNG|NEU|WIEDERHOLUNG)\b[^\p{L}]{0,20}){1,4}$/iu;

/** Whether a line of the head only says which take of the story this is (wire-formats 6). */
export function isRankLine(text: string): boolean {
  return text.length <= 60 && rank.test(text);
}
