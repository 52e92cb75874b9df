import { inlineText } from '../../contract/body.ts';
import { problem } from '../../contract/failure.ts';
import { sourceTypeWords } from '../../contract/source-type.ts';
import type { Check } from './check.ts';

/** Letters for artificial intelligence count only in capitals. */
const machine = /(?<!\p{L})(?:AI|A\.I\.|KI|IA|CGI)(?!\p{L})/u;
const synthetic =
  /\b(?:artificial intelligence|künstlicher? intelligenz|intelligence artificielle|inteligencia artificial|intelligenza artificiale|(?:computer|machine|digitally)[- ](?:generated|created|made)|synthetic|synthetisch|illustration|rendering|simulation|simulated|deepfake)/iu;
const changed =
  /\b(?:composites?|montage|photomontage|fotomontage|collage|combination|combo|manipulat\p{L}*|alter(?:ed|ation)|edited|retouch\p{L}*|enhanced|bearbeitet|retuschiert|modifi[ée]e?|retocad[oa])(?!\p{L})/iu;

/** A picture made or changed by a machine is labelled for the reader, in its caption or its credit (IPTC Digital Source Type). */
export const sourceTypeLabel: Check = story =>
  story.pictures.flatMap((picture, index) => {
    const type = sourceTypeWords(picture.digitalSourceType);
    const made = type.synthetic || picture.category === 'synthetic';
    if (!made && !type.altered) return [];
    const text = `${inlineText(picture.caption)}\n${picture.creditLine}`;
    const told = machine.test(text) || synthetic.test(text) || (type.altered && changed.test(text));
    if (told) return [];
    const what = type.label === '' ? 'Synthetic' : type.label;
    return [
      problem(
        'warning',
        made ? 'synthetic-unlabelled' : 'altered-unlabelled',
        `Picture ${index + 1} is not what a camera saw (${what.charAt(0).toLowerCase()}${what.slice(1)}); neither its caption nor its credit says so.`,
        { field: 'caption', picture: picture.id },
      ),
    ];
  });
