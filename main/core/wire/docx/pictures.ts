import type { Picture } from '../../../contract/picture.ts';
import { creditText, restrictionWords } from '../picture-words.ts';
import { singleLine } from '../text.ts';
import { hasWords } from '../xhtml-body.ts';
import { type Child, type Element, element } from '../xml.ts';
import { drawing, drawingInText, drawingPicture } from './names.ts';
import { paragraph, runs, styledRun, type TextContext } from './runs.ts';

/** English Metric Units: 360,000 to the centimetre. The text of the page is 16 cm wide. */
const widest = 16 * 360_000;
const tallest = 20 * 360_000;

/**
 * Bookmarks tell which picture of the record a paragraph shows, and whether the copy places it there. No two may
 * have one name: Word drops the second.
 */
function pictureBookmark(number: number, placed: boolean, mark: number): string {
  return `${placed ? 'picture' : 'extra'}_${number}_${mark}`;
}

/** A picture as it stands in the document: itself, caption, credit and what restricts it. */
export function pictureParagraphs(
  picture: Picture,
  place: {
    readonly number: number;
    readonly placed: boolean;
    readonly mark: number;
    readonly embedded: string | null;
  },
  context: TextContext,
): readonly Element[] {
  const credit = singleLine(creditText(picture));
  const rights = singleLine(restrictionWords(picture));
  const name = pictureBookmark(place.number, place.placed, place.mark);
  return [
    paragraph('picture', context, [
      element('w:bookmarkStart', { 'w:id': place.mark, 'w:name': name }),
      place.embedded === null ? null : inlinePicture(picture, place.embedded, place.mark),
      element('w:bookmarkEnd', { 'w:id': place.mark }),
    ]),
    hasWords(picture.caption) ? paragraph('caption', context, runs(picture.caption, context)) : null,
    words('credit', credit, context),
    words('rights', rights, context),
  ].filter(each => each !== null);
}

function words(style: 'credit' | 'rights', text: string, context: TextContext): Element | null {
  return text === '' ? null : paragraph(style, context, [styledRun(text, context)]);
}

/** DrawingML in line with the text (ECMA-376 20.4.2.8), no wider than the page. */
function inlinePicture(picture: Picture, relationship: string, number: number): Child {
  const { width = 1, height = 1 } = picture.file ?? {};
  const scale = Math.min(widest / width, tallest / height);
  const size = { cx: Math.max(1, Math.round(width * scale)), cy: Math.max(1, Math.round(height * scale)) };
  return element(
    'w:r',
    {},
    element(
      'w:drawing',
      {},
      element(
        'wp:inline',
        { 'xmlns:wp': drawingInText, distT: 0, distB: 0, distL: 0, distR: 0 },
        element('wp:extent', size),
        element('wp:docPr', {
          id: number,
          name: `Picture ${number}`,
          descr: picture.altText,
        }),
        element(
          'a:graphic',
          { 'xmlns:a': drawing },
          element(
            'a:graphicData',
            { uri: drawingPicture },
            element(
              'pic:pic',
              { 'xmlns:pic': drawingPicture },
              element(
                'pic:nvPicPr',
                {},
                element('pic:cNvPr', { id: number, name: `Picture ${number}` }),
                element('pic:cNvPicPr'),
              ),
              element(
                'pic:blipFill',
                {},
                element('a:blip', { 'r:embed': relationship }),
                element('a:stretch', {}, element('a:fillRect')),
              ),
              element(
                'pic:spPr',
                {},
                element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)),
                element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
