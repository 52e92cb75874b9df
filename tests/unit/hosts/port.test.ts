import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { keepPort, portOfBefore } from '../../../main/hosts/browser/port.ts';
import { temporaryFolder } from '../../support/store.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

it('is the one of before, or any that is free', () => {
  expect(portOfBefore(folder)).toBe(0);
  keepPort(folder, 'http://127.0.0.1:40123/?token=x');
  expect(portOfBefore(folder)).toBe(40_123);
});

it.each(['', 'x', '80', '70000', '40123.5', '-1', '1e9'])('is not read from %j', kept => {
  writeFileSync(join(folder, 'browser-port'), kept);
  expect(portOfBefore(folder)).toBe(0);
});

it('may be one that cannot be kept', () => {
  expect(() => keepPort(join(folder, 'not', 'there'), 'http://127.0.0.1:40123/')).not.toThrow();
});
