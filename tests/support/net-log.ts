import { z } from 'zod';

/** Chromium's own log of its network (`--log-net-log`): every event of its network stack, whoever asked. */
const NetLog = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }),
  events: z.array(z.object({ type: z.number(), params: z.record(z.string(), z.unknown()).optional() })),
});

/**
 * What leaves the machine: asking for a name's address, by the system or by a server; a packet of UDP; a TCP
 * connection. A socket of UDP that is connected and sends nothing only asks this machine which way it would go.
 */
const leaving = /^(DNS_TRANSACTION.*|HOST_RESOLVER_(DNS|SYSTEM)_TASK|UDP_BYTES_SENT|TCP_CONNECT_ATTEMPT)$/;

/**
 * @param log the text of a net log
 * @returns every attempt at the network, in words; 'TCP_CONNECT_ATTEMPT 127.0.0.1:80' for a connection
 */
export function networkAttempts(log: string): readonly string[] {
  const { constants, events } = NetLog.parse(JSON.parse(log));
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
  return events.flatMap(({ type, params }) => {
    const name = names.get(type) ?? '';
    if (!leaving.test(name)) return [];
    if (name !== 'TCP_CONNECT_ATTEMPT') return [params ? `${name} ${JSON.stringify(params)}` : name];
    // The end of an attempt is an event of its own, and has no address.
    return typeof params?.address === 'string' ? [`${name} ${params.address}`] : [];
  });
}
