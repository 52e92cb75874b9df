import { hostAddress } from './address.ts';
import type { Line, Protocol } from './chromium.ts';
import { checkArgument, checkOptions, isBoolean, isFunction, isText } from './options.ts';
import { demandNotReady, demandReady } from './program.ts';
import { standFor } from './stand.ts';

type Handler = Parameters<Electron.Protocol['handle']>[1];

/** The schemes that the host registered as standard ones: what Chromium is asked to load in their place. */
export const schemes = new Set<string>();
const handlers = new Map<string, Handler>();

export const protocol = standFor<Electron.Protocol>('protocol', {
  registerSchemesAsPrivileged(list) {
    demandNotReady('protocol.registerSchemesAsPrivileged()');
    for (const each of list) {
      checkOptions<Electron.CustomScheme>('A privileged scheme', each, {
        scheme: isText,
        privileges: privileges => {
          checkOptions<Electron.Privileges>('A scheme’s privileges', privileges, {
            standard: isBoolean,
            secure: isBoolean,
            supportFetchAPI: isBoolean,
            codeCache: isBoolean,
          });
          return true;
        },
      });
      // The only kind that Chromium can be made to treat as the host means it.
      if (!each.privileges?.standard || !each.privileges.secure)
        throw new TypeError('The stand-in has only schemes that are standard and secure.');
      schemes.add(each.scheme);
    }
  },
  handle(scheme, handler) {
    demandReady('protocol.handle()');
    checkArgument('protocol.handle', handler, isFunction);
    if (!schemes.has(scheme)) throw new Error(`The scheme ${scheme} has not been registered.`);
    if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} has been intercepted already.`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme) {
    if (!handlers.delete(scheme)) throw new Error(`The scheme ${scheme} is not handled.`);
  },
  isProtocolHandled: scheme => handlers.has(scheme),
});

/**
 * Answers one request of a page: by the host where the scheme is its own, else by the network.
 * @param line to the page
 */
export async function answerRequest(line: Line, paused: Protocol.Fetch.requestPausedPayload): Promise<void> {
  const { requestId, request } = paused;
  const url = hostAddress(request.url);
  if (url === request.url) {
    await line.send('Fetch.continueRequest', { requestId });
    return;
  }
  const handler = handlers.get(url.slice(0, url.indexOf(':')));
  try {
    if (!handler) throw new Error(`Nothing handles ${url}.`);
    const response = await handler(asked(url, request));
    const body = Buffer.from(await response.arrayBuffer());
    await line.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: body.toString('base64'),
    });
  } catch {
    await line.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
  }
}

function asked(url: string, { method, headers, postDataEntries = [] }: Protocol.Network.Request): Request {
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  // A file of the disk that the page sends has no bytes here: the page is to send them itself.
  const body = Buffer.concat(postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')));
  return new Request(url, { method, headers, body });
}
