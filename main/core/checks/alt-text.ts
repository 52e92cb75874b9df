import { inlineText } from '../../contract/body.ts';
import { type Problem, problem } from '../../contract/failure.ts';
import type { Check } from './check.ts';

/** Screen readers read alt text in one breath (IPTC Photo Metadata 2025.1). */
const advised = 250;
/** A screen reader says itself that it is a picture. */
const opening =
  /^(?:an? |the |this |ein |eine |une |un |una )?(?:photo(?:graph)?|picture|image|graphic|foto|bild|fotografie|photographie|imagen|fotografía|immagine)s? (?:of|shows|showing|von|zeigt|de|di|que)(?!\p{L})/iu;
const fileName = /^[^\s/]{1,120}\.(?:jpe?g|png|tiff?|webp|hei[cf]|gif|avif)$/i;

/** Words for those who do not see the picture: there, short, their own; or the explicit choice of none. */
export const altText: Check = story =>
  story.pictures.flatMap((picture, index) => {
    const name = `Picture ${index + 1}`;
    const lower = name.toLowerCase();
    const tell = (severity: Problem['severity'], code: string, message: string, field = 'altText') => [
      problem(severity, code, message, { field, picture: picture.id }),
    ];
    const alt = picture.altText.trim();
    if (picture.decorative)
      return alt === '' && picture.extendedDescription.trim() === ''
        ? []
        : tell(
            'warning',
            'alt-text-decorative',
            `${name} is decorative and yet has alt text: one of the two is wrong.`,
          );
    if (alt === '') return tell('warning', 'alt-text-missing', `${name} has no alt text.`);
    const file = picture.file?.name ?? '';
    return [
      ...(alt.length > advised
        ? tell(
            'info',
            'alt-text-long',
            `The alt text of ${lower} has ${alt.length} characters; ${advised} are advised.`,
          )
        : []),
      ...(fileName.test(alt) || (file !== '' && [file, file.replace(/\.\w+$/, '')].includes(alt))
        ? tell('warning', 'alt-text-file-name', `The alt text of ${lower} is the name of its file.`)
        : []),
      ...(fold(alt) === fold(inlineText(picture.caption)) && fold(alt) !== ''
        ? tell(
            'info',
            'alt-text-repeats',
            `The alt text of ${lower} repeats its caption: readers who hear it hear it twice.`,
          )
        : []),
      ...(opening.test(alt)
        ? tell('info', 'alt-text-opening', `The alt text of ${lower} need not say that it is a picture.`)
        : []),
      ...(fold(picture.extendedDescription) === fold(alt)
        ? tell(
            'info',
            'alt-text-extended',
            `The extended description of ${lower} repeats its alt text.`,
            'extendedDescription',
          )
        : []),
    ];
  });

function fold(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}
