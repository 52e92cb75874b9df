import { problem } from '../../contract/failure.ts';
import type { Check } from './check.ts';

/** A mandatory credit is printed as it is demanded: the same words in the same order. */
export const mandatoryCredit: Check = story =>
  story.pictures.flatMap((picture, index) =>
    picture.restrictions
      .filter(
        each =>
          each.kind === 'mandatory-credit' &&
          each.credit !== null &&
          !prints(picture.creditLine, each.credit),
      )
      .map(each =>
        problem(
          'warning',
          'mandatory-credit',
          `Picture ${index + 1} must be credited "${each.credit}", but its credit line is ` +
            `${picture.creditLine ? `"${picture.creditLine}"` : 'empty'}.`,
          { field: 'creditLine', picture: picture.id, restriction: each.text },
        ),
      ),
  );

function prints(creditLine: string, credit: string): boolean {
  return spell(creditLine).includes(spell(credit));
}

/** Case, spaces and the spelling of the slash are the printer's affair; the words are not. */
function spell(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;
}
