import type { ReactElement } from 'react';
import { type FieldGroup, type FieldName, fieldNames, storyFields } from '../../main/contract/story.ts';
import { FieldInput } from './FieldInput.tsx';
import type { OpenStory } from './use-story.ts';

/** Fields that stand at the head of the copy. Every other field of the contract's table is found here. */
const inStoryPane: ReadonlySet<FieldName> = new Set<FieldName>([
  'slugline',
  'headline',
  'subhead',
  'byline',
  'abstract',
  'dateline',
  'urgency',
  'genre',
  'language',
  'edNote',
  'internalNote',
]);

const groupWords: Readonly<Record<FieldGroup, string>> = {
  head: 'Head',
  wire: 'Wire',
  subjects: 'Subjects',
  rights: 'Source and rights',
  notes: 'Notes',
  desk: 'Desk',
};
const groups = Object.keys(groupWords) as readonly FieldGroup[];

/** The fields by which a story is sorted, cleared and sent. */
export function DetailsTab({ open }: { readonly open: OpenStory }): ReactElement {
  const { fields } = open.draft;
  return (
    <div className="tab-content">
      {groups.map(group => {
        const names = fieldNames.filter(name => storyFields[name].group === group && !inStoryPane.has(name));
        return (
          names.length > 0 && (
            <fieldset key={group} className="group">
              <legend>{groupWords[group]}</legend>
              {names.map(name => (
                <FieldInput key={name} name={name} fields={fields} onChange={change => open.update({ fields: { ...fields, ...change } })} />
              ))}
            </fieldset>
          )
        );
      })}
    </div>
  );
}
