import { describe, expect, it } from 'vitest';
import { WiredeskError } from '../../../../main/contract/failure.ts';
import { type AddingState, createAddingJobs } from '../../../../renderer/pictures/adding-jobs.ts';

const files = (count: number): File[] =>
  Array.from({ length: count }, (_, index) => new File([String(index)], `lock-${index}.jpg`));

/** Resolves with the state that the story's adding ends in. */
function ended(jobs: ReturnType<typeof createAddingJobs>, story: string): Promise<AddingState> {
  return new Promise(resolve => {
    jobs.subscribe(() => {
      const state = jobs.state(story);
      if (state && !state.running) resolve(state);
    });
  });
}

describe('adding picture files', () => {
  it('sends two at a time and saves a hundred at once, in the order of the files', async () => {
    const jobs = createAddingJobs();
    let [running, most] = [0, 0];
    const saves: (readonly string[])[] = [];
    const end = ended(jobs, 's');
    jobs.add('s', files(230), null, {
      async upload(file) {
        running += 1;
        most = Math.max(most, running);
        // Every other one is slower than the next.
        for (let turn = 0; turn < (file.size % 2) * 3; turn += 1) await Promise.resolve();
        running -= 1;
        return { taken: file.name, differences: [], problems: [] };
      },
      save: async taken => void saves.push(taken),
    });
    expect(await end).toMatchObject({ done: 230, added: 230, total: 230, told: [] });
    expect(most).toBe(2);
    expect(saves.map(each => each.length)).toEqual([100, 100, 30]);
    expect(saves.flat()).toEqual(files(230).map(each => each.name));
  });

  it('goes on when one cannot be read, and says which', async () => {
    const jobs = createAddingJobs();
    const end = ended(jobs, 's');
    jobs.add('s', files(4), null, {
      async upload(file) {
        if (file.name === 'lock-1.jpg') throw new WiredeskError('unreadable', 'lock-1.jpg is empty.');
        const differences =
          file.name === 'lock-2.jpg'
            ? [{ field: 'instructions', xmp: 'ab', iim: 'a', truncated: true, iimLater: false }]
            : [];
        return { taken: file.name, differences, problems: [] };
      },
      save: async () => undefined,
    });
    expect(await end).toMatchObject({
      added: 3,
      done: 4,
      told: [
        'lock-1.jpg is empty.',
        'lock-2.jpg: instructions differs between XMP and IIM (IIM is cut; XMP was taken).',
      ],
    });
  });

  it('stops when it is cancelled, and keeps what was read', async () => {
    const jobs = createAddingJobs();
    const saves: (readonly string[])[] = [];
    const end = ended(jobs, 's');
    let sent = 0;
    jobs.add('s', files(50), null, {
      async upload(file, signal) {
        sent += 1;
        if (sent === 10) jobs.cancel('s');
        if (signal.aborted) throw new WiredeskError('cancelled', 'Cancelled.');
        return { taken: file.name, differences: [], problems: [] };
      },
      save: async taken => void saves.push(taken),
    });
    expect(await end).toMatchObject({ cancelled: true, added: 9, total: 50, told: [] });
    expect(saves).toHaveLength(1);
    expect(sent).toBeLessThanOrEqual(11);
    jobs.dismiss('s');
    expect(jobs.state('s')).toBeNull();
  });

  it('does what is dropped meanwhile afterwards, and each story’s on its own', async () => {
    const jobs = createAddingJobs();
    const order: string[] = [];
    const ports = (story: string) => ({
      upload: async (file: File) => ({ taken: file.name, differences: [], problems: [] }),
      save: async (taken: readonly string[], picture: string | null) =>
        void order.push(`${story} ${taken.length} ${picture}`),
    });
    const end = ended(jobs, 'a');
    jobs.add('a', files(2), null, ports('a'));
    jobs.add('a', files(1), 'p1', ports('a'));
    jobs.add('b', [], null, ports('b'));
    await end;
    while (order.length < 2) await Promise.resolve();
    expect(order).toEqual(['a 2 null', 'a 1 p1']);
    expect(jobs.state('b')).toBeNull();
  });

  it('says why where the story cannot be saved', async () => {
    const jobs = createAddingJobs();
    const end = ended(jobs, 's');
    jobs.add('s', files(1), null, {
      upload: async file => ({ taken: file.name, differences: [], problems: [] }),
      save: async () => {
        throw new WiredeskError('disk', 'The disk is full.');
      },
    });
    expect(await end).toMatchObject({ added: 0, told: ['The disk is full.'] });
  });
});
