import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type MediaTopics, mediaTopics, TopicFile } from './media-topics.ts';

const largestFile = 64 * 1024 * 1024;
const fileName = /^mediatopic.*\.json$/iu;

/**
 * Media Topics from the folder of official files that Settings name: files called `mediatopic…json` in it or in its
 * `newscodes` folder. Read once, and again when a file has changed. A file that is none is passed over.
 */
export function createTopicShelf(): { readonly topics: (folder: string) => Promise<MediaTopics> } {
  let known: { readonly key: string; readonly topics: MediaTopics } = { key: '', topics: mediaTopics([]) };
  return {
    async topics(folder) {
      const files = folder === '' ? [] : await topicFiles(folder);
      const key = files.map(({ path, changed }) => `${path} ${changed}`).join('\n');
      if (key !== known.key) {
        const read = await Promise.all(files.map(({ path }) => readTopics(path)));
        known = { key, topics: mediaTopics(read.filter(each => each !== null)) };
      }
      return known.topics;
    },
  };
}

async function topicFiles(
  folder: string,
): Promise<readonly { readonly path: string; readonly changed: number }[]> {
  const found = [];
  for (const place of [folder, join(folder, 'newscodes')])
    for (const name of (await namesIn(place)).filter(each => fileName.test(each)).sort()) {
      const path = join(place, name);
      const { size, mtimeMs } = await stat(path);
      if (size <= largestFile) found.push({ path, changed: mtimeMs });
    }
  return found;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

async function readTopics(path: string): Promise<TopicFile | null> {
  try {
    return TopicFile.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}
