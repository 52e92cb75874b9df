import type { Dateline } from '../../../contract/story.ts';
import { readDatelineText } from '../reading/dateline.ts';
import { readDay } from '../reading/moments.ts';
import type { Report } from '../reading/report.ts';
import type { WireStory } from '../reading/story.ts';
import { joinTexts, singleLine } from '../text.ts';
import {
  attributeValue,
  childElements,
  descendants,
  elementAt,
  nodeText,
  type XmlNode,
} from '../xml-read.ts';
import { correctionNote, embargoNote, statusNote } from './notes.ts';

/** What the head of the body says (NITF 3). */
export interface ReadBodyHead {
  readonly fields: WireStory['fields'];
  readonly dateline: Dateline;
  /** Whether the words of an embargo stand there, as this program writes them. */
  readonly embargoed: boolean;
  /** The words of every note, made ones too: `ed-msg` repeats them. */
  readonly said: readonly string[];
}

const empty: Dateline = { place: '', country: '', date: '', source: '' };

/** @param own whether this program wrote the file */
export function readBodyHead(nitf: XmlNode, own: boolean, report: Report): ReadBodyHead {
  const head = elementAt(nitf, 'body', 'body.head');
  if (!head) return { fields: {}, dateline: empty, embargoed: false, said: [] };
  const headlines = readHeadlines(head, own, report);
  const notes = readNotes(head, own);
  const limitations = joinTexts(descendants(head, 'rights.limitations').map(words), '\n');
  for (const each of childElements(head, 'series')) report.leftOut(words(each), 'the series');
  return {
    fields: {
      ...headlines,
      ...readByline(childElements(head, 'byline')),
      abstract: readParagraphs(childElements(head, 'abstract')),
      source: joinTexts(childElements(head, 'distributor').map(words), ', '),
      copyrightHolder: words(descendants(head, 'rights.owner')[0]),
      usageTerms: limitations,
      ...notes.fields,
    },
    dateline: readDateline(childElements(head, 'dateline')[0], own),
    embargoed: notes.embargoed,
    said: notes.said,
  };
}

function words(node: XmlNode | undefined): string {
  return singleLine(nodeText(node));
}

/** The first headline that says anything (AAP sends empty ones); a second that repeats it is none. */
function readHeadlines(head: XmlNode, own: boolean, report: Report): { headline: string; subhead: string } {
  const hedlines = childElements(head, 'hedline');
  const all = (name: string): readonly string[] =>
    hedlines.flatMap(each => childElements(each, name).map(words)).filter(each => each !== '');
  const bare = hedlines.filter(each => childElements(each).length === 0).map(words);
  const [headline = '', ...more] = [...all('hl1'), ...bare.filter(each => each !== '')];
  const [subhead = '', ...rest] = [...all('hl2'), ...more].filter(each => own || each !== headline);
  for (const each of rest) report.leftOut(each, 'another headline');
  return { headline, subhead };
}

/** AP sets the title without a space behind the name. */
function readByline(bylines: readonly XmlNode[]): { byline: string; bylineTitle: string } {
  const name = (byline: XmlNode): string =>
    singleLine(
      byline.children
        .map(child =>
          typeof child === 'string' ? child : child.local === 'byttl' ? ' ' : withoutTitle(child),
        )
        .join(''),
    );
  return {
    byline: joinTexts(bylines.map(name), ', '),
    bylineTitle: joinTexts(bylines.flatMap(each => descendants(each, 'byttl')).map(words), ', '),
  };
}

function withoutTitle(node: XmlNode): string {
  return node.children
    .map(child => (typeof child === 'string' ? child : child.local === 'byttl' ? ' ' : withoutTitle(child)))
    .join('');
}

/** A line for each paragraph; agencies also send the words bare (AAP). */
function readParagraphs(nodes: readonly XmlNode[]): string {
  const lines = (node: XmlNode): readonly string[] => {
    const inner = childElements(node).filter(each =>
      /^(?:p|hl2|block|body\.content|li|ul|ol)$/.test(each.local),
    );
    return inner.length === 0 ? [words(node)] : [...bareWords(node), ...inner.flatMap(lines)];
  };
  return nodes
    .flatMap(lines)
    .filter(line => line !== '')
    .join('\n');
}

function bareWords(node: XmlNode): readonly string[] {
  return node.children.filter(child => typeof child === 'string').map(singleLine);
}

function readNotes(head: XmlNode, own: boolean): Pick<ReadBodyHead, 'fields' | 'embargoed' | 'said'> {
  const notes = childElements(head, 'note').map(node => ({
    node,
    kind: kindOf(node, own),
    text: readParagraphs([node]),
  }));
  const of = (kind: NoteKind): string =>
    joinTexts(
      notes.filter(each => each.kind === kind).map(each => each.text),
      '\n',
    );
  return {
    fields: {
      edNote: of('public'),
      internalNote: of('internal'),
      correctionNote: of('correction'),
      copyrightNotice: of('copyright'),
    },
    embargoed: notes.some(
      ({ node, kind }) => kind === 'made' && attributeValue(node, 'class') === embargoNote,
    ),
    said: notes.map(each => singleLine(each.text)),
  };
}

type NoteKind = 'public' | 'internal' | 'correction' | 'copyright' | 'made';

/** `npa` is a non-publishable advisory (3). */
function kindOf(note: XmlNode, own: boolean): NoteKind {
  const name = attributeValue(note, 'class');
  if (own && (name === statusNote || name === embargoNote)) return 'made';
  if (name === correctionNote) return 'correction';
  if (attributeValue(note, 'noteclass') === 'cpyrt') return 'copyright';
  return attributeValue(note, 'type') === 'npa' ? 'internal' : 'public';
}

/** The date is the `norm` of the story's date: EFE's words for it are known to be wrong (3). */
function readDateline(dateline: XmlNode | undefined, own: boolean): Dateline {
  if (!dateline) return empty;
  const [day] = descendants(dateline, 'story.date');
  const [location] = descendants(dateline, 'location');
  const date = day ? readDay(attributeValue(day, 'norm')) || (own ? words(day) : '') : '';
  const outside = singleLine(
    dateline.children
      .map(child =>
        typeof child === 'string'
          ? child
          : /^(?:location|story\.date)$/.test(child.local)
            ? ' '
            : nodeText(child),
      )
      .join(''),
  );
  const [city, country] = ['city', 'country'].map(name => (location ? words(elementAt(location, name)) : ''));
  if (own) {
    const source = /\((.*)\)$/u.exec(outside)?.[1] ?? '';
    return { place: city ?? '', country: country ?? '', date, source };
  }
  const said = readDatelineText(location && !city ? `${words(location)} ${outside}` : outside);
  return {
    place: city || (location || day === undefined || outside !== '' ? (said.place ?? '') : ''),
    country: country || (said.country ?? ''),
    source: said.source ?? '',
    date: date || (said.date ?? ''),
  };
}
