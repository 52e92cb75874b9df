import { expect, test } from 'vitest';
import { remembered } from '../../../main/core/remembered.ts';

function counting(most: number): { readonly asked: string[]; readonly ask: (text: string) => string | null } {
  const asked: string[] = [];
  const ask = remembered(most, text => {
    asked.push(text);
    return text === '' ? null : text.toUpperCase();
  });
  return { asked, ask };
}

test('answers once for the same question, no answer included', () => {
  const { asked, ask } = counting(10);
  expect([ask('pier'), ask('pier'), ask(''), ask('')]).toEqual(['PIER', 'PIER', null, null]);
  expect(asked).toEqual(['pier', '']);
});

test('keeps no more answers than it was told', () => {
  const { asked, ask } = counting(2);
  for (const text of ['a', 'b', 'c', 'a', 'c']) ask(text);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

test('keeps no answer to a very long question', () => {
  const { asked, ask } = counting(10);
  const long = 'x'.repeat(10_000);
  ask(long);
  ask(long);
  expect(asked).toHaveLength(2);
});
