/** A moment as `datetime-local` has it: this machine's time, no zone. */
export function localTime(time: string): string {
  if (time === '') return '';
  const date = new Date(time);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The moment that was written in this machine's time, in UTC; null where it is none, or not in four-digit years. */
export function fromLocalTime(text: string): string | null {
  const date = new Date(text);
  return /^\d{4}-/.test(text) && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}

/** The zone that this machine's time is in at a moment: 'Europe/Paris, GMT+01:00'. */
export function zoneAt(time: string): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const parts = new Intl.DateTimeFormat('en', { timeZoneName: 'longOffset' }).formatToParts(new Date(time));
  return `${timeZone}, ${parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''}`;
}
