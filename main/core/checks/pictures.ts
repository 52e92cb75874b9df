import { inlineText } from '../../contract/body.ts';
import { type Problem, problem } from '../../contract/failure.ts';
import type { Picture } from '../../contract/picture.ts';
import type { Check } from './check.ts';

/** Soon enough that a picture may be forgotten in tomorrow's paper. */
const soonMs = 48 * 60 * 60 * 1000;

/** What a picture lacks, and what of its rights a person has to look at. */
export const pictureTexts: Check = (story, { now }) =>
  story.pictures.flatMap((picture, index) => {
    const name = `Picture ${index + 1}`;
    const found: Problem[] = [];
    const tell = (severity: Problem['severity'], code: string, message: string, field: string): void => {
      found.push(problem(severity, code, message, { field, picture: picture.id }));
    };
    if (inlineText(picture.caption).trim() === '' && !picture.decorative)
      tell('warning', 'caption-missing', `${name} has no caption.`, 'caption');
    if (picture.creditLine === '')
      tell('warning', 'credit-missing', `${name} has no credit line.`, 'creditLine');
    if (picture.file === null)
      tell('info', 'picture-file-missing', `${name} has no picture file yet.`, 'file');
    for (const restriction of picture.restrictions) {
      if (restriction.needsReview)
        found.push(
          problem(
            'warning',
            'restriction-review',
            `A restriction of ${name.toLowerCase()} needs a person's eye: "${restriction.text}".`,
            {
              field: 'restrictions',
              picture: picture.id,
              restriction: restriction.text,
            },
          ),
        );
      const until = restriction.until === null ? Number.NaN : Date.parse(restriction.until);
      if (until > now.getTime() && until - now.getTime() < soonMs)
        tell(
          'warning',
          'time-limit-close',
          `${name} may be used only until ${restriction.until}.`,
          'restrictions',
        );
    }
    return found;
  });

/** Pictures in the copy that the story does not have, or has and never shows. */
export const picturePlaces: Check = story => {
  const placed = new Set<string>();
  for (const block of story.body.blocks)
    for (const each of block.type === 'box' ? block.blocks : [block])
      if (each.type === 'picture') placed.add(each.pictureId);
  const known = new Set(story.pictures.map(picture => picture.id));
  return [
    ...[...placed]
      .filter(id => !known.has(id))
      .map(id =>
        problem('error', 'picture-unknown', 'The copy shows a picture that the story does not have.', {
          field: 'body',
          picture: id,
        }),
      ),
    ...story.pictures
      .map((picture: Picture, index) => ({ picture, index }))
      .filter(({ picture }) => placed.size > 0 && !placed.has(picture.id))
      .map(({ picture, index }) =>
        problem('info', 'picture-not-placed', `Picture ${index + 1} stands nowhere in the copy.`, {
          field: 'pictures',
          picture: picture.id,
        }),
      ),
  ];
};
