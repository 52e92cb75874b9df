import { describe, expect, it, vi } from 'vitest';
import { commandWords } from '../../../main/cli/command-words.ts';
import { run } from '../../../main/cli/run.ts';

/** The commands that the help names. */
async function commandsOfHelp(): Promise<readonly string[]> {
  const printed: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation(text => printed.push(String(text)) > 0);
  try {
    expect(await run(['--help'])).toBe(0);
  } finally {
    write.mockRestore();
  }
  const [, list = ''] = printed.join('').split('Commands:');
  return [...list.matchAll(/^ {2}([a-z][a-z-]*) [[<]/gmu)].map(match => match[1] ?? '');
}

describe('commandWords', () => {
  it('knows every command by its name', async () => {
    const names = await commandsOfHelp();
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(commandWords([name, 'x'])).toEqual([name, 'x']);
  });

  it.each([
    [[]],
    [['/home/ida/story.wiredesk']],
    [['story.wiredesk', 'list']],
    [['./list']],
    [['--no-sandbox', '/home/ida/list']],
    [['--store', 'list']],
    [['-psn_0_989382']],
  ])('takes %j for no command', args => {
    expect(commandWords(args)).toBeNull();
  });

  it.each([
    [
      ['list', '--json'],
      ['list', '--json'],
    ],
    [
      ['--json', '--store', 'desk', 'list', '--query', 'lock'],
      ['--json', '--store', 'desk', 'list', '--query', 'lock'],
    ],
    [
      ['--store=desk', 'show', 'x'],
      ['--store=desk', 'show', 'x'],
    ],
    [['--no-sandbox', 'formats'], ['formats']],
    [['--no-sandbox', '--version'], ['--version']],
    [
      ['export', 'x', '--no-sandbox'],
      ['export', 'x', '--no-sandbox'],
    ],
  ])('takes of %j the words of the command, without what is for Chromium', (args, words) => {
    expect(commandWords(args)).toEqual(words);
  });
});
