import { embargoHolds } from '../../contract/embargoes.ts';
import { type Problem, problem } from '../../contract/failure.ts';
import { type FieldDefinition, fieldNames, storyFields } from '../../contract/story.ts';
import type { Check } from './check.ts';

/** What every story needs before anyone sees it. */
export const requiredFields: Check = ({ fields, counts }) => [
  ...(fields.headline.trim() === ''
    ? [problem('error', 'headline-missing', 'The story has no headline.', { field: 'headline' })]
    : []),
  ...(fields.slugline.trim() === ''
    ? [problem('warning', 'slugline-missing', 'The story has no slugline.', { field: 'slugline' })]
    : []),
  ...(counts.words === 0 && fields.editorialAction !== 'kill'
    ? [problem('error', 'body-missing', 'The story has no copy.', { field: 'body' })]
    : []),
];

/** Fields longer than the contract's limits: advice, or a stop. */
export const fieldLengths: Check = ({ fields }) =>
  fieldNames.flatMap(name => {
    const { label, limits }: FieldDefinition = storyFields[name];
    const value = fields[name];
    if (typeof value !== 'string' || !limits) return [];
    const length = Array.from(value).length;
    const over = limits.filter(limit => length > limit.characters).at(-1);
    if (!over) return [];
    const message = `${label} has ${length} characters; ${over.characters} is the limit.`;
    return [problem(over.level, 'too-long', message, { field: name })];
  });

/** Copy that misses the length that was asked for by more than a tenth. */
export const targetLength: Check = ({ fields: { targetLength: target }, counts: { words } }) => {
  if (target === null || Math.abs(words - target) <= target / 10) return [];
  const off = Math.abs(words - target);
  return [
    problem(
      'info',
      'target-length',
      `The copy is ${off} words ${words > target ? 'over' : 'under'} its target of ${target}.`,
      { field: 'targetLength' },
    ),
  ];
};

/** Dates of the story that have gone by. */
export const dates: Check = ({ fields: { embargo, expires } }, { now }) => {
  const found: Problem[] = [];
  if (embargo?.until && !embargoHolds(embargo, now))
    found.push(
      problem('info', 'embargo-past', `The embargo ended at ${embargo.until}.`, { field: 'embargo' }),
    );
  if (expires !== '' && Date.parse(expires) <= now.getTime())
    found.push(problem('warning', 'expired', `The story expired at ${expires}.`, { field: 'expires' }));
  return found;
};
