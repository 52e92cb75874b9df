/** Month names and their usual short forms, lower case without full stops, in the languages of the furniture table. */
const months: readonly (readonly string[])[] = [
  'january jan januar jänner januari janvier janv enero ene gennaio gen janeiro stycznia января янв يناير',
  'february feb februar februari février févr fev febrero febbraio fevereiro lutego февраля фев فبراير',
  'march mar märz mrz mars maart marzo março marca марта мар مارس',
  'april apr april avril avr abril abr aprile kwietnia апреля апр أبريل',
  'may mai mei maj mayo maggio mag maio maja мая مايو',
  'june jun juni juin junio giugno giu junho czerwca июня июн يونيو',
  'july jul juli juillet juil julio luglio lug julho lipca июля июл يوليو',
  'august aug augustus augusti août agosto ago sierpnia августа авг أغسطس',
  'september sep sept septembre septiembre settembre set setembro september września сентября сен سبتمبر',
  'october oct oktober okt octobre octubre ottobre ott outubro out października октября окт أكتوبر',
  'november nov novembre noviembre novembro listopada ноября ноя نوفمبر',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia декабря дек ديسمبر',
].map(words => words.split(' '));

const monthByName = new Map(months.flatMap((names, index) => names.map(name => [name, index + 1] as const)));

/** The month a word names, 1 to 12, or null. */
export function monthOf(word: string): number | null {
  return monthByName.get(word.toLowerCase().replace(/\.$/, '')) ?? null;
}

/** Words that a line about times may hold beside numbers and months: labels, weekdays, clocks, time zones. */
const timeWords = new Set(
  [
    'published publish posted updated update modified last first on at of the date time filed issued created edited',
    'today yesterday ago hour hours hr hrs h minute minutes min mins day days week weeks month months second seconds',
    'am pm a.m p.m noon midnight gmt utc bst est edt cst cdt pst pdt ist cet cest mez mesz et pt ct jst kst msk z',
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun st nd rd th',
    'veröffentlicht erschienen aktualisiert zuletzt stand am um uhr vom den der heute gestern vor stunde stunden minuten',
    'montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so tag tagen letztes letzte',
    'publié publiée mis mise à a jour le il y heure heures modifié dernière hier lundi mardi mercredi jeudi vendredi',
    'samedi dimanche actualisé actualisée et',
    'publicado publicada actualizado actualizada hace horas hora minutos el de del las los hoy ayer lunes martes',
    'miércoles jueves viernes sábado domingo',
    'pubblicato pubblicata aggiornato aggiornata alle ore ora fa il lunedì martedì mercoledì giovedì venerdì sabato',
    'domenica ieri oggi',
    'atualizado atualizada em às há segunda-feira terça-feira quarta-feira quinta-feira sexta-feira hoje ontem segunda',
    'terça quarta quinta sexta feira',
    'gepubliceerd bijgewerkt geleden uur om op maandag dinsdag woensdag donderdag vrijdag zaterdag zondag laatst',
    'publicerad uppdaterad publisert oppdatert publiceret opdateret kl klokken den sedan timmar siden timer',
    'opublikowano aktualizacja dodano godz',
    'опубликовано обновлено дата в назад час часов минут сегодня вчера',
    'نشر تحديث في الساعة',
  ].flatMap(words => words.split(' ')),
);

const timeLabels =
  /\b(?:published|updated|posted|last modified|veröffentlicht|aktualisiert|erschienen|publié|mis à jour|publicad[oa]|actualizad[oa]|pubblicat[oa]|aggiornat[oa]|atualizad[oa]|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|opublikowano)\b|опубликовано|обновлено|发布|更新|公開|配信/iu;

/**
 * Whether a line says nothing but when something was published or changed: 'Updated 14:05 GMT, 23 November',
 * 'vor 3 Stunden', '2026年11月23日 14:05'.
 */
export function isTimeLine(text: string): boolean {
  if (text.length > 160 || !/\d/.test(text)) return false;
  if (/\d{4}\s*[年년]/.test(text) && text.length <= 60 && !/[。！？.!?]$/.test(text)) return true;
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}.-]*|\d+/gu) ?? [];
  let known = 0;
  let numbers = 0;
  for (const word of words) {
    const bare = word.replace(/[.-]+$/, '');
    if (/^\d+$/.test(bare)) numbers += 1;
    else if (monthOf(bare) !== null || timeWords.has(bare)) known += 1;
    else return false;
  }
  const clock = /\b\d{1,2}[:.h]\d{2}\b/.test(text) || /\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/.test(text);
  return numbers > 0 && (known > 0 || clock || timeLabels.test(text)) && numbers <= 14;
}

/**
 * The date that a text names, as ISO 8601, or empty where it names none or could be read in two ways.
 * A date without a year is the latest one that is not after tomorrow.
 */
export function readDate(text: string, now: Date): string {
  const iso =
    /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text) ??
    /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(text);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/.exec(text);
  if (dotted) return checked(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const slashed = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text);
  if (slashed) return fromSlashed(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]));
  return fromNames(text, now);
}

/** 3/4/2026 is March or April by country: only a number above 12 says which is the day. */
function fromSlashed(first: number, second: number, year: number): string {
  if (first > 12) return checked(year, second, first);
  if (second > 12 || first === second) return checked(year, first, second);
  return '';
}

function fromNames(text: string, now: Date): string {
  const tokens = text.match(/\p{L}+\.?|\d+/gu) ?? [];
  for (const [index, token] of tokens.entries()) {
    const month = monthOf(token);
    if (month === null) continue;
    const around = tokens
      .slice(Math.max(0, index - 3), index)
      .filter(word => !/^(?:de|of|the|den|le)$/i.test(word));
    const before = Number(around.at(-1)?.replace(/\D/g, '') || Number.NaN);
    const rest = tokens.slice(index + 1).filter(word => !/^(?:de|of|del|st|nd|rd|th)$/i.test(word));
    const after = Number(rest[0] ?? Number.NaN);
    const day = before >= 1 && before <= 31 ? before : after >= 1 && after <= 31 ? after : null;
    if (day === null) continue;
    const year = rest.slice(0, 2).find(word => /^(?:19|20)\d\d$/.test(word));
    return year ? checked(Number(year), month, day) : withoutYear(month, day, now);
  }
  return '';
}

function withoutYear(month: number, day: number, now: Date): string {
  const tomorrow = now.getTime() + 86_400_000;
  const year = now.getUTCFullYear();
  return Date.UTC(year, month - 1, day) <= tomorrow
    ? checked(year, month, day)
    : checked(year - 1, month, day);
}

function checked(year: number, month: number, day: number): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
  return real ? date.toISOString().slice(0, 10) : '';
}
