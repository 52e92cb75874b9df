import { direction } from '../language.ts';
import { type Element, element } from '../xml.ts';
import { w } from './names.ts';

const bullets = 0;
const numbers = 1;

/** `word/numbering.xml`: the two kinds of list, and each list of the copy as one of its own. */
export function numberingPart(lists: readonly boolean[]): Element {
  return element(
    'w:numbering',
    { 'xmlns:w': w },
    kind(bullets, 'bullet', '•'),
    kind(numbers, 'decimal', '%1.'),
    lists.map((ordered, index) =>
      element(
        'w:num',
        { 'w:numId': index + 1 },
        element('w:abstractNumId', { 'w:val': ordered ? numbers : bullets }),
        ordered
          ? element('w:lvlOverride', { 'w:ilvl': 0 }, element('w:startOverride', { 'w:val': 1 }))
          : null,
      ),
    ),
  );
}

function kind(id: number, format: string, text: string): Element {
  return element(
    'w:abstractNum',
    { 'w:abstractNumId': id },
    element('w:multiLevelType', { 'w:val': 'singleLevel' }),
    element(
      'w:lvl',
      { 'w:ilvl': 0 },
      element('w:start', { 'w:val': 1 }),
      element('w:numFmt', { 'w:val': format }),
      element('w:lvlText', { 'w:val': text }),
      element('w:lvlJc', { 'w:val': 'left' }),
      element('w:pPr', {}, element('w:ind', { 'w:left': 567, 'w:hanging': 283 })),
    ),
  );
}

/** `word/settings.xml`: read as Word 2013 and later do, with the story's language for new words. */
export function settingsPart(language: string): Element {
  const bidi = direction(language) === 'rtl' ? language : undefined;
  return element(
    'w:settings',
    { 'xmlns:w': w },
    element('w:defaultTabStop', { 'w:val': 709 }),
    element(
      'w:compat',
      {},
      element('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': 15,
      }),
    ),
    element('w:themeFontLang', { 'w:val': language, 'w:bidi': bidi }),
  );
}
