import type { SomeFields } from '../../../contract/story.ts';
import type { PublishingStatus } from '../status.ts';
import { singleLine } from '../text.ts';
import { isByline, isRank } from './frame.ts';

/** What the head block of a message says. */
export interface ReadHead {
  readonly status: PublishingStatus;
  readonly fields: SomeFields;
}

/** Words of a line of its own that say what the message is, in the languages of agencies (wire-formats 6). */
const acts: readonly (readonly [RegExp, SomeFields['editorialAction']])[] = [
  [/^(?:KILL\b|MANDATORY KILL|ANNULATION|ANNULLIERUNG|LÖSCHUNG|LOESCHUNG|ANULACI[OÓ]N)/iu, 'kill'],
  [/^(?:WITHHELD\b|WITHHOLD|ZUR[UÜ]CKGEZOGEN|R[ÜU]CKZUG)/iu, 'withhold'],
  [/^(?:ADVISORY: not for publication)/iu, 'advisory'],
  [
    /^(?:CORRECTION|CORRECTED|KORREKTUR|BERICHTIGUNG|BERICHTIGT|CORRECTIF|RECTIFICATIF|CORRECCI[OÓ]N|RECTIFICACI[OÓ]N|CORREZIONE|CORRECTIE|RÄTTELSE|RETTELSE|ERRATUM)\b/iu,
    'correction',
  ],
  [
    /^(?:UPDATE|AKTUALISIERT|ACTUALISATION|MISE [AÀ] JOUR|ACTUALIZACI[OÓ]N|AGGIORNAMENTO|UPPDATERING|OPDATERING)\b[^a-z]*$/iu,
    'update',
  ],
];
const embargoLine = /^(?:EMBARGO|EMBARGOED|SPERRFRIST)\b/iu;
const alert = /^\(?(?:Eil|Urgent|Flash)?\s*(?:BEL|\u0007)[\sBEL\u0007]*\)?$/u;

/** Ranks, acts, headline, subhead and byline, in whatever order they stand; lines set in go on the one above. */
export function readHead(lines: readonly string[]): ReadHead {
  const logical = joined(lines.map(line => line.replace(/ =$/u, '')));
  const headline: string[] = [];
  const ranks: string[] = [];
  let subhead = '';
  let byline = '';
  let action: SomeFields['editorialAction'];
  for (const line of logical) {
    const labelled = /^(Take|Subhead|Byline): (.+)$/u.exec(line);
    const act = acts.find(([pattern]) => pattern.test(line));
    if (labelled?.[1] === 'Take') ranks.push(labelled[2] ?? '');
    else if (labelled?.[1] === 'Subhead') subhead = labelled[2] ?? '';
    else if (labelled?.[1] === 'Byline') byline = labelled[2] ?? '';
    else if (/\u0007/u.test(line) || alert.test(line))
      ranks.push(line.replace(/[\u0007()]/gu, '').trim() || 'Eil');
    else if (act && headline.length === 0) action = act[1];
    else if (embargoLine.test(line) && headline.length === 0) continue;
    else if (isRank(line) && headline.length === 0) ranks.push(line);
    else if (isByline(line) && headline.length > 0) byline = line;
    else headline.push(line);
  }
  const status = action === 'kill' ? 'canceled' : action === 'withhold' ? 'withheld' : 'usable';
  return {
    status,
    fields: {
      headline: singleLine(headline.join(' ')),
      subhead,
      byline,
      takeKey: singleLine(ranks.join(' ')),
      ...(action === undefined ? {} : { editorialAction: action }),
    },
  };
}

/** A line set in by two columns goes on the line above it. */
function joined(lines: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    if (/^ {2}\S/u.test(line) && last !== undefined) whole[whole.length - 1] = `${last} ${line.trim()}`;
    else if (line.trim() !== '') whole.push(line.trim());
  }
  return whole;
}
