import { problem } from '../../contract/failure.ts';
import { captionsOf } from './captions.ts';
import type { Check } from './check.ts';

const words =
  /\b(?:file (?:photo|picture|image)|archive (?:photo|picture|image)|archivbild|archivfoto|photo d[’']archives?|foto de archivo)\b/i;

/** A picture that calls itself a file photo and was taken today: one of the two is wrong. */
export const filePhotoOfToday: Check = (story, { now }) =>
  captionsOf(story).flatMap(({ picture, name, text, parsed }) => {
    const filed =
      words.test(text) ||
      parsed.tags.some(tag => /^(?:FILE|ARCHIV)/.test(tag.name)) ||
      parsed.signOff?.flags.includes('File') === true;
    return filed && picture.dateCreated.slice(0, 10) === now.toISOString().slice(0, 10)
      ? [
          problem('warning', 'file-photo-date', `${name} is called a file photo, but was taken today.`, {
            field: 'dateCreated',
            picture: picture.id,
          }),
        ]
      : [];
  });
