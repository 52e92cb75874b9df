import type { z } from 'zod';
import type { Story } from '../../../contract/story.ts';
import { wireTime } from '../../clock.ts';
import type { WriteContext, Written } from '../format.ts';
import { direction } from '../language.ts';
import { carriesContent, embargoWords, statusWords } from '../status.ts';
import { datelineText, unplacedPictures } from '../story-words.ts';
import { singleLine } from '../text.ts';
import { utcTime } from '../time.ts';
import { signOffParagraph, xhtmlBody } from '../xhtml-body.ts';
import { type Child, type Element, element, htmlDocument, textElement, type XmlLayout } from '../xml.ts';
import { figure } from './figure.ts';
import type { htmlOptions } from './options.ts';
import { type Resolve, structuredData } from './structured-data.ts';
import { pageStyle } from './style.ts';

/** Says that a page is of this program, and so in the shape that `read.ts` knows. */
export const generator = 'Wiredesk';

type Options = z.output<typeof htmlOptions>;

/** Elements between whose children white space says nothing. */
const layout: XmlLayout = {
  indentInside: new Set(
    'html head body article header footer aside figure ul ol table tbody tr blockquote nav dl'.split(' '),
  ),
};

/** A story as a complete page with schema.org and Open Graph data (wire-formats 10). */
export function writeHtml(story: Story, options: Options, context: WriteContext): Written {
  const { fields } = story;
  const resolve: Resolve = path => (options.address === '' ? path : new URL(path, options.address).href);
  const root = element(
    'html',
    { lang: fields.language, dir: direction(fields.language) },
    head(story, options, context, resolve),
    element(
      'body',
      {},
      element(
        'article',
        {},
        articleHeader(story, context),
        carriesContent(story) ? copy(story, context) : null,
        articleFooter(story),
      ),
      options.share && carriesContent(story) ? shareBlock(story, options.address) : null,
    ),
  );
  const file = {
    path: `${context.baseName}.html`,
    mediaType: 'text/html; charset=utf-8',
    bytes: htmlDocument(root, layout),
  };
  return { files: [file], problems: [] };
}

function title({ fields }: Story): string {
  return singleLine(fields.headline || fields.slugline) || 'Untitled story';
}

function head(story: Story, options: Options, context: WriteContext, resolve: Resolve): Element {
  const { fields } = story;
  return element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('title', {}, title(story)),
    element('meta', {
      name: 'viewport',
      content: 'width=device-width, initial-scale=1',
    }),
    meta('description', fields.abstract),
    meta('generator', generator),
    meta('author', fields.author),
    meta('keywords', fields.keywords.map(singleLine).join(', ')),
    meta('copyright', fields.copyrightNotice),
    statusWords(story) === '' && fields.embargo === null ? null : meta('robots', 'noindex, noarchive'),
    options.address === '' ? null : element('link', { rel: 'canonical', href: options.address }),
    openGraph(story, options, context, resolve),
    element('style', {}, pageStyle),
    element(
      'script',
      { type: 'application/ld+json' },
      structuredData(story, context, options.address, resolve),
    ),
  );
}

function meta(name: string, content: string): Element | null {
  const line = singleLine(content);
  return line === '' ? null : element('meta', { name, content: line });
}

function property(name: string, content: string): Element | null {
  const line = singleLine(content);
  return line === '' ? null : element('meta', { property: name, content: line });
}

function openGraph(story: Story, options: Options, context: WriteContext, resolve: Resolve): Child {
  const { fields } = story;
  const pictures = carriesContent(story) ? story.pictures : [];
  const modified = utcTime(story.updated) ?? wireTime(context.now);
  return [
    property('og:type', 'article'),
    property('og:title', title(story)),
    property('og:description', fields.abstract),
    property('og:url', options.address),
    property('og:site_name', context.provider.name),
    property('og:locale', fields.language.replace('-', '_')),
    property('article:modified_time', modified),
    property('article:expiration_time', utcTime(fields.expires) ?? ''),
    property('article:section', fields.category),
    fields.keywords.map(keyword => property('article:tag', keyword)),
    pictures.map(picture => {
      const path = context.mediaPath(picture);
      if (path === null) return null;
      return [
        property('og:image', resolve(path)),
        property('og:image:type', picture.file?.mediaType ?? ''),
        property('og:image:width', String(picture.file?.width ?? '')),
        property('og:image:height', String(picture.file?.height ?? '')),
        property('og:image:alt', picture.altText),
      ];
    }),
  ];
}

/** Labels are in English whatever the story's language is, and say so. */
function labelled(label: string, words: string, name: string): Element | null {
  if (words.trim() === '') return null;
  return element(
    'p',
    { class: name },
    element('b', { lang: 'en', dir: 'ltr' }, `${label}:`),
    ' ',
    lines(words.trim()),
  );
}

function english(words: string, name: string): Element | null {
  return textElement('p', words, { class: `note ${name}`, lang: 'en', dir: 'ltr' });
}

function lines(words: string): Child {
  return words.split(/\r\n|[\n\r]/).map((line, index) => [index > 0 ? element('br') : null, line]);
}

function articleHeader(story: Story, context: WriteContext): Element {
  const { fields } = story;
  const modified = utcTime(story.updated) ?? wireTime(context.now);
  return element(
    'header',
    {},
    english(statusWords(story), 'status'),
    english(embargoWords(fields.embargo), 'embargo'),
    element('h1', {}, title(story)),
    textElement('p', singleLine(fields.subhead), { class: 'subhead' }),
    byline(fields),
    labelled("Editor's note", fields.edNote, 'note ed-note'),
    labelled('Correction', fields.correctionNote, 'note correction'),
    element(
      'p',
      { class: 'wire', lang: 'en', dir: 'ltr' },
      `Version ${story.version}, `,
      element('time', { datetime: modified }, `${modified.slice(0, 10)} ${modified.slice(11, 16)} UTC`),
    ),
  );
}

function byline(fields: Story['fields']): Element | null {
  const name = textElement('span', singleLine(fields.byline), { class: 'name' });
  const work = textElement('span', singleLine(fields.bylineTitle), { class: 'job-title' });
  const apart = name && work ? ', ' : null;
  return name || work ? element('p', { class: 'byline' }, name, apart, work) : null;
}

/** The copy, its dateline before the first paragraph, and the pictures that stand nowhere in it behind. */
function copy(story: Story, context: WriteContext): Child {
  const { fields } = story;
  const blocks = xhtmlBody(story, {
    figure: picture => figure(picture, story, context, true),
  });
  const dateline = datelineText(fields.dateline, fields.language);
  const opening = element('span', { class: 'dateline' }, dateline);
  const [first, ...others] = blocks;
  const opened =
    dateline === ''
      ? blocks
      : first?.name === 'p' && first.attributes.class === undefined
        ? [element('p', {}, opening, ' – ', first.children), ...others]
        : [element('p', {}, opening), ...blocks];
  return [
    opened,
    signOffParagraph(fields.signOff),
    unplacedPictures(story).map(picture => figure(picture, story, context, false)),
  ];
}

function articleFooter({ fields }: Story): Element {
  return element(
    'footer',
    {},
    labelled(
      'Source',
      [singleLine(fields.source), singleLine(fields.sourceUri)].filter(Boolean).join(', '),
      'wire',
    ),
    labelled('Copyright', fields.copyrightNotice || fields.copyrightHolder, 'wire'),
    labelled('Usage terms', fields.usageTerms, 'wire'),
  );
}

/** Plain links: sharing needs no script, and nothing is fetched before someone asks for it. */
function shareBlock(story: Story, address: string): Element {
  const subject = encodeURIComponent(title(story).toWellFormed());
  const page = encodeURIComponent(address);
  const said = address === '' ? subject : `${subject}%20${page}`;
  const links: readonly (readonly [string, string])[] = [
    ['E-mail', `mailto:?subject=${subject}&body=${said}`],
    ['WhatsApp', `https://wa.me/?text=${said}`],
    ...(address === ''
      ? []
      : [
          ['Facebook', `https://www.facebook.com/sharer/sharer.php?u=${page}`] as const,
          ['X', `https://twitter.com/intent/tweet?text=${subject}&url=${page}`] as const,
        ]),
  ];
  return element(
    'nav',
    { class: 'share', 'aria-label': 'Share', lang: 'en', dir: 'ltr' },
    element(
      'ul',
      {},
      links.map(([label, href]) =>
        element('li', {}, element('a', { href, rel: 'noopener noreferrer' }, label)),
      ),
    ),
  );
}
