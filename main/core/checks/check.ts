import { blockTexts, inlineText } from '../../contract/body.ts';
import type { Problem } from '../../contract/failure.ts';
import type { Destination } from '../../contract/rights.ts';
import type { Story } from '../../contract/story.ts';

export interface CheckContext {
  readonly now: Date;
  readonly destination: Destination | null;
}

/** One thing a copy desk would catch. Pure, and quick on a story of 30,000 words. */
export type Check = (story: Story, context: CheckContext) => readonly Problem[];

/** A run of copy and where it stands, in words for a person. */
export interface Passage {
  readonly text: string;
  readonly field: string;
  readonly picture: string | null;
  readonly place: string;
}

/** Every run of copy that readers will see: headline to the last caption. */
export function passages(story: Story): readonly Passage[] {
  const { headline, subhead, abstract } = story.fields;
  const found: Passage[] = [
    { text: headline, field: 'headline', picture: null, place: 'the headline' },
    { text: subhead, field: 'subhead', picture: null, place: 'the subhead' },
    { text: abstract, field: 'abstract', picture: null, place: 'the abstract' },
  ];
  let paragraph = 0;
  for (const block of story.body.blocks)
    for (const text of blockTexts(block, { notes: false })) {
      if (block.type === 'paragraph') paragraph += 1;
      const place =
        block.type === 'paragraph'
          ? `paragraph ${paragraph}`
          : `the ${block.type} after paragraph ${paragraph}`;
      found.push({ text, field: 'body', picture: null, place });
    }
  for (const [index, picture] of story.pictures.entries())
    found.push({
      text: inlineText(picture.caption),
      field: 'caption',
      picture: picture.id,
      place: `the caption of picture ${index + 1}`,
    });
  return found.filter(passage => passage.text.trim() !== '');
}
