import { WiredeskError } from '../../../contract/failure.ts';
import type { ReadContext, ReadStory } from '../format.ts';
import { generatorName } from '../newsml-g2/item-meta.ts';
import { mergedDateline, trimCopy } from '../reading/copy-ends.ts';
import { providerOf } from '../reading/providers.ts';
import { createReport, type Report } from '../reading/report.ts';
import { readStory } from '../reading/story.ts';
import { readWireXml } from '../reading/xml.ts';
import { joinTexts, singleLine } from '../text.ts';
import {
  attributeValue,
  childElements,
  descendants,
  elementAt,
  nodeText,
  type XmlNode,
} from '../xml-read.ts';
import { readBodyHead } from './read-body-head.ts';
import { readNitfCopy } from './read-copy.ts';
import { readHead } from './read-head.ts';

/**
 * NITF of any version, namespaced or not, with or without a DOCTYPE (wire-formats 3).
 * @throws WiredeskError 'unreadable' for what is no NITF, 'unsupported' for a document without head and body
 */
export function readNitf(bytes: Uint8Array, context: ReadContext): readonly ReadStory[] {
  const report = createReport();
  const root = readWireXml(bytes, report);
  const documents = root.local === 'nitf' ? [root] : descendants(root, 'nitf');
  if (documents.length === 0) throw new WiredeskError('unreadable', 'The file is not NITF.');
  const told = documents.filter(each => childElements(each).length > 0);
  if (told.length === 0) throw new WiredeskError('unsupported', 'The NITF file holds no story.');
  return told.map((each, index) => readDocument(each, context, index === 0 ? report : createReport()));
}

function readDocument(nitf: XmlNode, context: ReadContext, report: Report): ReadStory {
  const own = isOwn(nitf);
  const profile = own ? null : providerOf(identities(nitf));
  const options = { own, profile, report, now: context.now };
  const { title, messages, release, fields: headFields, ...identity } = readHead(nitf, options);
  const { fields: said, ...bodyHead } = readBodyHead(nitf, own, report);
  const headline = said.headline || title;
  if (title !== headline) report.leftOut(title, 'the title of the file');
  const copy = readNitfCopy(childElements(elementAt(nitf, 'body') ?? nitf, 'body.content'), {
    ids: context.ids,
    report,
    headline: own ? '' : headline,
    wrapped: profile?.wrapped ?? false,
  });
  const notSaid = messages.filter(each => !bodyHead.said.includes(singleLine(each)));
  const fields = {
    ...headFields,
    ...said,
    headline,
    usageTerms: headFields.usageTerms || said.usageTerms,
    copyrightHolder: headFields.copyrightHolder || said.copyrightHolder,
    correctionNote: said.correctionNote || headFields.correctionNote,
    internalNote: joinTexts([said.internalNote ?? '', ...notSaid, ...copy.hidden], '\n'),
    signOff: readTagline(nitf, report),
  };
  const { pictures, media } = copy;
  if (own) {
    const embargo = bodyHead.embargoed ? { until: release } : null;
    const whole = { ...fields, dateline: bodyHead.dateline, embargo };
    return readStory({ ...identity, fields: whole, blocks: copy.blocks, pictures, media }, report);
  }
  const made = new Date(identity.created ?? context.now);
  const { place } = bodyHead.dateline;
  const trimmed = trimCopy(copy.blocks, { profile, place, now: made, report });
  const initials = profile?.bylineInitials?.test(fields.byline ?? '') ? (fields.byline ?? '') : '';
  const foreign = {
    ...fields,
    // EFE's second headline is its slug once more.
    subhead: fields.subhead === fields.slugline ? '' : fields.subhead,
    byline: initials === '' ? fields.byline : '',
    dateline: mergedDateline(bodyHead.dateline, trimmed.dateline, identity.created ?? ''),
    source: fields.source || profile?.name || fields.copyrightHolder,
    signOff: fields.signOff || trimmed.signOff || initials,
  };
  return readStory({ ...identity, fields: foreign, blocks: trimmed.blocks, pictures, media }, report);
}

/** Whether this program wrote a document: then every field stands where its writer puts it, and nowhere else. */
function isOwn(nitf: XmlNode): boolean {
  const head = elementAt(nitf, 'head');
  return (head ? childElements(head, 'meta') : []).some(
    each => attributeValue(each, 'name') === 'generator' && attributeValue(each, 'content') === generatorName,
  );
}

/** What a document says of its sender, the surest first. */
function identities(nitf: XmlNode): readonly string[] {
  const all = (name: string, attribute: string): readonly string[] =>
    descendants(nitf, name).map(each => attributeValue(each, attribute));
  return [
    ...all('doc-id', 'regsrc'),
    ...all('doc.rights', 'agent'),
    ...descendants(nitf, 'distributor').map(each => nodeText(each)),
    ...all('from-src', 'src-name'),
    ...all('doc.copyright', 'holder'),
    ...descendants(nitf, 'rights.owner').map(each => nodeText(each)),
    ...all('doc-id', 'id-string'),
  ];
}

function readTagline(nitf: XmlNode, report: Report): string {
  const end = elementAt(nitf, 'body', 'body.end');
  if (!end) return '';
  for (const each of childElements(end))
    if (each.local !== 'tagline') report.leftOut(nodeText(each), 'the end of the body');
  return singleLine(childElements(end, 'tagline').map(nodeText).join(' '));
}
