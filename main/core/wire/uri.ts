import { singleLine } from './text.ts';

/** RFC 3986 with nothing that ajv's and other strict checkers of `format: uri` refuse. */
const uriPattern =
  /^[a-z][a-z0-9+.-]*:(\/\/([\w.~!$&'()*+,;=-]|%[0-9a-f]{2})+(:\d{1,5})?(?=[/?#]|$)|(?!\/\/)(?=[^?#]))([\w.~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*(#([\w.~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*)?$/i;

/** A text as an absolute URI, its other characters percent-encoded; null where it names no scheme. */
export function absoluteUri(text: string): string | null {
  const line = singleLine(text);
  if (!/^[a-z][a-z0-9+.-]*:./i.test(line)) return null;
  const encoded = line.replace(/[^\w.~!$&'()*+,;=:@/?#%-]/gu, character => encodeURIComponent(character));
  const whole = encoded.replace(/%(?![0-9a-f]{2})/gi, '%25');
  return uriPattern.test(whole) ? whole : null;
}

/** A URI reference that XML Schema's anyURI takes: an absolute URI, else the text as a relative path. */
export function uriReference(text: string): string {
  return absoluteUri(text) ?? singleLine(text).split('/').map(encodeURIComponent).join('/');
}

/** A guid as the URI that ninjs demands. One that is no URI is wrapped; it stands whole in altIds (ninjs 4). */
export function wireUri(guid: string, domain: string): string {
  return (
    absoluteUri(guid) ??
    `urn:newsml:${encodeURIComponent(domain || 'wiredesk.invalid')}:${encodeURIComponent(guid.toWellFormed())}`
  );
}

/** Whether a guid can be the `uri` as it is. */
export function isWireUri(guid: string): boolean {
  return absoluteUri(guid) === guid;
}
