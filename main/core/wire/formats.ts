import type { FormatInfo } from '../../contract/wire.ts';
import { anpa1312 } from './anpa1312/format.ts';
import { ans } from './ans/format.ts';
import { docx } from './docx/format.ts';
import type { WireFormat } from './format.ts';
import { html } from './html/format.ts';
import { iptc7901 } from './iptc7901/format.ts';
import { markdown } from './markdown/format.ts';
import { newsml12 } from './newsml-1.2/format.ts';
import { newsmlG2 } from './newsml-g2/format.ts';
import { ninjs1, ninjs2, ninjs3 } from './ninjs/format.ts';
import { nitf } from './nitf/format.ts';
import { rss } from './rss/format.ts';
import { text } from './text/format.ts';
import { wiredesk } from './wiredesk/format.ts';

/**
 * The one list of wire formats, in the order menus show them. Adding a format is one folder and one line
 * here: menus, options, the command line, documentation and tests loop over it.
 */
export const formats = [
  newsmlG2,
  newsml12,
  nitf,
  ninjs3,
  ninjs2,
  ninjs1,
  iptc7901,
  anpa1312,
  ans,
  rss,
  text,
  html,
  markdown,
  docx,
  wiredesk,
] as const satisfies readonly WireFormat[];

/** A format by its identifier; undefined for one that is not known. */
export function formatById(id: string): WireFormat | undefined {
  return formats.find(format => format.id === id);
}

/** What menus and the command line show of each format. */
export function formatInfos(): FormatInfo[] {
  const all: readonly WireFormat[] = formats;
  return all.map(({ id, label, extension, mediaType, write, read, readBy }) => ({
    id,
    label,
    extension,
    mediaType,
    write: write !== undefined,
    read: read !== undefined || readBy !== undefined,
  }));
}
