/** The commands by name, known without loading them: the installed program asks before it opens a window. */
const commands: ReadonlySet<string> = new Set([
  'new',
  'set',
  'add-picture',
  'list',
  'show',
  'revisions',
  'diff',
  'restore',
  'formats',
  'import',
  'check',
  'topics',
  'export',
  'convert',
  'caption',
  'metadata',
  'destinations',
  'destination',
  'uses',
  'ending',
  'backup',
  'restore-store',
  'doctor',
  'serve',
  'help',
]);

const asking = /^(?:-h|--help|-V|--version)$/;
const general = /^(?:--json|--store(?:=.*)?)$/;

/**
 * The words of a command among the arguments of the installed program, which takes files and Chromium's switches too.
 * @returns null where the first word is no command: it is a file then, or there is none
 */
export function commandWords(args: readonly string[]): readonly string[] | null {
  const isFolder = (index: number): boolean => args[index - 1] === '--store';
  const first = args.findIndex((word, index) => !word.startsWith('-') && !isFolder(index));
  const before = first < 0 ? args : args.slice(0, first);
  if (!before.some(word => asking.test(word)) && !commands.has(args[first] ?? '')) return null;
  const ours = before.filter((word, index) => asking.test(word) || general.test(word) || isFolder(index));
  return [...ours, ...args.slice(before.length)];
}
