import { problem } from '../../contract/failure.ts';
import { positionMark } from '../pictures/caption/compose-sentence.ts';
import { captionsOf } from './captions.ts';
import type { Check } from './check.ts';

/** Places from left to right. Rows, top and bottom have no such order. */
const order = ['L', '2nd L', '3rd L', 'C-L', 'C', 'C-R', '3rd R', '2nd R', 'R'];
/** The order is said in words. */
const said =
  /\b(?:from left|left to right|from right|right to left|l-r|clockwise|von links|de gauche|de izquierda|da sinistra)\b|\(l(?:eft)?\s?-\s?r(?:ight)?\)/i;

/** People are named from left to right (AP), and with several of them a reader has to know who is who. */
export const captionOrder: Check = story =>
  captionsOf(story).flatMap(({ picture, name, text, parsed }) => {
    const tell = (code: string, message: string) => [
      problem('info', code, message, { field: 'caption', picture: picture.id }),
    ];
    const marked = parsed.people.filter(person => person.position !== '');
    if (said.test(text)) return [];
    if (parsed.people.length > 1 && marked.length === 0)
      return tell(
        'caption-positions',
        `${name} names ${parsed.people.length} people and does not say who stands where.`,
      );
    const places = marked.flatMap(({ name: who, position }) => {
      const place = order.indexOf(positionMark(position));
      return place < 0 ? [] : [{ who, place }];
    });
    const wrong = places.find((each, index) => (places[index - 1]?.place ?? -1) > each.place);
    return wrong
      ? tell(
          'caption-order',
          `The caption of ${name.toLowerCase()} does not name its people from left to right: ${wrong.who} comes too late.`,
        )
      : [];
  });
