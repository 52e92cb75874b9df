/**
 * Starts the packaged program's core from its unpacked tree and does with it what a newsroom does first: takes a
 * story in, reads a picture, scales it, exports both; then runs a command. Everything is loaded from the tree.
 * Run: node --experimental-import-meta-resolve --import only-from-tree.ts start-core.ts TREE FOLDER
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MethodName, MethodOutput } from '../../contract/methods.ts';

const [tree = '', folder = ''] = process.argv.slice(2);
const inTree = (path: string): string => pathToFileURL(join(tree, path)).href;
const packaged = (name: string): string => import.meta.resolve(name, inTree('package.json'));

const { createCore }: typeof import('../../core/core.ts') = await import(inTree('dist/main/core/core.js'));
const { run }: typeof import('../../cli/run.ts') = await import(inTree('dist/main/cli/run.js'));
const { default: sharp }: typeof import('sharp') = await import(packaged('sharp'));
// Loaded only when a schema folder is set, or a Word document comes in.
for (const name of [
  'libxml2-wasm',
  'ajv',
  'ajv/dist/2020.js',
  'ajv-draft-04',
  'ajv-formats',
  'mammoth',
  'diff',
])
  await import(packaged(name));

const headline = 'Sea lock in Port Selwyn opens after two years';
const description = 'Ada Lindqvist opens the sea lock in Port Selwyn.';
const text = [
  headline,
  '',
  'PORT SELWYN – The sea lock opened on Tuesday.',
  '',
  'Ships passed at noon.',
  '',
].join('\n');

const core = await createCore({ directory: join(folder, 'store'), sample: true });
const desk = core.connect(() => undefined);
try {
  const files = [{ name: 'lock.txt', data: Buffer.from(text).toString('base64') }];
  const taken = await call('intake.import', { files, session: 'check', job: 'check' });
  const [story] = taken.stories;
  demand(story !== undefined, `the story was not taken in: ${JSON.stringify(taken.failed)}`);

  const pixels = sharp({ create: { width: 64, height: 48, channels: 3, background: '#1d3c5c' } });
  const jpeg = await pixels
    .withExif({ IFD0: { ImageDescription: description } })
    .jpeg()
    .toBuffer();
  const file = { name: 'lock.jpg', data: jpeg.toString('base64') };
  const added = await call('pictures.add', { story: story.id, file, session: 'check' });
  const [picture] = added.story.pictures;
  demand(picture?.description === description, "exiftool did not read the picture's description");

  const thumbnail = await core.picture(picture.file?.sha256 ?? '', 'thumbnail');
  demand(thumbnail?.mediaType === 'image/webp', 'sharp did not scale the picture');

  const target = join(folder, 'out');
  await call('export.write', { ids: [story.id], format: 'newsml-g2', folder: target, session: 'check' });
  const written = await readdir(target, { recursive: true });
  const wire = written.find(name => name.endsWith('.xml'));
  demand(wire !== undefined, `no NewsML-G2 was written, but ${written.join(', ')}`);
  demand(
    (await readFile(join(target, wire), 'utf8')).includes(headline),
    'the headline is not in the NewsML-G2',
  );
  demand(
    written.some(name => name.endsWith('.jpg')),
    'the picture was not exported',
  );
} finally {
  desk.close();
  await core.close();
}
demand((await run(['doctor', '--store', join(folder, 'store')])) === 0, 'the command line did not run');

async function call<Name extends MethodName>(method: Name, input: unknown): Promise<MethodOutput<Name>> {
  const result = await desk.dispatch(method, input);
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
  // dispatch checks each method's output against its schema.
  return result.value as MethodOutput<Name>;
}

function demand(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(`In the packaged program, ${otherwise}.`);
}
