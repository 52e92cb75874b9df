import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The law of place (design 3): what may import what is computed from the sources, not promised. A package is
 * either free for all, or named for the layers that may use it; one that is in neither list is an error.
 */
const root = resolve(import.meta.dirname, '../..');

const layers = {
  'main/contract': ['main/contract'],
  'main/core': ['main/core', 'main/contract'],
  'main/hosts/browser': ['main/hosts/browser', 'main/hosts', 'main/core', 'main/contract'],
  'main/hosts/electron': ['main/hosts/electron', 'main/hosts', 'main/core', 'main/contract'],
  'main/hosts': ['main/hosts', 'main/core', 'main/contract'],
  'main/cli': [
    'main/cli',
    'main/hosts',
    'main/hosts/browser',
    'main/hosts/electron',
    'main/core',
    'main/contract',
  ],
  'main/launch/package': ['main/launch/package', 'main/cli', 'main/core', 'main/contract'],
  renderer: ['renderer', 'main/contract'],
} as const;
type Layer = keyof typeof layers;

const packages: Readonly<Record<Layer, RegExp>> = {
  'main/contract': /^zod$/,
  'main/core':
    /^(node:.+|zod|better-sqlite3|sharp|exiftool-vendored|mammoth|libxml2-wasm|ajv(-.+|\/.+)?|saxes|parse5|mdast.*|micromark.*|yauzl|diff)$/,
  'main/hosts/browser': /^(node:.+|ws)$/,
  'main/hosts/electron': /^(node:.+|electron)$/,
  'main/hosts': /^(node:.+|zod)$/,
  'main/cli': /^(node:.+|commander|electron|zod)$/,
  'main/launch/package': /^(node:.+|electron-builder|sharp|vite)$/,
  renderer: /^(react|react-dom(\/client)?|lexical|@lexical\/.+)$/,
};

interface Import {
  readonly from: string;
  readonly target: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(name => /\.(ts|tsx)$/.test(name) && !name.endsWith('.d.ts') && !name.endsWith('vite.config.ts'));
}

const pattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(pattern)].map(match => ({
    from: file,
    target: match[1] ?? match[2] ?? match[3] ?? '',
  }));
}

function layerOf(file: string): Layer | undefined {
  const names = Object.keys(layers) as Layer[];
  return names.filter(name => file.startsWith(`${name}/`)).sort((a, b) => b.length - a.length)[0];
}

const files = [...sourceFiles('main'), ...sourceFiles('renderer')];
const imports = files.flatMap(importsOf);
const resolved = imports
  .filter(each => each.target.startsWith('.'))
  .map(each => ({ from: each.from, to: relative(root, resolve(root, dirname(each.from), each.target)) }));

describe('the law of place', () => {
  it('finds the sources', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(resolved.length).toBeGreaterThan(100);
  });

  it('puts every source file in a layer', () => {
    expect(files.filter(file => layerOf(file) === undefined)).toEqual([]);
  });

  it('lets a layer import only what its row allows', () => {
    const forbidden = resolved.filter(({ from, to }) => {
      if (to.endsWith('.css')) return false;
      const own = layerOf(from);
      const other = layerOf(to);
      return !own || !other || !(layers[own] as readonly string[]).includes(other);
    });
    expect(forbidden).toEqual([]);
  });

  it('lets a layer use only the packages its row allows', () => {
    const forbidden = imports.filter(({ from, target }) => {
      const own = layerOf(from);
      return !target.startsWith('.') && own !== undefined && !packages[own].test(target);
    });
    expect(forbidden).toEqual([]);
  });

  it('has no import cycle', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to } of resolved) graph.set(from, [...(graph.get(from) ?? []), to]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      else if (!done.has(file)) {
        for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
        done.add(file);
      }
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('keeps source files to one subject', () => {
    const long = files.filter(file => readFileSync(join(root, file), 'utf8').split('\n').length > 400);
    expect(long).toEqual([]);
  });
});
