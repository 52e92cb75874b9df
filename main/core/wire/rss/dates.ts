import { utcTime } from '../time.ts';

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A moment as RSS has it: RFC 822 with a year of four digits and English names, in UTC. Null where it is none. */
export function rfc822(text: string): string | null {
  const time = utcTime(text);
  if (time === null) return null;
  const date = new Date(time);
  const [day, month] = [days[date.getUTCDay()], months[date.getUTCMonth()]];
  return `${day}, ${time.slice(8, 10)} ${month} ${time.slice(0, 4)} ${time.slice(11, 19)} +0000`;
}
