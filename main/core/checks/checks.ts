import type { Problem } from '../../contract/failure.ts';
import type { Story } from '../../contract/story.ts';
import { altText } from './alt-text.ts';
import { captionFacts } from './caption-facts.ts';
import { filePhotoOfToday } from './caption-file-photo.ts';
import { captionOrder } from './caption-order.ts';
import { captionPeople } from './caption-people.ts';
import { captionSetting } from './caption-setting.ts';
import { captionTense } from './caption-tense.ts';
import type { Check, CheckContext } from './check.ts';
import { headlineNumbers, namesSpelledTwoWays } from './consistency.ts';
import { doubledWords } from './doubled-words.ts';
import { mandatoryCredit } from './mandatory-credit.ts';
import { picturePlaces, pictureTexts } from './pictures.ts';
import { punctuation } from './punctuation.ts';
import { dates, fieldLengths, requiredFields, targetLength } from './required.ts';
import { sourceTypeLabel } from './source-type.ts';

/** Every check, in the order their findings are shown. Adding one is a function and a line here. */
const checks: readonly Check[] = [
  requiredFields,
  dates,
  mandatoryCredit,
  pictureTexts,
  sourceTypeLabel,
  altText,
  captionFacts,
  filePhotoOfToday,
  picturePlaces,
  doubledWords,
  punctuation,
  fieldLengths,
  headlineNumbers,
  namesSpelledTwoWays,
  captionPeople,
  captionOrder,
  captionSetting,
  captionTense,
  targetLength,
];

const order: Readonly<Record<Problem['severity'], number>> = { error: 0, warning: 1, info: 2 };

/** What a copy desk would catch in a story: errors first, then warnings, then notes. */
export function runChecks(story: Story, context: CheckContext): readonly Problem[] {
  return checks.flatMap(check => check(story, context)).sort((a, b) => order[a.severity] - order[b.severity]);
}
