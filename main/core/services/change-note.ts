import { inlineText } from '../../contract/body.ts';
import type { TextPiece } from '../../contract/diff.ts';
import { sameData } from '../../contract/patch.ts';
import { type FieldName, type Story, storyFields } from '../../contract/story.ts';
import { singleLine } from '../wire/text.ts';
import { diffStories, diffText } from './diff.ts';

/** Fields whose change readers and desks must be told of, in the order they are read. */
const toldFields: readonly FieldName[] = [
  'headline',
  'subhead',
  'byline',
  'bylineTitle',
  'dateline',
  'abstract',
  'usageTerms',
  'embargo',
];

/** Beyond this many changes a list helps nobody. */
const mostChanges = 8;
const longestQuote = 80;

/**
 * The editor's note of an update or a correction, from what changed: `Corrects in paragraph 2 “32 metres” to
 * “34 metres”; the headline.` A proposal for the editor to reword. Empty where nothing that leaves has changed.
 */
export function changeNote(before: Story, after: Story): string {
  const verb = after.fields.editorialAction === 'correction' ? 'Corrects' : 'Updates';
  const changes = [
    ...fieldChanges(before, after),
    ...copyChanges(before, after),
    ...pictureChanges(before, after),
  ];
  if (changes.length === 0) return '';
  if (changes.length > mostChanges) return `${verb} throughout.`;
  return `${verb} ${changes.join('; ')}.`;
}

function fieldChanges(before: Story, after: Story): string[] {
  return toldFields
    .filter(name => !sameData(before.fields[name], after.fields[name]))
    .map(name => {
      const label = `the ${storyFields[name].label.toLowerCase()}`;
      const [old, now] = [before.fields[name], after.fields[name]];
      return typeof old === 'string' && typeof now === 'string' ? replaced(label, diffText(old, now)) : label;
    });
}

function copyChanges(before: Story, after: Story): string[] {
  const { blocks } = diffStories(before, after);
  const changes: string[] = [];
  let paragraph = 0;
  for (const { op, type, pieces } of blocks) {
    if (op !== 'delete' && type === 'paragraph') paragraph += 1;
    // Internal notes never leave, and neither does word of them.
    if (op === 'same' || type === 'note') continue;
    const place =
      type === 'paragraph' ? `paragraph ${paragraph}` : `a ${blockWord(type)} after paragraph ${paragraph}`;
    if (op === 'insert') changes.push(`adds ${place}`);
    else if (op === 'delete')
      changes.push(`removes ${type === 'paragraph' ? goneParagraph(paragraph) : place}`);
    else changes.push(replaced(`in ${place}`, pieces));
  }
  return changes;
}

/** A paragraph that is gone has no number any more: it stood after one that has. */
function goneParagraph(before: number): string {
  return before === 0 ? 'the first paragraph' : `a paragraph after paragraph ${before}`;
}

function blockWord(type: string): string {
  return type === 'pullQuote' ? 'pull quote' : type;
}

function pictureChanges(before: Story, after: Story): string[] {
  const old = new Map(before.pictures.map(picture => [picture.id, picture]));
  const kept = new Set(after.pictures.map(picture => picture.id));
  return [
    ...after.pictures.flatMap((picture, index) => {
      const was = old.get(picture.id);
      if (!was) return [`adds picture ${index + 1}`];
      const parts = [
        ...(sameData(was.caption, picture.caption)
          ? []
          : [
              replaced(
                `the caption of picture ${index + 1}`,
                diffText(inlineText(was.caption), inlineText(picture.caption)),
              ),
            ]),
        ...(was.creditLine === picture.creditLine ? [] : [`the credit of picture ${index + 1}`]),
        ...(sameData(was.restrictions, picture.restrictions) && was.usageTerms === picture.usageTerms
          ? []
          : [`the rights of picture ${index + 1}`]),
      ];
      return parts;
    }),
    ...before.pictures.flatMap((picture, index) =>
      kept.has(picture.id) ? [] : [`removes picture ${index + 1}`],
    ),
  ];
}

/** `in paragraph 2 “32” to “34”` where one run of words gave way to another; else only the place. */
function replaced(place: string, pieces: readonly TextPiece[]): string {
  const quote = (op: TextPiece['op']): string => {
    const found = pieces.filter(piece => piece.op === op && piece.text.trim() !== '');
    const [only] = found;
    return found.length === 1 && only ? singleLine(only.text) : '';
  };
  const [old, now] = [quote('delete'), quote('insert')];
  if (old === '' || now === '' || old.length > longestQuote || now.length > longestQuote) return place;
  return `${place} “${old}” to “${now}”`;
}
