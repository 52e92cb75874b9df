import type { Story } from '../../../contract/story.ts';
import { wireTime } from '../../clock.ts';
import type { WriteContext } from '../format.ts';
import { publishingStatus } from '../status.ts';
import { utcTime } from '../time.ts';
import type { JsonObject } from './json.ts';

/** ninjs has no open-ended embargo: the end of the calendar, together with `withheld`, holds everywhere. */
export const noKnownEnd = '9999-12-31T23:59:59Z';

/** Status and dates that story and pictures share: a picture is held as long as its story. */
export function moments(story: Story, context: WriteContext, ends: string | null = null): JsonObject {
  const { embargo, expires } = story.fields;
  const open = embargo !== null && (embargo.until === null || utcTime(embargo.until) === null);
  const status = publishingStatus(story);
  const expiry = [ends ?? '', expires].map(utcTime).filter(time => time !== null);
  return {
    versionCreated: utcTime(story.updated) ?? wireTime(context.now),
    embargoedUntil: open ? noKnownEnd : (utcTime(embargo?.until ?? '') ?? ''),
    expires: expiry.sort()[0] ?? '',
    pubStatus: open && status === 'usable' ? 'withheld' : status,
  };
}
