import type { Protocol } from 'electron';
import type { Core } from '../../core/core.ts';
import { pictureHeaders, securityHeaders, servedPictureType } from '../security.ts';
import { pictureInPath, readStaticFile } from '../static-files.ts';
import { type Announced, receiveUpload, uploadIn } from '../uploads.ts';
import { appScheme, isOwnPage } from './navigation.ts';

/** Gives the application's scheme an origin of its own; only before the application is ready. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built renderer and the store's pictures under the application's scheme. */
export function servePages(protocol: Protocol, core: Core, root: string): void {
  protocol.handle(appScheme, request =>
    answerPage(request, core, root).catch(() => refuse(500, 'The program failed to answer.')),
  );
}

/** @returns the page's file or picture with the headers of both hosts, or a refusal in one sentence */
export async function answerPage(
  request: Pick<Request, 'method' | 'url'> & { readonly body?: Request['body'] },
  core: Pick<Core, 'picture' | 'takeIn'>,
  root: string,
): Promise<Response> {
  if (!isOwnPage(request.url)) return refuse(403, 'The address is not that of this program.');
  const upload = request.method === 'POST' ? uploadIn(new URL(request.url)) : null;
  if (upload !== null) return takeIn(core, upload, request.body ?? null);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET is answered here.');
  const { pathname } = new URL(request.url);
  const named = pictureInPath(pathname);
  if (named) {
    const picture = await core.picture(named.sha256, named.variant);
    if (!picture) return refuse(404, 'There is no such picture.');
    return answer(picture.bytes, { ...pictureHeaders, 'Content-Type': servedPictureType(picture.mediaType) });
  }
  const file = await readStaticFile(root, pathname);
  if (!file) return refuse(404, 'There is nothing here.');
  return answer(file.bytes, {
    ...securityHeaders,
    'Content-Type': file.mediaType,
    'Cache-Control': 'no-store',
  });
}

async function takeIn(
  core: Pick<Core, 'takeIn'>,
  announced: Announced,
  body: Request['body'],
): Promise<Response> {
  const result = body && (await receiveUpload(core, announced, body));
  if (!result) return refuse(400, 'The file did not arrive whole.');
  return answer(Buffer.from(JSON.stringify(result)), {
    ...securityHeaders,
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
  });
}

function answer(bytes: Uint8Array, headers: Readonly<Record<string, string>>): Response {
  return new Response(new Uint8Array(bytes), { headers });
}

function refuse(status: number, reason: string): Response {
  const headers = {
    ...securityHeaders,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  };
  return new Response(`${reason}\n`, { status, headers });
}
