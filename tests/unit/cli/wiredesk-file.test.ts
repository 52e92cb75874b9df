import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { run } from '../../../main/cli/run.ts';
import type { Block, BoxedBlock } from '../../../main/contract/body.ts';
import type { Story } from '../../../main/contract/story.ts';
import { pixels } from '../../support/pictures.ts';
import { temporaryFolder } from '../../support/store.ts';
import { fullStory, withFields } from '../../support/story.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

/** Runs a command on a store, and reads what it printed. */
async function command<Answer>(store: string, ...words: readonly string[]): Promise<Answer> {
  const printed: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation(text => printed.push(String(text)) > 0);
  try {
    expect(await run([...words, '--store', join(folder, store), '--json'])).toBe(0);
  } finally {
    write.mockRestore();
  }
  return JSON.parse(printed.join('')) as Answer;
}

interface Imported {
  readonly stories: readonly { readonly id: string }[];
}

/** A story without what each store has of its own: names of story and blocks, saves, files as they were kept. */
function shared({ id: _, revision: __, updated: ___, body, pictures, ...story }: Story): unknown {
  return {
    ...withFields({ ...fullStory, ...story }, { internalNote: '' }),
    body: withoutIds(body.blocks),
    pictures: pictures.map(({ file, ...picture }) => ({ ...picture, file: file?.name, width: file?.width })),
  };
}

function withoutIds(blocks: readonly (Block | BoxedBlock)[]): unknown[] {
  return blocks
    .filter(block => block.type !== 'note')
    .map(({ id: _, ...block }) =>
      block.type === 'box' ? { ...block, blocks: withoutIds(block.blocks) } : block,
    );
}

describe('a story handed to a colleague', () => {
  it('is in the other store what it was in the first, pictures and all', async () => {
    const { guid, version, state, body, pictures } = fullStory;
    const { fields } = withFields(fullStory, { embargo: null });
    const made = join(folder, 'story.json');
    writeFileSync(
      made,
      JSON.stringify({
        ...{ guid, version, state, fields, body },
        pictures: pictures.map(picture => ({ ...picture, file: null, restrictions: [] })),
      }),
    );
    const photograph = join(folder, 'lock opening.jpg');
    writeFileSync(photograph, await pixels('jpeg'));
    const { id } = await command<Story>('hers', 'new', '--from', made);
    await command('hers', 'add-picture', id, photograph);
    const words = ['export', id, '--format', 'wiredesk', '--out', join(folder, 'out')];
    const { files } = await command<{ files: { path: string; mediaType: string }[] }>('hers', ...words);
    expect(files.map(each => each.mediaType)).toEqual(['application/x-wiredesk', 'image/jpeg']);
    const [{ path } = { path: '' }] = files;
    expect(path).toMatch(/SELWYN-LOCK-.*\.wiredesk$/);

    const { stories } = await command<Imported>('his', 'import', path);
    expect(stories).toMatchObject([{ format: 'wiredesk', problems: [] }]);
    const sent = await command<Story>('hers', 'show', id);
    const received = await command<Story>('his', 'show', stories[0]?.id ?? '');
    expect(received.id).not.toBe(sent.id);
    expect(sent.pictures.map(picture => picture.file?.name)).toEqual([
      undefined,
      undefined,
      'lock opening.jpg',
    ]);
    expect(shared(received)).toEqual(shared(sent));
    expect(received.fields.internalNote).toBe('');

    const again = await command<Imported>('his', 'import', path);
    expect(again.stories).toMatchObject([{ id: received.id, problems: [{ code: 'not-newer' }] }]);
  });
});
