import type { ReactElement } from 'react';
import { type FieldGroup, type FieldName, fieldNames, storyFields } from '../../main/contract/story.ts';
import { FieldInput } from './FieldInput.tsx';
import type { OpenStory } from './use-story.ts';

/** Fields that stand in the story pane, beside the copy. */
const inStoryPane: readonly FieldName[] = [
  'slugline',
  'headline',
  'subhead',
  'abstract',
  'byline',
  'dateline',
  'edNote',
  'internalNote',
  'urgency',
  'language',
  'genre',
];

const groups: readonly { readonly group: FieldGroup; readonly title: string }[] = [
  { group: 'head', title: 'Head' },
  { group: 'wire', title: 'Wire' },
  { group: 'rights', title: 'Source and rights' },
  { group: 'subjects', title: 'What it is about' },
  { group: 'notes', title: 'Notes' },
  { group: 'desk', title: 'Desk' },
];

/** Whether a field stands beside the copy; every other is in the Details tab. */
export function isInStoryPane(name: FieldName): boolean {
  return inStoryPane.includes(name);
}

/** Every other field of the story, from the contract's table. */
export function DetailsTab({ open }: { readonly open: OpenStory }): ReactElement {
  const { fields } = open.draft;
  return (
    <div className="tab-content">
      {groups.map(({ group, title }) => (
        <section key={group} aria-label={title}>
          <h2>{title}</h2>
          {fieldNames
            .filter(name => storyFields[name].group === group && !isInStoryPane(name))
            .map(name => (
              <FieldInput
                key={`${name}:${open.replaced}`}
                name={name}
                fields={fields}
                onChange={change => open.update({ fields: { ...fields, ...change } })}
              />
            ))}
        </section>
      ))}
    </div>
  );
}
