import { extname } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

/** What a script names that must be there when it runs. */
export interface Reference {
  /** How it is looked for: as `import` does, as `require` does, or as a path from the script's own folder. */
  readonly kind: 'import' | 'require' | 'path';
  readonly target: string;
  /** Whether the script does without: it tries, and goes on where there is nothing. */
  readonly optional: boolean;
}

/**
 * Everything that a script names in so many words: imports, dynamic ones too, `require` of a text, and files by way
 * of `import.meta`: `new URL('./entry.js', import.meta.url)`, `join(import.meta.dirname, 'preload.cjs')`.
 * @param name decides whether it is a module: by its ending, or by `isModule` for one that ends in .js
 * @throws SyntaxError where it cannot be parsed
 */
export function referencesIn(name: string, source: string, isModule: boolean): readonly Reference[] {
  const sourceType = isModule ? 'module' : 'commonjs';
  const { program, errors } = parseSync(name, source, { lang: 'js', sourceType });
  if (errors[0]) throw new SyntaxError(`${name}: ${errors[0].message}`);
  const found: Reference[] = [];
  let tries = 0;
  const add = (kind: Reference['kind'], target: string | null): void => {
    if (target !== null) found.push({ kind, target, optional: tries > 0 });
  };
  const callExpression = ({ callee, arguments: given }: ESTree.CallExpression): void => {
    const [first, second] = given;
    if (callee.type !== 'Identifier') return;
    if (callee.name === 'require' && first) add('require', textOf(first, name));
    if ((callee.name === 'join' || callee.name === 'resolve') && second && isMeta(first, 'dirname'))
      add('path', textOf(second, name));
  };
  const newExpression = ({ callee, arguments: given }: ESTree.NewExpression): void => {
    const [target, base] = given;
    if (callee.type === 'Identifier' && callee.name === 'URL' && target && isMeta(base, 'url'))
      add('path', textOf(target, name));
  };
  const entered = (): void => void tries++;
  const left = (): void => void tries--;
  new Visitor({
    TryStatement: entered,
    'TryStatement:exit': left,
    ImportDeclaration: node => add('import', node.source.value),
    ExportNamedDeclaration: node => add('import', node.source?.value ?? null),
    ExportAllDeclaration: node => add('import', node.source.value),
    ImportExpression: node => add('import', textOf(node.source, name)),
    CallExpression: callExpression,
    NewExpression: newExpression,
  }).visit(program);
  return found;
}

/** The text of a literal, or of a template whose only variable is the script's own ending; else null. */
function textOf(node: ESTree.Node, name: string): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  const [before, after] = node.quasis;
  const [variable] = node.expressions;
  if (!variable) return before?.value.cooked ?? null;
  if (node.expressions.length > 1 || !isOwnEnding(variable)) return null;
  return `${before?.value.cooked ?? ''}${extname(name)}${after?.value.cooked ?? ''}`;
}

/** `extname(import.meta.filename)` */
function isOwnEnding(node: ESTree.Node): boolean {
  return (
    node.type === 'CallExpression' &&
    node.callee.type === 'Identifier' &&
    node.callee.name === 'extname' &&
    isMeta(node.arguments[0], 'filename')
  );
}

function isMeta(node: ESTree.Node | undefined, property: string): boolean {
  return (
    node?.type === 'MemberExpression' &&
    node.object.type === 'MetaProperty' &&
    node.property.type === 'Identifier' &&
    node.property.name === property
  );
}
