/**
 * The main job without a window, as a program: takes in what names other machines, edits, adds a picture, exports,
 * files. Prints how many stories came in and how many files went out.
 * Run: node tests/support/main-job.ts FOLDER
 */
import { join } from 'node:path';
import { plainInlines } from '../../main/contract/body.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../main/contract/methods.ts';
import { createCore } from '../../main/core/core.ts';
import { writeTags } from '../../main/core/pictures/exiftool.ts';
import { formats } from '../../main/core/wire/formats.ts';
import { pixels } from './pictures.ts';

const far = 'https://far.example';
const page = `<!doctype html><html><head><link rel="stylesheet" href="${far}/a.css">
<script src="${far}/a.js"></script></head><body><article><h1>Sea lock opens</h1>
<figure><img src="${far}/lock.jpg"><figcaption>The lock. (Tomas Reyl/Selwyn Agency)</figcaption></figure>
<p>The sea lock in Port Selwyn opened on Tuesday.</p></article></body></html>`;
const nitf = `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "${far}/nitf.dtd">
<nitf><head><title>Ferry sails</title></head><body><body.head><hedline><hl1>Ferry sails</hl1></hedline></body.head>
<body.content><p>The ferry sailed again.</p><media media-type="image"><media-reference source="${far}/ferry.jpg"/>
<media-caption>The ferry.</media-caption></media></body.content></body></nitf>`;
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Selwyn</title><link>${far}/</link>
<item><title>Bridge closes</title><link>${far}/bridge</link><description>The bridge closed.</description>
<enclosure url="${far}/bridge.jpg" type="image/jpeg" length="1"/></item></channel></rss>`;

const [folder = ''] = process.argv.slice(2);
const core = await createCore({ directory: join(folder, 'store'), sample: true });
const desk = core.connect(() => undefined);

const sources = { 'page.html': page, 'wire.xml': nitf, 'feed.xml': feed };
const files = Object.entries(sources).map(([name, text]) => ({
  name,
  data: Buffer.from(text).toString('base64'),
}));
const { stories, failed } = await call('intake.import', { files, session: 's', job: 'j' });
const [first] = stories;
if (!first || failed.length > 0) throw new Error(`Not taken in: ${JSON.stringify(failed)}`);

const story = await call('stories.get', { id: first.id });
const inserted = [
  {
    after: null,
    blocks: [{ id: 'typed', type: 'paragraph' as const, inlines: plainInlines('Typed at the desk.') }],
  },
];
const patch = { fields: { slugline: 'LOCK' }, blocks: { changed: [], removed: [], inserted } };
await call('stories.save', { id: story.id, base: story.revision, session: 's', patch });

const picture = await writeTags(await pixels('jpeg'), {
  'XMP-dc:Description': 'The lock.',
  'XMP-xmpRights:WebStatement': `${far}/rights`,
});
const file = { name: 'lock.jpg', data: Buffer.from(picture).toString('base64') };
const added = await call('pictures.add', { story: story.id, file, session: 's' });
await core.picture(added.story.pictures.at(-1)?.file?.sha256 ?? '', 'preview');
await call('pictures.parseCaption', { text: 'The lock opens. (Tomas Reyl/Selwyn Agency)' });
await call('checks.run', { id: story.id });
await call('topics.search', { query: 'sport' });

const written: string[] = [];
for (const format of formats) {
  if (!format.write) continue;
  const choice = { format: format.id, withoutBlockedPictures: true };
  await call('export.preview', { id: story.id, ...choice });
  const target = { ids: [story.id], folder: join(folder, 'out', format.id), session: 's' };
  const result = await call('export.write', { ...choice, ...target });
  written.push(...result.files.map(each => each.path));
}
await call('settings.set', { settings: { author: 'Ida Marlow' } });
const delivery = { kind: 'folder' as const, path: join(folder, 'delivered') };
await call('destinations.set', { destination: { name: 'Harbour Radio', delivery } });
const filing = { format: 'newsml-g2', destination: 'Harbour Radio', withoutBlockedPictures: true };
const filed = await call('filing.file', { id: story.id, ...filing, session: 's' });
written.push(...filed.filing.files);

desk.close();
await core.close();
process.stdout.write(JSON.stringify({ stories: stories.length, written: written.length }));

async function call<Name extends MethodName>(
  name: Name,
  input: MethodInput<Name>,
): Promise<MethodOutput<Name>> {
  const result = await desk.dispatch(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value as MethodOutput<Name>;
}
