import type { Subject } from '../../../contract/story.ts';
import { singleLine } from '../text.ts';
import { attributeValue, descendants, nodeText, type XmlNode } from '../xml-read.ts';
import { subjectTier } from './subject-tier.ts';

/** Subjects with and without a reference number (NITF 3). */
export function readSubjects(head: XmlNode): readonly Subject[] {
  const topics = descendants(head, 'tobject.subject').map((each): Subject => {
    const of = (name: string): string => attributeValue(each, `tobject.subject.${name}`).trim();
    const code = of('refnum') || of('code');
    return {
      scheme: scheme(of('ipr'), code),
      code,
      name: of(subjectTier(code)) || of('detail') || of('matter') || of('type'),
    };
  });
  const classifiers = descendants(head, 'classifier').map(
    (each): Subject => ({
      scheme: attributeValue(each, 'idsrc'),
      code: attributeValue(each, 'value'),
      name: singleLine(nodeText(each)),
    }),
  );
  return [...topics, ...classifiers].filter(({ code, name }) => code !== '' || name !== '');
}

/** Eight digits without a scheme, or with IPTC's name alone, are a Subject Code (3). */
function scheme(ipr: string, code: string): string {
  const own = /^IPTC:(medtop|subj)$/.exec(ipr)?.[1];
  if (own) return own;
  return /^(?:IPTC)?$/i.test(ipr) && /^\d{8}$/.test(code) ? 'subj' : ipr;
}
