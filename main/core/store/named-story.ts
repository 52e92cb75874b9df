import { storyName } from '../../contract/story.ts';
import { text } from './sql.ts';

/** A story as lists of stories name it. */
export interface NamedStory {
  readonly id: string;
  readonly name: string;
}

/** @param row with the columns id, slugline and headline */
export function namedStory(row: Readonly<Record<string, unknown>>): NamedStory {
  return {
    id: text(row, 'id'),
    name: storyName({ slugline: text(row, 'slugline'), headline: text(row, 'headline') }),
  };
}
