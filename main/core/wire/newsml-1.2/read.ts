import { type Block, inlineText } from '../../../contract/body.ts';
import { WiredeskError } from '../../../contract/failure.ts';
import type { MediaReference, ReadContext, ReadStory } from '../format.ts';
import type { BodyOptions } from '../reading/blocks.ts';
import { mergedDateline, trimCopy } from '../reading/copy-ends.ts';
import { withoutDateline } from '../reading/dateline.ts';
import { createFigures } from '../reading/figures.ts';
import { providerOf } from '../reading/providers.ts';
import { createReport, type Report } from '../reading/report.ts';
import { readStory } from '../reading/story.ts';
import { readWireXml } from '../reading/xml.ts';
import { singleLine } from '../text.ts';
import { childElements, descendants, type XmlNode } from '../xml-read.ts';
import { isBoilerplate, isLead, readPart, textParts } from './read-content.ts';
import { type ItemManagement, readLines, readManagement } from './read-fields.ts';
import { isPicture, pictureComponents, readPictureComponent } from './read-picture.ts';
import { firstText, type Lineage, languageOf } from './tree.ts';

/** NewsML 1.2 (wire-formats 5): each item a story, or one for each language that it comes in. */
export function readNewsml12(bytes: Uint8Array, context: ReadContext): readonly ReadStory[] {
  const opening = createReport();
  const root = readWireXml(bytes, opening);
  const items = descendants(root, 'NewsItem').filter(each => childElements(each, 'NewsComponent').length > 0);
  if (items.length === 0)
    throw new WiredeskError('unsupported', 'The NewsML 1.2 file holds no news component.');
  return items.flatMap((item, index) => itemStories(item, context, index === 0 ? opening : null));
}

function itemStories(item: XmlNode, context: ReadContext, opening: Report | null): readonly ReadStory[] {
  const report = opening ?? createReport();
  const management = readManagement(item, report);
  const tops = childElements(item, 'NewsComponent');
  const roots = tops.flatMap(top => storyRoots(top, [item]));
  return roots.map((lineage, index) =>
    componentStory(
      item,
      management,
      lineage,
      roots.length > 1,
      context,
      index === 0 ? report : createReport(),
    ),
  );
}

/** Components that each hold the story in a language of their own are stories of their own. */
function storyRoots(component: XmlNode, outer: Lineage): readonly Lineage[] {
  const lineage = [component, ...outer];
  const children = childElements(component, 'NewsComponent').filter(each => !isPicture(each));
  const titled = children.filter(each => firstText([each], 'NewsLines', 'HeadLine') !== '');
  const languages = new Set(titled.map(languageOf));
  if (titled.length > 1 && languages.size === titled.length) return titled.map(each => [each, ...lineage]);
  const [only] = titled;
  // A wrapper around the one component that speaks: its lines are the story's (Belga, Business Wire).
  return only &&
    titled.length === 1 &&
    textParts(component, isPicture).length === textParts(only, isPicture).length
    ? storyRoots(only, lineage)
    : [lineage];
}

function componentStory(
  item: XmlNode,
  management: ItemManagement,
  lineage: Lineage,
  several: boolean,
  { ids, now }: ReadContext,
  report: Report,
): ReadStory {
  const [component] = lineage;
  if (!component) throw new WiredeskError('unreadable', 'The NewsML 1.2 file holds no news component.');
  const lines = readLines(lineage, management.created);
  const alone = isPicture(component) ? [component] : pictureComponents(component);
  const pictures = alone.map(each => readPictureComponent(each, lineage, ids()));
  const media: MediaReference[] = pictures.flatMap(each => each.media);
  const figures = createFigures(
    { ids, report },
    image => media.find(each => each.href === image.attributes.src)?.picture ?? null,
  );
  const options: BodyOptions = {
    ids,
    report,
    headline: lines.headline ?? '',
    picture: figures.picture,
    caption: figures.caption,
  };
  const parts = isPicture(component) ? [] : textParts(component, isPicture);
  const leads = parts.filter(isLead);
  const copyParts = parts.filter(part => !isLead(part) && !isBoilerplate(part));
  const rest = [...copyParts, ...parts.filter(isBoilerplate)];
  const abstract = leads
    .flatMap(part => readPart(part, options).blocks)
    .map(wordsOf)
    .join('\n');
  const copy = withoutDateline(
    rest.flatMap(part => readPart(part, options).blocks),
    firstText(lineage, 'NewsLines', 'DateLine'),
  );
  const found = figures.found();
  const provider = providerOf([
    firstText([item], 'Identification', 'NewsIdentifier', 'ProviderId'),
    lines.source ?? '',
    management.guid ?? '',
  ]);
  const dateline = lines.dateline ?? { place: '', country: '', date: '', source: '' };
  const ends = trimCopy(copy, { profile: provider, place: dateline.place, now, report });
  const language = languageOf(component);
  return readStory(
    {
      ...management,
      guid: several && management.guid ? `${management.guid}:${language}` : (management.guid ?? ''),
      fields: {
        ...lines,
        ...management.fields,
        slugline: lines.slugline || management.fields.slugline,
        abstract: repeats(abstract, copy) ? '' : abstract,
        edNote: [lines.edNote, management.fields.edNote].filter(Boolean).join('\n'),
        dateline: mergedDateline(dateline, ends.dateline, management.created ?? ''),
        signOff: ends.signOff,
      },
      blocks:
        ends.blocks.length > 0 || pictures.length === 0
          ? ends.blocks
          : [placed(pictures[0]?.picture.id ?? '', ids)],
      pictures: [...pictures.map(each => each.picture), ...found.pictures],
      media: [...media, ...found.media],
    },
    report,
  );
}

function wordsOf(block: Block): string {
  return 'inlines' in block ? singleLine(inlineText(block.inlines)) : '';
}

/** A lead that opens the copy once more is the copy's. */
function repeats(abstract: string, copy: readonly Block[]): boolean {
  const [first] = copy;
  return abstract !== '' && first !== undefined && wordsOf(first) === singleLine(abstract);
}

function placed(pictureId: string, ids: () => string): Block {
  return { id: ids(), type: 'picture', pictureId };
}
