/**
 * Walks from a program's entries to everything they load, and prints what was reached and what was not found, as
 * JSON. A program of its own, because only `--experimental-import-meta-resolve` looks from another script's place.
 * Run: node --experimental-import-meta-resolve walk.ts TREE ENTRY…
 */
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Walk } from './imports.ts';
import { type Reference, referencesIn } from './references.ts';

const [treeArgument = '.', ...entries] = process.argv.slice(2);
const tree = realpathSync(treeArgument);
const reached = new Set<string>();
const missing: { from: string; target: string }[] = [];
const external = new Set<string>();
const waiting = entries.map(entry => join(tree, entry));

for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) visit(file);
const walk: Walk = {
  reached: [...reached].map(file => relative(tree, file).split(sep).join('/')).toSorted(),
  missing,
  external: [...external].toSorted(),
};
process.stdout.write(JSON.stringify(walk));

function visit(file: string): void {
  if (reached.has(file)) return;
  reached.add(file);
  if (!['.js', '.mjs', '.cjs'].includes(extname(file))) return;
  for (const reference of referencesIn(file, readFileSync(file, 'utf8'), isModule(file)))
    follow(file, reference);
}

function follow(from: string, { kind, target, optional }: Reference): void {
  if (kind !== 'path' && isBuiltin(target)) return;
  const found = find(from, kind, target);
  // Electron is there when the program runs, and nothing else is.
  if (target === 'electron') external.add(target);
  else if (found === null) {
    if (!optional) missing.push({ from: relative(tree, from), target });
  } else if (relative(tree, found).startsWith(`..${sep}`))
    missing.push({ from: relative(tree, from), target });
  else if (statSync(found).isDirectory()) for (const each of filesBelow(found)) waiting.push(each);
  else waiting.push(found);
}

function find(from: string, kind: Reference['kind'], target: string): string | null {
  try {
    const file =
      kind === 'require'
        ? createRequire(from).resolve(target)
        : kind === 'path'
          ? resolve(dirname(from), target)
          : fileURLToPath(import.meta.resolve(target, pathToFileURL(from).href));
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile())
    .map(each => join(each.parentPath, each.name));
}

/** As Node decides it: by the ending, or by the nearest package.json. */
function isModule(file: string): boolean {
  if (extname(file) !== '.js') return extname(file) === '.mjs';
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const described = join(folder, 'package.json');
    if (existsSync(described)) return /"type"\s*:\s*"module"/.test(readFileSync(described, 'utf8'));
    if (folder === dirname(folder)) return false;
  }
}
