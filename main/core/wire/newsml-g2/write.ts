import type { z } from 'zod';
import type { Story } from '../../../contract/story.ts';
import { wireTime } from '../../clock.ts';
import type { WireFile, WriteContext, Written } from '../format.ts';
import { captionText, pictureGuid } from '../picture-words.ts';
import { carriesContent, publishingStatus } from '../status.ts';
import { singleLine } from '../text.ts';
import { type Element, element, textElement, type XmlLayout, xmlDocument } from '../xml.ts';
import { type Edition, edition } from './edition.ts';
import { itemMeta } from './item-meta.ts';
import type { newsmlG2Options } from './options.ts';
import { pictureItem } from './picture-item.ts';
import { textItem } from './text-item.ts';
import {
  blockElement,
  catalogs,
  concept,
  g2Namespace,
  house,
  itemAttributes,
  itemTypes,
} from './vocabulary.ts';

/** Elements of G2 that hold only elements, so that white space in them is not content. */
const layout: XmlLayout = {
  indentInside: new Set(
    'newsMessage header itemSet newsItem packageItem catalog rightsInfo itemMeta contentMeta contentSet groupSet group'.split(
      ' ',
    ),
  ),
};

/**
 * A story as one newsMessage: the text, each picture, and the package that ties them (NewsML-G2 2.7); or each item
 * in a file of its own, the text first.
 */
export function writeNewsmlG2(
  story: Story,
  options: z.output<typeof newsmlG2Options>,
  context: WriteContext,
): Written {
  const made = edition(options, context);
  const pictures = carriesContent(story) ? story.pictures : [];
  const text = textItem(story, made);
  const others = pictures.map(picture => pictureItem(story, picture, made));
  const bundle = pictures.length > 0 ? packageItem(story, made) : null;
  const file = (path: string, mediaType: string, root: Element): WireFile => ({
    path,
    mediaType,
    bytes: options.indent ? xmlDocument(root, layout) : xmlDocument(root),
  });
  if (options.shape === 'message') {
    const root = element(
      'newsMessage',
      { xmlns: g2Namespace },
      header(story, context),
      element('itemSet', {}, bundle, text, others),
    );
    return { files: [file(`${context.baseName}.xml`, itemTypes.message, root)], problems: [] };
  }
  const name = (part: string): string => `${context.baseName}${part}.xml`;
  const alone = (item: Element): Element => ({
    ...item,
    attributes: { xmlns: g2Namespace, ...item.attributes },
  });
  return {
    files: [
      file(name(''), itemTypes.news, alone(text)),
      ...others.map((item, index) => file(name(`-picture-${index + 1}`), itemTypes.news, alone(item))),
      ...(bundle ? [file(name('-package'), itemTypes.package, alone(bundle))] : []),
    ],
    problems: [],
  };
}

function header({ fields, guid, version }: Story, context: WriteContext): Element {
  const sent = wireTime(context.now);
  return element(
    'header',
    {},
    element('sent', {}, sent),
    textElement('sender', context.provider.domain),
    element('transmitId', {}, `${guid}:${version}:${sent}`),
    element('priority', {}, String(fields.priority)),
    textElement('origin', singleLine(fields.desk)),
  );
}

/** The package names the story first, then its pictures in order, in one complementary group (2.7). */
function packageItem(story: Story, made: Edition): Element {
  const { fields } = story;
  const { context } = made;
  const status = element('pubStatus', {
    qcode: `stat:${publishingStatus(story)}`,
  });
  const provider = concept('provider', context.provider.name || context.provider.domain || 'Wiredesk');
  return element(
    'packageItem',
    itemAttributes(`${story.guid}:package`, story.version, fields.language, made),
    catalogs(context),
    itemMeta(story, made, {
      itemClass: 'composite',
      title: fields.slugline || fields.headline,
      expires: fields.expires,
    }),
    element('contentMeta', {}, textElement('headline', singleLine(fields.headline))),
    element(
      'groupSet',
      { root: 'G1' },
      element(
        'group',
        { id: 'G1', role: house('main'), mode: 'pgrmod:bag' },
        element(
          'itemRef',
          {
            residref: story.guid,
            version: story.version,
            contenttype: itemTypes.news,
          },
          element('itemClass', { qcode: 'ninat:text' }),
          provider,
          status,
          textElement('title', singleLine(fields.headline || fields.slugline)),
        ),
        story.pictures.map(picture =>
          element(
            'itemRef',
            {
              residref: pictureGuid(story, picture),
              version: story.version,
              contenttype: itemTypes.news,
            },
            element('itemClass', { qcode: 'ninat:picture' }),
            provider,
            status,
            blockElement('description', captionText(picture), {
              role: 'drol:caption',
            }),
          ),
        ),
      ),
    ),
  );
}
