/**
 * Preloaded (`--import`) into a program and its worker threads: writes every attempt to reach another machine into the
 * file that WIREDESK_NETWORK_LOG names, a line of JSON each, and lets none get further. Sockets that have a path
 * and no address stay on this machine, and so does 127.0.0.1; connections to that are written down and made.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const log = process.env.WIREDESK_NETWORK_LOG;
/** The stand-in's line to its Chromium: what in Electron is a pipe between its own processes. */
const pipe = process.env.STAND_IN_CHROMIUM ? new URL(process.env.STAND_IN_CHROMIUM).host : null;

function attempt(how, target) {
  if (log) appendFileSync(log, `${JSON.stringify({ how, target: String(target) })}\n`);
}

function refused(target) {
  return Object.assign(new Error(`No network in this test: ${target}`), { code: 'ENETUNREACH' });
}

// Everything that is TCP comes through here: net, tls, http, https, http2, fetch, WebSocket.
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...given) {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  const { path, port, host } =
    typeof first === 'object'
      ? first
      : Number.isNaN(Number(first))
        ? { path: first }
        : { port: first, host: second };
  if (path) return connect.apply(this, given);
  const address = `${typeof host === 'string' ? host : 'localhost'}:${port}`;
  if (address !== pipe) attempt('connect', address);
  if (address.startsWith('127.0.0.1:')) return connect.apply(this, given);
  process.nextTick(() => this.destroy(refused(address)));
  return this;
};

for (const method of ['send', 'connect']) {
  dgram.Socket.prototype[method] = (...given) => {
    attempt(
      `udp ${method}`,
      given.filter(each => typeof each !== 'function' && !Buffer.isBuffer(each)),
    );
    throw refused('UDP');
  };
}

const asking = /^(lookup|lookupService|resolve|resolve\w+|reverse)$/;
for (const resolver of [dns, dns.Resolver.prototype])
  for (const method of namesIn(resolver)) {
    const ask = resolver[method];
    resolver[method] = function (name, ...given) {
      // An address is looked up by looking at it: a server does so before it listens.
      if (method === 'lookup' && net.isIP(name)) return ask.call(this, name, ...given);
      attempt(`dns ${method}`, name);
      given.at(-1)(refused(name));
    };
  }
for (const resolver of [dns.promises, dns.promises.Resolver.prototype])
  for (const method of namesIn(resolver))
    resolver[method] = async name => {
      attempt(`dns ${method}`, name);
      throw refused(name);
    };

function namesIn(resolver) {
  return Object.getOwnPropertyNames(resolver).filter(name => asking.test(name));
}

// What is imported by name is what is put in place here.
syncBuiltinESMExports();
