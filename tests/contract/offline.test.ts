import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { networkAttempts } from '../support/net-log.ts';
import { type NetworkAttempt, readAttempts, watchedEnvironment } from '../support/network-log.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

/** Runs a program and gives what it printed, and every attempt at the network by it and its threads. */
async function watched(
  args: readonly string[],
): Promise<{ readonly stdout: string; readonly attempts: readonly NetworkAttempt[] }> {
  const log = join(scratchFolder(), 'network.jsonl');
  const env = { ...process.env, ...watchedEnvironment(log) };
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  return { stdout, attempts: readAttempts(log) };
}

describe('offline means offline', () => {
  it('takes in, edits, illustrates, exports and files without a call to another machine', async () => {
    const program = join(import.meta.dirname, '../support/main-job.ts');
    const { stdout, attempts } = await watched([program, scratchFolder()]);
    const done = JSON.parse(stdout);
    expect(done.stories).toBe(3);
    expect(done.written).toBeGreaterThan(12);
    expect(attempts).toEqual([]);
  });
});

describe('the watch itself', () => {
  it.each([
    ['fetch', "await fetch('http://far.example/a').catch(() => {})", 'far.example:80'],
    [
      'https',
      "(await import('node:https')).get('https://far.example').on('error', () => {})",
      'far.example:443',
    ],
    [
      'a socket',
      "(await import('node:net')).connect(25, 'far.example').on('error', () => {})",
      'far.example:25',
    ],
    ['a WebSocket', "new WebSocket('ws://far.example').onerror = () => {}", 'far.example:80'],
    [
      'dns',
      "await (await import('node:dns')).promises.resolve4('far.example').catch(() => {})",
      'far.example',
    ],
    ['a lookup', "(await import('node:dns')).lookup('far.example', () => {})", 'far.example'],
    [
      'udp',
      "try { (await import('node:dgram')).createSocket('udp4').send('x', 53, '192.0.2.1') } catch {}",
      '53,192.0.2.1',
    ],
    [
      'a worker thread',
      "new (await import('node:worker_threads')).Worker(\"fetch('http://far.example').catch(() => {})\", { eval: true })",
      'far.example:80',
    ],
    [
      'another program',
      "(await import('node:child_process')).spawnSync(process.execPath, ['-e', \"fetch('http://far.example').catch(() => {})\"])",
      'far.example:80',
    ],
  ])('sees %s', async (_, script, target) => {
    const { attempts } = await watched(['--input-type=module', '-e', script]);
    expect(attempts.map(each => each.target.replace(/^x,/, ''))).toEqual([target]);
  });
});

describe("the reading of a browser's own log", () => {
  it('tells names that were asked for, packets that were sent and connections that were tried', () => {
    const logEventTypes = {
      TCP_CONNECT_ATTEMPT: 1,
      UDP_CONNECT: 2,
      UDP_BYTES_SENT: 3,
      HOST_RESOLVER_SYSTEM_TASK: 4,
      DNS_TRANSACTION: 5,
      URL_REQUEST_START_JOB: 6,
    };
    const events = [
      { type: 1, params: { address: '192.0.2.1:443' } },
      { type: 1, params: { os_error: 101 } },
      { type: 2, params: { address: '192.0.2.1:443' } },
      { type: 3, params: { byte_count: 40 } },
      { type: 4 },
      { type: 5, params: { hostname: 'far.example' } },
      { type: 6, params: { url: 'https://far.example/' } },
    ];
    expect(networkAttempts(JSON.stringify({ constants: { logEventTypes }, events }))).toEqual([
      'TCP_CONNECT_ATTEMPT 192.0.2.1:443',
      'UDP_BYTES_SENT {"byte_count":40}',
      'HOST_RESOLVER_SYSTEM_TASK',
      'DNS_TRANSACTION {"hostname":"far.example"}',
    ]);
  });
});
