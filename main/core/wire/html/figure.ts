import type { Picture } from '../../../contract/picture.ts';
import type { Story } from '../../../contract/story.ts';
import type { WriteContext } from '../format.ts';
import { captionText, creditText, restrictionText } from '../picture-words.ts';
import { singleLine } from '../text.ts';
import { xhtmlInlines } from '../xhtml-body.ts';
import { type Element, element, textElement } from '../xml.ts';

/** A picture by its number among the pictures of the structured data; `extra` where the copy does not place it. */
export function figure(picture: Picture, story: Story, context: WriteContext, placed: boolean): Element {
  const path = context.mediaPath(picture);
  const size = picture.file;
  const rules = picture.restrictions.map(restrictionText).filter(words => singleLine(words) !== '');
  return element(
    'figure',
    {
      'data-picture': story.pictures.indexOf(picture) + 1,
      class: placed ? undefined : 'extra',
    },
    path === null
      ? null
      : element('img', {
          src: encodeURI(path),
          alt: picture.altText,
          width: size?.width,
          height: size?.height,
        }),
    element(
      'figcaption',
      {},
      captionText(picture).trim() === ''
        ? null
        : [element('span', { class: 'caption' }, xhtmlInlines(picture.caption)), ' '],
      textElement('span', creditText(picture), { class: 'credit' }),
      rules.length === 0
        ? null
        : [
            ' ',
            element(
              'small',
              { class: 'restrictions' },
              [...new Set(rules)].map((words, index) => [
                index > 0 ? ' - ' : null,
                element('span', { class: 'rule' }, words),
              ]),
            ),
          ],
    ),
  );
}
