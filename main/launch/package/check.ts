/**
 * `npm run package -- --check`: packages the program with everything but Electron itself, and verifies what came out.
 * electron-builder checks its configuration and makes the archive; fuses, files, what is loaded, notices and the
 * start of the core are checked here.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type PackagedFile, readArchive } from './archive.ts';
import { walkImports } from './imports.ts';
import { packageFolder } from './package-folder.ts';
import { fileProblems } from './rules.ts';
import { makeStandIn, readFuses } from './stand-in.ts';

const run = promisify(execFile);
const here = import.meta.dirname;

/** What each of Electron's fuses is in a package: the fuses' law, which electron-builder.yml must obey. */
const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

const folder = await realpath(await mkdtemp(join(tmpdir(), 'wiredesk-package-')));
try {
  const problems = await check();
  for (const problem of problems) say(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
} catch (error) {
  say(wordsOf(error));
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function check(): Promise<readonly string[]> {
  const output = join(folder, 'packages');
  await makeStandIn(join(folder, 'electron'));
  await run(process.execPath, [join(here, 'run.ts'), join(folder, 'electron'), output]);
  const [name] = (await readdir(output)).filter(each => each.endsWith('-unpacked'));
  if (name === undefined) return ['electron-builder made no program.'];
  const program = join(output, name);
  const archive = await readArchive(join(program, 'resources/app.asar'));
  const tree = join(folder, 'tree');
  await archive.extract(tree);

  // Each is a program of its own.
  const [walk, notStarted] = await Promise.all([
    walkImports(tree, ['dist/main/cli/desktop.js']),
    startProblems(tree),
  ]);
  const onlyTypes = await scriptsWithoutCode(tree, archive.files);
  const { platform, arch } = process;
  const problems = [
    ...fileProblems({ files: archive.files, walk, onlyTypes, platform, arch }),
    ...(await fuseProblems(join(program, 'wiredesk'))),
    ...(await resourceProblems(join(program, 'resources'), archive.files)),
    ...notStarted,
  ];
  if (problems.length === 0) {
    const beside = archive.files.filter(each => each.unpacked).length;
    say(
      `${archive.files.length} files are packaged, ${beside} of them beside the archive. All that the program loads ` +
        'is among them, and its core starts from them.',
    );
  }
  return problems;
}

async function scriptsWithoutCode(
  tree: string,
  files: readonly PackagedFile[],
): Promise<ReadonlySet<string>> {
  const own = files.filter(({ path }) => path.startsWith('dist/main/') && path.endsWith('.js'));
  const read = await Promise.all(
    own.map(async ({ path }) => {
      const source = await readFile(join(tree, path), 'utf8');
      const code = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').trim();
      return code === 'export {};' ? [path] : [];
    }),
  );
  return new Set(read.flat());
}

async function fuseProblems(binary: string): Promise<readonly string[]> {
  const set = await readFuses(binary);
  return Object.entries(fuses)
    .filter(([fuse, wanted]) => set[fuse] !== wanted)
    .map(([fuse, wanted]) => `The fuse ${fuse} must be ${wanted ? 'on' : 'off'}.`);
}

/** Beside the archive stand the licences, and neither a page of Electron's nor the address of a feed of updates. */
async function resourceProblems(
  resources: string,
  files: readonly PackagedFile[],
): Promise<readonly string[]> {
  const names = await readdir(resources);
  const allowed = ['LICENSE.txt', 'THIRD-PARTY.txt', 'app.asar', 'app.asar.unpacked'];
  const notices = await readFile(join(resources, 'THIRD-PARTY.txt'), 'utf8');
  const packages = new Set(files.flatMap(({ path }) => packageFolder(path) ?? []));
  const unnamed = [...packages].filter(
    each => !notices.includes(`\n${each.replace(/.*node_modules\//, '')} `),
  );
  return [
    ...names.filter(name => !allowed.includes(name)).map(name => `resources/${name} should not be there.`),
    ...allowed.filter(name => !names.includes(name)).map(name => `resources/${name} is missing.`),
    ...unnamed.map(each => `${each} is not in THIRD-PARTY.txt.`),
  ];
}

/** Starts the core in an environment of its own, so that nothing of this one helps. */
async function startProblems(tree: string): Promise<readonly string[]> {
  const args = [
    '--experimental-import-meta-resolve',
    '--import',
    join(here, 'only-from-tree.ts'),
    join(here, 'start-core.ts'),
    tree,
    join(folder, 'desk'),
  ];
  const { PATH = '', SystemRoot = '' } = process.env;
  const env = { PATH, SystemRoot, HOME: folder, TMPDIR: folder, TEMP: folder, WIREDESK_PACKAGED_TREE: tree };
  try {
    await run(process.execPath, args, { cwd: folder, env, timeout: 60_000 });
    return [];
  } catch (error) {
    return [`The core does not start from the packaged files: ${wordsOf(error)}`];
  }
}

/** A program that failed said why on its own output. */
function wordsOf(error: unknown): string {
  const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
  return [stdout, stderr, error instanceof Error ? error.message : String(error)].join('\n').trim();
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
