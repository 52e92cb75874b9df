import type { Picture } from '../../../contract/picture.ts';
import type { Story } from '../../../contract/story.ts';
import { pictureExtras } from '../extras.ts';
import type { WriteContext } from '../format.ts';
import { words } from '../ninjs/json.ts';
import {
  captionText,
  creditText,
  pictureGuid,
  restrictionWords,
  territories,
  usageTermsWords,
} from '../picture-words.ts';
import { joinTexts, singleLine } from '../text.ts';
import { absoluteUri, uriReference } from '../uri.ts';
import { xhtmlInlines } from '../xhtml-body.ts';
import { type Child, type Element, element, textElement, xhtmlFragment } from '../xml.ts';
import { extraElements } from './extras.ts';
import { creditSchemes } from './vocabulary.ts';

/**
 * A picture with everything that Media RSS can say of it (wire-formats 9). One without a file is an element of the
 * house with the same children: `media:content` without an address is none.
 * @param address where the file will lie, or null
 */
export function mediaElement(
  story: Story,
  picture: Picture,
  address: string | null,
  context: WriteContext,
): Element {
  const { file } = picture;
  const url = address === null ? '' : uriReference(address);
  const isFirst = story.pictures[0] === picture;
  return element(
    url === '' || file === null ? 'wire:picture' : 'media:group',
    {},
    url === '' || file === null
      ? null
      : element('media:content', {
          url,
          type: file.mediaType,
          medium: 'image',
          width: file.width,
          height: file.height,
          fileSize: context.mediaBytes(picture),
          isDefault: isFirst ? true : undefined,
        }),
    textElement('media:title', singleLine(picture.headline), { type: 'plain' }),
    caption(picture),
    credit('photographer', creditSchemes.ebu, picture.creator),
    credit('source', creditSchemes.house, picture.source),
    credit('credit line', creditSchemes.house, creditText(picture)),
    textElement('media:copyright', words(picture.copyrightNotice)),
    license(picture),
    textElement(
      'media:keywords',
      joinTexts(
        picture.people.map(({ name }) => singleLine(name)),
        ', ',
      ),
    ),
    url === '' || file === null
      ? null
      : element('media:thumbnail', { url, width: file.width, height: file.height }),
    restriction('deny', territories(picture, 'exclude-territory')),
    restriction('allow', territories(picture, 'include-territory')),
    element('wire:guid', {}, pictureGuid(story, picture)),
    textElement('wire:altText', words(picture.altText)),
    extraElements(pictureExtras(picture)),
  );
}

/** A caption with marks is escaped HTML, and says so. */
function caption({ caption: inlines }: Picture): Element | null {
  const text = words(captionText({ caption: inlines }));
  if (text === '') return null;
  const plain = inlines.every(each => each.type === 'text' && each.marks.length === 0);
  return plain
    ? element('media:description', { type: 'plain' }, text)
    : element('media:description', { type: 'html' }, xhtmlFragment(xhtmlInlines(inlines)));
}

function credit(role: string, scheme: string, name: string): Element | null {
  return textElement('media:credit', singleLine(name), { role, scheme });
}

/** The terms in words, restrictions among them: nobody may rely on codes alone (wire-formats 2.9). */
function license(picture: Picture): Element | null {
  const terms = words(usageTermsWords(picture));
  const href = absoluteUri(picture.webStatement) ?? undefined;
  return terms === '' && href === undefined
    ? null
    : element('media:license', { type: 'text/html', href }, terms || 'Terms');
}

function restriction(relationship: 'allow' | 'deny', codes: readonly string[]): Element | null {
  return codes.length === 0
    ? null
    : element('media:restriction', { relationship, type: 'country' }, codes.join(' ').toLowerCase());
}

/** A picture where it stands in the copy, with its rights in words under it: some readers show nothing else. */
export function figure(story: Story, picture: Picture, address: string | null): Element {
  const guid = pictureGuid(story, picture);
  return element(
    'figure',
    {},
    element('img', {
      src: address === null ? guid : uriReference(address),
      alt: picture.altText,
      'data-guid': guid,
    }),
    figcaption(picture),
  );
}

function figcaption(picture: Picture): Element | null {
  const parts: readonly Child[] = [
    captionText(picture).trim() === '' ? null : element('span', {}, xhtmlInlines(picture.caption)),
    said('credit', creditText(picture)),
    said('rights', restrictionWords(picture)),
  ].flatMap(part => (part === null ? [] : [part, ' ']));
  return parts.length === 0 ? null : element('figcaption', {}, parts.slice(0, -1));
}

function said(name: string, text: string): Element | null {
  return textElement('span', words(text), { class: name });
}
