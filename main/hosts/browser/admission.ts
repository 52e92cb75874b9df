import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Who may talk to the browser host: a browser on this machine that was given the token, and our own page in it. */
export interface Admission {
  /** The query that opens the application. */
  readonly token: string;
  /** Set-Cookie for a browser that showed the token. */
  readonly cookie: string;
  showsToken(url: URL): boolean;
  /** Why a request is not let in; null where it is. `method` GET pages may come from outside only with the token. */
  refusal(request: IncomingMessage, options: { readonly needsOrigin: boolean }): string | null;
}

/** @param port of 127.0.0.1: the name of the cookie has it, since cookies are not kept apart by port */
export function createAdmission(port: number): Admission {
  const token = randomBytes(32).toString('base64url');
  const cookieName = `wiredesk-${port}`;
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  return {
    token,
    cookie: `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`,
    showsToken: url => same(url.searchParams.get('token') ?? '', token),
    refusal(request, { needsOrigin }) {
      // A page of another site that had its name point here still sends its own name as Host (DNS rebinding).
      if (request.headers.host !== host) return 'The address is not that of this program.';
      const from = request.headers.origin;
      if (needsOrigin ? from !== origin : from !== undefined && from !== origin)
        return 'The request comes from another page.';
      const site = request.headers['sec-fetch-site'];
      if (site !== undefined && site !== 'same-origin' && site !== 'none')
        return 'The request comes from another site.';
      const shown = cookieValue(request.headers.cookie ?? '', cookieName);
      return same(shown, token) ? null : 'Open the address that the program printed.';
    },
  };
}

function same(shown: string, token: string): boolean {
  const a = Buffer.from(shown);
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookieValue(header: string, name: string): string {
  for (const part of header.split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return '';
}
