import { type Block, type BoxedBlock, type Inline, inlineText } from '../../../contract/body.ts';
import type { Story } from '../../../contract/story.ts';
import { datelineText } from '../story-words.ts';
import { singleLine } from '../text.ts';
import { type Group, type Line, marks } from './groups.ts';

/**
 * The copy, the dateline before its first paragraph (wire-formats 6, 7); `read-copy.ts` is the inverse.
 * @param dash what stands behind the dateline
 */
export function copyGroups(story: Story, dash: string): Group[] {
  const groups = story.body.blocks.flatMap(block => blockGroups(block, story));
  const dateline = singleLine(datelineText(story.fields.dateline, story.fields.language));
  if (dateline === '') return groups;
  const [first, ...rest] = groups;
  const [line, ...more] = first?.lines ?? [];
  if (first?.kind !== 'copy' || !line)
    return [{ kind: 'copy', lines: [{ text: `${dateline} ${dash}` }] }, ...groups];
  return [{ kind: 'copy', lines: [{ text: `${dateline} ${dash} ${line.text}` }, ...more] }, ...rest];
}

function blockGroups(block: Block | BoxedBlock, story: Story): Group[] {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block.inlines);
    case 'heading':
      return marked(`${'#'.repeat(block.level)} `, words(block.inlines));
    case 'list':
      return lines(
        block.items
          .map(words)
          .filter(item => item !== '')
          .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${item}`),
      );
    case 'quote':
      return framed('Quote', '', [
        ...block.paragraphs.flatMap(paragraph),
        ...marked('Said by: ', singleLine(block.attribution)),
      ]);
    case 'pullQuote':
      return framed('Pull quote', '', [
        ...paragraph(block.inlines),
        ...marked('Said by: ', singleLine(block.attribution)),
      ]);
    case 'table':
      return lines(
        block.rows.map(row =>
          row
            .map(cell => `|${cell.header ? '= ' : ' '}${words(cell.inlines).replaceAll('|', '/')}`)
            .join(' '),
        ),
      );
    case 'picture': {
      const number = story.pictures.findIndex(picture => picture.id === block.pictureId) + 1;
      return number === 0 ? [] : [marks(`[Picture ${number}]`)];
    }
    case 'separator':
      return [marks('___')];
    case 'box':
      return framed(
        'Box',
        singleLine(block.title),
        block.blocks.flatMap(inner => blockGroups(inner, story)),
      );
    case 'embed':
      return [marks(singleLine(`[Embed] ${singleLine(block.url).replaceAll(' ', '%20')} ${block.title}`))];
    case 'note':
      return [];
  }
}

/** An address stands in brackets behind the words of its link. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map(inline => {
      const text = inlineText([inline]);
      return inline.type === 'link' && text !== inline.href ? `${text} (${inline.href})` : text;
    })
    .join('');
}

function words(inlines: readonly Inline[]): string {
  return singleLine(plainText(inlines));
}

function paragraph(inlines: readonly Inline[]): Group[] {
  const said = textLines(plainText(inlines));
  return said.length === 0 ? [] : [{ kind: 'copy', lines: said }];
}

/** The lines of a text that have words. */
export function textLines(text: string): Line[] {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
    .map(singleLine)
    .filter(line => line !== '')
    .map(line => ({ text: line }));
}

function marked(mark: string, text: string): Group[] {
  return text === '' ? [] : [marks(mark + text)];
}

function lines(texts: readonly string[]): Group[] {
  return texts.length === 0 ? [] : [marks(...texts)];
}

function framed(name: string, title: string, inside: readonly Group[]): Group[] {
  if (inside.length === 0 && title === '') return [];
  return [marks(singleLine(`[${name}] ${title}`)), ...inside, marks(`[End of ${name.toLowerCase()}]`)];
}
