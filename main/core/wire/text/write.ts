import type { z } from 'zod';
import { type Block, type Inline, inlineText } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import type { Story } from '../../../contract/story.ts';
import type { WriteContext, Written } from '../format.ts';
import { captionText, creditText, placeText, restrictionWords } from '../picture-words.ts';
import { carriesContent, embargoWords, statusWords } from '../status.ts';
import { datelineText } from '../story-words.ts';
import { cleanText, joinTexts, singleLine, wrapText } from '../text.ts';
import { utcTime } from '../time.ts';
import type { textOptions } from './options.ts';

/** A story as plain text, to be read by a person or pasted into a system that takes nothing else. */
export function writeText(
  story: Story,
  options: z.output<typeof textOptions>,
  context: WriteContext,
): Written {
  const sections = [
    head(story),
    notes(story),
    opening(story),
    ...(carriesContent(story) ? copy(story) : []),
    [...(carriesContent(story) ? pictureList(story, context) : [])].join('\n'),
    tail(story),
    'END',
  ];
  const lines = sections
    .map(section => cleanText(section).trim())
    .filter(section => section !== '')
    .flatMap(section => [...wrapText(section, options.width), ''])
    .slice(0, -1);
  const end = options.lineEnd === 'crlf' ? '\r\n' : '\n';
  const file = {
    path: `${context.baseName}.txt`,
    mediaType: 'text/plain; charset=utf-8',
    bytes: new TextEncoder().encode(lines.map(line => line.trimEnd() + end).join('')),
  };
  return { files: [file], problems: [] };
}

function labelled(label: string, words: string): string {
  return words.trim() === '' ? '' : `${label}: ${words.trim()}`;
}

function block(lines: readonly string[]): string {
  return lines.filter(line => line.trim() !== '').join('\n');
}

function head({ fields, version }: Story): string {
  return block([
    [singleLine(fields.slugline), singleLine(fields.takeKey)].filter(Boolean).join(' '),
    `Version ${version}, ${fields.editorialAction}, priority ${fields.priority}, urgency ${fields.urgency}`,
    labelled('Category', singleLine(fields.category)),
    labelled('Genre', singleLine(fields.genre)),
    labelled('Language', fields.language),
    labelled('Desk', singleLine(fields.desk)),
    labelled('Keywords', fields.keywords.map(singleLine).join(', ')),
    labelled('Subjects', fields.subjects.map(({ code, name }) => singleLine(name || code)).join(', ')),
    labelled('Places', fields.places.map(singleLine).join(', ')),
    labelled('People', fields.people.map(singleLine).join(', ')),
    labelled('Organisations', fields.organisations.map(singleLine).join(', ')),
    labelled('Expires', utcTime(fields.expires) ?? ''),
  ]);
}

function notes(story: Story): string {
  const { fields } = story;
  return block([
    embargoWords(fields.embargo),
    statusWords(story),
    labelled("Editor's note", fields.edNote),
    labelled('Correction', fields.correctionNote),
  ]);
}

function opening({ fields }: Story): string {
  const sections = [
    block([singleLine(fields.headline), singleLine(fields.subhead)]),
    fields.abstract.trim(),
    block([singleLine(fields.byline), singleLine(fields.bylineTitle)]),
  ];
  return sections.filter(section => section !== '').join('\n\n');
}

/** The copy, a section a block, the dateline before its first paragraph, the initials behind its last. */
function copy(story: Story): readonly string[] {
  const { fields } = story;
  const dateline = datelineText(fields.dateline, fields.language);
  const sections = story.body.blocks.map(each => blockText(each, story)).filter(text => text.trim() !== '');
  const [first] = story.body.blocks.filter(each => blockText(each, story).trim() !== '');
  const opens = first?.type === 'paragraph';
  const opened =
    dateline === ''
      ? sections
      : opens
        ? sections.map((text, index) => (index === 0 ? `${dateline} - ${text}` : text))
        : [dateline, ...sections];
  const signOff = singleLine(fields.signOff);
  return signOff === '' ? opened : [...opened, `(${signOff})`];
}

function words(inlines: readonly Inline[]): string {
  const texts = inlines.map(inline => {
    if (inline.type !== 'link') return inlineText([inline]);
    const text = inlineText(inline.inlines);
    return text === inline.href ? text : `${text} <${inline.href}>`;
  });
  return texts.join('').trim();
}

function attributed(text: string, attribution: string): string {
  return block([text, attribution.trim() === '' ? '' : `- ${attribution.trim()}`]);
}

function blockText(each: Block, story: Story): string {
  switch (each.type) {
    case 'paragraph':
    case 'heading':
      return words(each.inlines);
    case 'list':
      return each.items
        .map(words)
        .filter(item => item !== '')
        .map((item, index) => `${each.ordered ? `${index + 1}.` : '-'} ${item}`)
        .join('\n');
    case 'quote':
      return attributed(each.paragraphs.map(words).join('\n'), each.attribution);
    case 'pullQuote':
      return attributed(words(each.inlines), each.attribution);
    case 'table':
      return each.rows.map(row => row.map(cell => words(cell.inlines)).join(' | ')).join('\n');
    case 'picture': {
      const number = story.pictures.findIndex(picture => picture.id === each.pictureId) + 1;
      return number === 0 ? '' : `[Picture ${number}]`;
    }
    case 'separator':
      return '* * *';
    case 'box': {
      const inside = each.blocks.map(inner => blockText(inner, story)).filter(text => text !== '');
      const all = each.title.trim() === '' ? inside : [each.title.trim(), ...inside];
      return all.length === 0 ? '' : ['[Box]', ...all, '[End of box]'].join('\n\n');
    }
    case 'embed':
      return each.title === '' ? each.url : `${each.title} <${each.url}>`;
    case 'note':
      return '';
  }
}

function pictureList(story: Story, context: WriteContext): readonly string[] {
  if (story.pictures.length === 0) return [];
  return [
    'PICTURES',
    ...story.pictures.flatMap((picture, index) => ['', pictureText(picture, index + 1, context)]),
  ];
}

function pictureText(picture: Picture, number: number, context: WriteContext): string {
  const { created } = picture.location;
  return block([
    `${number}. ${captionText(picture).trim() || singleLine(picture.headline) || 'Picture'}`,
    labelled('File', context.mediaPath(picture) ?? ''),
    labelled('Credit', creditText(picture)),
    labelled('Copyright', picture.copyrightNotice),
    labelled('Alt text', picture.altText),
    labelled('Taken', [picture.dateCreated, created ? placeText(created) : ''].filter(Boolean).join(', ')),
    labelled('Restrictions', restrictionWords(picture)),
    labelled('Usage terms', picture.usageTerms),
    labelled('Instructions', picture.instructions),
    labelled(
      'Notices',
      joinTexts(
        picture.notices.map(notice => notice.text),
        ' - ',
      ),
    ),
  ]);
}

function tail({ fields }: Story): string {
  return block([
    labelled('Author', singleLine(fields.author)),
    labelled('Source', singleLine(fields.source)),
    labelled('Source address', singleLine(fields.sourceUri)),
    labelled('Copyright holder', singleLine(fields.copyrightHolder)),
    labelled('Copyright', fields.copyrightNotice),
    labelled('Usage terms', fields.usageTerms),
  ]);
}
