import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { walkImports } from '../../../../main/launch/package/imports.ts';
import { referencesIn } from '../../../../main/launch/package/references.ts';
import { scratchFolder } from '../../../support/scratch-folder.ts';

describe('what a script names', () => {
  const named = (source: string, isModule = true): string[] =>
    referencesIn('script.js', source, isModule).map(({ kind, target }) => `${kind} ${target}`);

  it.each([
    ["import a from 'a';", 'import a'],
    ["import './b.js';", 'import ./b.js'],
    ["export * from './c.js';", 'import ./c.js'],
    ["export { d } from './d.js';", 'import ./d.js'],
    ["const e = await import('e');", 'import e'],
    ["const f = new URL('./f.wasm', import.meta.url);", 'path ./f.wasm'],
    [`new Worker(new URL(\`./g\${extname(import.meta.filename)}\`, import.meta.url));`, 'path ./g.js'],
    ["join(import.meta.dirname, '../h.cjs');", 'path ../h.cjs'],
  ])('%s', (source, expected) => {
    expect(named(source)).toEqual([expected]);
  });

  it('finds what a CommonJS script requires', () => {
    expect(named("return require('x')[require('./y')];", false)).toEqual(['require x', 'require ./y']);
  });

  it('takes no word of a comment, a text or a name made at run time for an import', () => {
    const source = "// import 'a';\nconst b = \"import 'b'\";\nawait import(c);\nnew URL('d', base);";
    expect(named(source)).toEqual([]);
  });

  it('knows what a script does without', () => {
    const found = referencesIn(
      'a.cjs',
      "try { require('fast') } catch { require('slow') } require('own')",
      false,
    );
    expect(found.map(({ target, optional }) => [target, optional])).toEqual([
      ['fast', true],
      ['slow', true],
      ['own', false],
    ]);
  });

  it('says which script it cannot read', () => {
    expect(() => named('import {')).toThrow('script.js');
  });
});

describe('what a program loads', () => {
  function tree(files: Readonly<Record<string, string>>): string {
    const folder = scratchFolder();
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return folder;
  }

  it('is followed through modules, packages of both kinds, workers and folders', async () => {
    const folder = tree({
      'package.json': '{"type": "module"}',
      'main.js': "import 'electron'; import 'node:fs'; import 'esm'; import './own.js'; import 'cjs';",
      'own.js': "new URL('./worker.js', import.meta.url); join(import.meta.dirname, 'pages');",
      'worker.js': '',
      'pages/index.html': '',
      'pages/assets/a.css': '',
      'stray.js': '',
      'node_modules/esm/package.json':
        '{"type": "module", "exports": {"import": "./in.js", "require": "./re.js"}}',
      'node_modules/esm/in.js': '',
      'node_modules/esm/re.js': '',
      'node_modules/cjs/package.json': '{"main": "lib/index.js"}',
      'node_modules/cjs/lib/index.js': "require('./other'); require('esm');",
      'node_modules/cjs/lib/other.js': '',
    });
    expect(await walkImports(folder, ['main.js'])).toEqual({
      external: ['electron'],
      missing: [],
      reached: [
        'main.js',
        'node_modules/cjs/lib/index.js',
        'node_modules/cjs/lib/other.js',
        'node_modules/esm/in.js',
        'node_modules/esm/re.js',
        'own.js',
        'pages/assets/a.css',
        'pages/index.html',
        'worker.js',
      ],
    });
  });

  it('tells what is not there, and nothing of what a script does without', async () => {
    const folder = tree({
      'main.cjs': "require('gone'); require('./gone.cjs'); try { require('spare') } catch {}",
    });
    expect((await walkImports(folder, ['main.cjs'])).missing).toEqual([
      { from: 'main.cjs', target: 'gone' },
      { from: 'main.cjs', target: './gone.cjs' },
    ]);
  });

  it('takes nothing from outside the tree', async () => {
    const folder = tree({
      'node_modules/above/package.json': '{}',
      'node_modules/above/index.js': '',
      'program/main.cjs': "require('above')",
    });
    expect((await walkImports(join(folder, 'program'), ['main.cjs'])).missing).toEqual([
      { from: 'main.cjs', target: 'above' },
    ]);
  });
});
