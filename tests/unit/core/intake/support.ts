import type { Block } from '../../../../main/contract/body.ts';
import { blockTexts } from '../../../../main/contract/body.ts';
import type { ParsedCaption } from '../../../../main/contract/picture.ts';
import { NewStory } from '../../../../main/contract/story.ts';
import type { IntakeContext, IntakeStory } from '../../../../main/core/intake/read.ts';
import { readFile } from '../../../../main/core/intake/read.ts';

/** A caption grammar that knows nothing: intake must not depend on what the real one makes of the words. */
export function plainCaption(text: string): ParsedCaption {
  return {
    caption: text,
    captionSpans: [{ field: 'caption', start: 0, end: text.length }],
    signOff: null,
    creditLine: '',
    creator: '',
    dateTaken: '',
    dateReleased: '',
    people: [],
    restrictions: [],
    notices: [],
    tags: [],
    unread: [],
  };
}

export function testContext(): IntakeContext {
  let count = 0;
  return {
    ids: () => {
      count += 1;
      return `id-${count}`;
    },
    parseCaption: plainCaption,
    now: new Date('2026-11-23T12:00:00Z'),
  };
}

export async function readOne(
  name: string,
  content: string | Uint8Array,
): Promise<IntakeStory & { format: string }> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { format, stories } = await readFile({ name, bytes }, testContext());
  const [story] = stories;
  if (!story || stories.length !== 1) throw new Error(`${name} made ${stories.length} stories`);
  NewStory.parse(story.story);
  return { ...story, format };
}

/** A body as short words: 'p: …', 'h2: …', 'quote: …', for comparing whole bodies at a glance. */
export function outline(blocks: readonly Block[]): string[] {
  const names: Record<Block['type'], string> = {
    paragraph: 'p',
    heading: 'h',
    list: 'list',
    quote: 'quote',
    pullQuote: 'pull',
    table: 'table',
    picture: 'picture',
    separator: 'rule',
    box: 'box',
    embed: 'embed',
    note: 'note',
  };
  return blocks.map(block => {
    const name = block.type === 'heading' ? `h${block.level}` : names[block.type];
    const words = blockTexts(block, { notes: true }).join(' / ');
    return words === '' ? name : `${name}: ${words}`;
  });
}

/** What was left out, in order. */
export function leftOut(story: IntakeStory): string[] {
  return story.problems
    .filter(({ code }) => code === 'left-out')
    .map(({ message }) => /^Left out: "([\s\S]*)" \(/u.exec(message)?.[1] ?? message);
}
