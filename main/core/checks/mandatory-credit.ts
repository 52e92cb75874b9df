import { type Problem, problem } from '../../contract/failure.ts';
import type { Picture } from '../../contract/picture.ts';
import type { Story } from '../../contract/story.ts';
import { captionsOf } from './captions.ts';
import type { Check } from './check.ts';

/** A mandatory credit is printed as it is demanded, in the credit line and where the caption is signed off itself. */
export const mandatoryCredit: Check = story => [...creditLines(story), ...signOffs(story)];

const creditLines = (story: Story): readonly Problem[] =>
  story.pictures.flatMap((picture, index) =>
    demanded(picture)
      .filter(each => !prints(picture.creditLine, each.credit))
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

const signOffs = (story: Story): readonly Problem[] =>
  captionsOf(story).flatMap(({ picture, name, parsed: { signOff } }) =>
    signOff === null
      ? []
      : demanded(picture)
          .filter(each => !prints(signOff.raw, each.credit))
          .map(each =>
            problem(
              'warning',
              'mandatory-credit',
              `${name} must be credited "${each.credit}", but its caption is signed off "${signOff.raw}".`,
              { field: 'caption', picture: picture.id, restriction: each.text },
            ),
          ),
  );

function demanded(picture: Picture): readonly { readonly credit: string; readonly text: string }[] {
  return picture.restrictions.flatMap(({ kind, credit, text }) =>
    kind === 'mandatory-credit' && credit !== null ? [{ credit, text }] : [],
  );
}

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
