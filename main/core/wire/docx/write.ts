import type { z } from 'zod';
import { type Problem, problem } from '../../../contract/failure.ts';
import type { Picture } from '../../../contract/picture.ts';
import type { Story } from '../../../contract/story.ts';
import type { WriteContext, Written } from '../format.ts';
import { pictureRecords, type StoryRecord, storyRecord } from '../record.ts';
import { carriesContent } from '../status.ts';
import { absoluteUri } from '../uri.ts';
import { type Element, element, xmlDocument } from '../xml.ts';
import { type ZipFile, zipArchive } from '../zip.ts';
import { documentPart } from './document.ts';
import {
  contentTypes,
  packageRelationships,
  partTypes,
  relationshipsInDocument as relation,
} from './names.ts';
import { numberingPart, settingsPart } from './numbering.ts';
import type { docxOptions } from './options.ts';
import { coreProperties, customPropertiesPart } from './properties.ts';
import { stylesPart } from './styles.ts';

export const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Fields that stand in the document, where people read and change them: they are not said twice. */
export const shownFields = [
  'headline',
  'subhead',
  'byline',
  'bylineTitle',
  'abstract',
  'edNote',
  'correctionNote',
  'signOff',
  'usageTerms',
  'copyrightNotice',
] as const;

/** A story as a Word document: Office Open XML (ECMA-376) with the story's pictures in it. */
export function writeDocx(
  story: Story,
  options: z.output<typeof docxOptions>,
  context: WriteContext,
): Written {
  const problems: Problem[] = [];
  const media = options.pictures && carriesContent(story) ? mediaParts(story, context, problems) : [];
  const links = new Map<string, string>();
  const addresses: Record<string, string> = {};
  const lists: boolean[] = [];
  const document = documentPart(story, {
    link: href => {
      const target = absoluteUri(href) ?? encodeURI(href.toWellFormed());
      if (target !== href) addresses[target] ??= href;
      const known = links.get(target);
      const id = known ?? `link${links.size + 1}`;
      links.set(target, id);
      return id;
    },
    list: ordered => lists.push(ordered),
    embedded: picture => media.find(each => each.picture === picture.id)?.id ?? null,
  });
  const parts: readonly (readonly [string, Element])[] = [
    ['[Content_Types].xml', contentTypesPart(media)],
    ['_rels/.rels', packageParts()],
    ['word/document.xml', document],
    ['word/_rels/document.xml.rels', documentParts(links, media)],
    ['word/styles.xml', stylesPart(story.fields.language)],
    ['word/numbering.xml', numberingPart(lists)],
    ['word/settings.xml', settingsPart(story.fields.language)],
    ['docProps/core.xml', coreProperties(story)],
    ['docProps/custom.xml', customPropertiesPart(documentRecord(story, context, addresses))],
  ];
  const files: ZipFile[] = [
    ...parts.map(([name, root]) => ({ name, bytes: xmlDocument(root) })),
    ...media.map(({ target, bytes }) => ({ name: `word/${target}`, bytes, stored: true })),
  ];
  const file = { path: `${context.baseName}.docx`, mediaType: docxMediaType, bytes: zipArchive(files) };
  return { files: [file], problems };
}

/**
 * The record without what the document shows; each picture a property of its own. `links` are the addresses that
 * Word would refuse as they are, by the form they have in the document.
 */
function documentRecord(
  story: Story,
  context: WriteContext,
  links: Readonly<Record<string, string>>,
): StoryRecord {
  const shown = new Set<string>(shownFields);
  const fields = Object.entries(storyRecord(story)).filter(([name]) => !shown.has(name));
  const pictures = pictureRecords(story, context).map(
    (picture, index) => [pictureProperty(index + 1), picture] as const,
  );
  return {
    ...Object.fromEntries([...fields, ...pictures]),
    ...(Object.keys(links).length === 0 ? {} : { [linksProperty]: links }),
  };
}

export const linksProperty = 'links';

export function pictureProperty(number: number): string {
  return `picture ${number}`;
}

interface MediaPart {
  readonly picture: string;
  /** The relationship's identifier. */
  readonly id: string;
  readonly target: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The kinds of picture that Word shows. */
const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/tiff': 'tif',
};

function mediaParts(story: Story, context: WriteContext, problems: Problem[]): readonly MediaPart[] {
  return story.pictures.flatMap((picture, index) => {
    const bytes = context.mediaFile(picture);
    if (bytes === null) return [];
    const mediaType = picture.file?.mediaType ?? '';
    const extension = extensions[mediaType];
    if (extension === undefined) {
      problems.push(notShown(picture, index + 1, mediaType));
      return [];
    }
    const number = index + 1;
    return [
      {
        picture: picture.id,
        id: `media${number}`,
        target: `media/picture-${number}.${extension}`,
        extension,
        mediaType,
        bytes,
      },
    ];
  });
}

function notShown(picture: Picture, number: number, mediaType: string): Problem {
  const words = `Word shows no ${mediaType || 'pictures of an unknown kind'}: picture ${number} lies beside the document.`;
  return problem('warning', 'picture-not-embedded', words, { picture: picture.id });
}

function contentTypesPart(media: readonly MediaPart[]): Element {
  const kinds = new Map(media.map(({ extension, mediaType }) => [extension, mediaType]));
  const defaults = new Map([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ...kinds,
  ]);
  const overrides = {
    '/word/document.xml': partTypes.document,
    '/word/styles.xml': partTypes.styles,
    '/word/numbering.xml': partTypes.numbering,
    '/word/settings.xml': partTypes.settings,
    '/docProps/core.xml': partTypes.core,
    '/docProps/custom.xml': partTypes.custom,
  };
  return element(
    'Types',
    { xmlns: contentTypes },
    [...defaults].map(([Extension, ContentType]) => element('Default', { Extension, ContentType })),
    Object.entries(overrides).map(([PartName, ContentType]) =>
      element('Override', { PartName, ContentType }),
    ),
  );
}

function relationship(Id: string, Type: string, Target: string, outside = false): Element {
  return element('Relationship', { Id, Type, Target, TargetMode: outside ? 'External' : undefined });
}

function packageParts(): Element {
  return element(
    'Relationships',
    { xmlns: packageRelationships },
    relationship('document', `${relation}/officeDocument`, 'word/document.xml'),
    relationship(
      'core',
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      'docProps/core.xml',
    ),
    relationship('custom', `${relation}/custom-properties`, 'docProps/custom.xml'),
  );
}

function documentParts(links: ReadonlyMap<string, string>, media: readonly MediaPart[]): Element {
  return element(
    'Relationships',
    { xmlns: packageRelationships },
    relationship('styles', `${relation}/styles`, 'styles.xml'),
    relationship('numbering', `${relation}/numbering`, 'numbering.xml'),
    relationship('settings', `${relation}/settings`, 'settings.xml'),
    media.map(({ id, target }) => relationship(id, `${relation}/image`, target)),
    [...links].map(([target, id]) => relationship(id, `${relation}/hyperlink`, target, true)),
  );
}
