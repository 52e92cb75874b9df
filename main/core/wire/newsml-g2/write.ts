import type { z } from 'zod';
import type { Story } from '../../../contract/story.ts';
import { wireTime } from '../../clock.ts';
import type { WriteContext, Written } from '../format.ts';
import { direction } from '../language.ts';
import { captionText, pictureGuid } from '../picture-words.ts';
import { carriesContent, publishingStatus } from '../status.ts';
import { singleLine } from '../text.ts';
import { type Element, element, textElement, type XmlLayout, xmlDocument } from '../xml.ts';
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

/** A story as one newsMessage: the text, each picture, and the package that ties them (NewsML-G2 2.7). */
export function writeNewsmlG2(
  story: Story,
  options: z.output<typeof newsmlG2Options>,
  context: WriteContext,
): Written {
  const pictures = carriesContent(story) ? story.pictures : [];
  const root = element(
    'newsMessage',
    { xmlns: g2Namespace },
    header(story, context),
    element(
      'itemSet',
      {},
      pictures.length > 0 ? packageItem(story, context) : null,
      textItem(story, context),
      pictures.map(picture => pictureItem(story, picture, context)),
    ),
  );
  const file = {
    path: `${context.baseName}.xml`,
    mediaType: itemTypes.message,
    bytes: options.indent ? xmlDocument(root, layout) : xmlDocument(root),
  };
  return { files: [file], problems: [] };
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
function packageItem(story: Story, context: WriteContext): Element {
  const { fields } = story;
  const status = element('pubStatus', {
    qcode: `stat:${publishingStatus(story)}`,
  });
  const provider = concept('provider', context.provider.name || context.provider.domain || 'Wiredesk');
  return element(
    'packageItem',
    itemAttributes(`${story.guid}:package`, story.version, fields.language, direction(fields.language)),
    catalogs(context),
    itemMeta(story, context, {
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
