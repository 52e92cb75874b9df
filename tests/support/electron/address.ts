/**
 * Chromium loads nothing of a scheme it does not know, and has no way to be taught one from outside. At the
 * stand-in's edge an address of the host's scheme is therefore an address below a name that leads nowhere; the host
 * sees its own scheme everywhere.
 */
const suffix = 'electron-scheme.invalid';

const carried = new RegExp(
  `^(blob:)?https://((?:[^/?#@]*@)?)([^/?#@]*)\\.([a-z][a-z0-9-]*)\\.${suffix}(:\\d+)?(?=[/?#]|$)`,
);

/** The address as the host knows it. */
export function hostAddress(url: string): string {
  return url.replace(
    carried,
    (_all, blob = '', user: string, host: string, scheme: string, port = '') =>
      `${blob}${scheme}://${user}${host}${port}`,
  );
}

/**
 * The address as Chromium can load it.
 * @param schemes those that the host registered
 */
export function chromiumAddress(url: string, schemes: ReadonlySet<string>): string {
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(url.trim()) ?? [];
  if (!scheme || rest === undefined || !schemes.has(scheme.toLowerCase())) return url;
  // As Chromium reads an address of a standard scheme: slashes either way, and any number of them.
  const [, authority = '', tail = ''] = /^[/\\]*([^/\\?#]*)(.*)$/s.exec(rest) ?? [];
  const [, user = '', host = '', port = ''] = /^(.*@)?(.*?)(:\d*)?$/s.exec(authority) ?? [];
  return `https://${user}${host}.${scheme.toLowerCase()}.${suffix}${port}${tail}`;
}
