import type { Problem } from '../../main/contract/failure.ts';
import type { Picture } from '../../main/contract/picture.ts';
import { type FieldName, fieldNames, storyFields } from '../../main/contract/story.ts';

/** Where a finding is put right. */
export type Place =
  | { readonly kind: 'body' }
  | { readonly kind: 'field'; readonly label: string; readonly pane: 'story' | 'details' }
  | { readonly kind: 'picture'; readonly number: number; readonly label: string };

const pictureLabels: Readonly<Record<string, string>> = {
  caption: 'Caption',
  altText: 'Alt text',
  creditLine: 'Credit line',
  creator: 'Creator',
  source: 'Source',
  copyrightNotice: 'Copyright notice',
  usageTerms: 'Usage terms',
  instructions: 'Instructions',
  dateCreated: 'Date taken',
};

/** The place of a finding; null where it is about the whole story. */
export function placeOf(
  problem: Problem,
  pictures: readonly Picture[],
  inStoryPane: (name: FieldName) => boolean,
): Place | null {
  if (problem.picture !== null) {
    const number = pictures.findIndex(picture => picture.id === problem.picture) + 1;
    return number === 0
      ? null
      : { kind: 'picture', number, label: pictureLabels[problem.field ?? ''] ?? 'Caption' };
  }
  if (problem.field === 'body' || problem.field === 'pictures') return { kind: 'body' };
  const name = fieldNames.find(each => each === problem.field || problem.field?.startsWith(`${each}.`));
  if (!name) return null;
  const label = name === 'dateline' ? 'Dateline place' : storyFields[name].label;
  return { kind: 'field', label, pane: inStoryPane(name) ? 'story' : 'details' };
}

/** The place in words, for a button that goes there. */
export function placeWords(place: Place): string {
  if (place.kind === 'body') return 'Show the copy';
  if (place.kind === 'field') return `Show ${place.label}`;
  return `Show ${place.label.toLowerCase()} of picture ${place.number}`;
}

/** Puts the focus into the control with that label. @returns whether there is one */
export function focusLabelled(within: ParentNode | null, label: string): boolean {
  for (const element of within?.querySelectorAll('label') ?? []) {
    if (element.textContent?.trim() !== label || !element.control) continue;
    element.control.focus();
    element.control.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}
