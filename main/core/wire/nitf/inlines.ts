import type { Inline } from '../../../contract/body.ts';
import { type Child, element } from '../xml.ts';

/** NITF has one element for emphasis: each mark is an `em` with a class. */
export function nitfInlines(inlines: readonly Inline[]): readonly Child[] {
  return inlines.map(nitfInline);
}

function nitfInline(inline: Inline): Child {
  switch (inline.type) {
    case 'text':
      return inline.marks.reduceRight<Child>(
        (inner, mark) => element('em', { class: mark }, inner),
        inline.text,
      );
    case 'break':
      return element('br');
    case 'link':
      return element('a', { href: inline.href }, nitfInlines(inline.inlines));
  }
}
