import { type ReactElement, useState } from 'react';
import { categories, suggestedCategory } from '../../main/contract/categories.ts';
import type { MethodOutput } from '../../main/contract/methods.ts';
import type { Picture } from '../../main/contract/picture.ts';
import { Restriction, RightsCategory, rightsCategories } from '../../main/contract/rights.ts';
import { useDesk } from '../app/context.ts';
import { SelectField, TextField } from '../ui/fields.tsx';
import { failureWords, moment } from '../ui/words.ts';
import { LeaseFields } from './LeaseFields.tsx';
import { RestrictionFields } from './RestrictionFields.tsx';

interface RightsPanelProps {
  readonly picture: Picture;
  readonly onChange: (fields: Partial<Picture>) => void;
}

/** What people say of a picture's rights beside the agency's words: where it comes from, what was agreed, where it went. */
export function RightsPanel({ picture, onChange }: RightsPanelProps): ReactElement {
  const { category, leases, restrictions } = picture;
  const suggested = suggestedCategory(picture);
  const byHand = restrictions.filter(rule => rule.spans.length === 0);
  const replace = (rule: Restriction, next: readonly Restriction[]): void =>
    onChange({ restrictions: restrictions.flatMap(each => (each === rule ? next : [each])) });
  return (
    <section aria-label="Rights" className="rights-panel">
      <h2>Rights</h2>
      <SelectField
        label="Rights category"
        value={category}
        choices={rightsCategories.map(value => ({ value, label: categories[value].label }))}
        hint={categories[category].meaning}
        onChange={value => onChange({ category: RightsCategory.parse(value) })}
      />
      {category === '' && suggested !== '' && (
        <p>
          <button type="button" onClick={() => onChange({ category: suggested })}>
            Its words say {categories[suggested].label}: take that
          </button>
        </p>
      )}
      {byHand.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule made by hand has no identity but its place
        <fieldset key={index} className="by-hand">
          <legend>Rule of the desk {index + 1}</legend>
          <RestrictionFields rule={rule} onChange={next => replace(rule, [next])} />
          <TextField
            label="Who said so"
            value={rule.text}
            onChange={text => replace(rule, [{ ...rule, text }])}
          />
          <button type="button" className="quiet" onClick={() => replace(rule, [])}>
            Remove this rule
          </button>
        </fieldset>
      ))}
      {leases.length > 0 && (
        <ul aria-label="Leases" className="plain">
          {leases.map((lease, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a lease has no identity but its place
            <li key={index}>
              <LeaseFields
                number={index + 1}
                lease={lease}
                onChange={next =>
                  onChange({
                    leases: leases.flatMap((each, at) => (at === index ? (next ? [next] : []) : [each])),
                  })
                }
              />
            </li>
          ))}
        </ul>
      )}
      <p className="actions">
        <button
          type="button"
          onClick={() =>
            onChange({ leases: [...leases, { allows: true, use: null, from: null, until: null, note: '' }] })
          }
        >
          Add lease
        </button>
        <button
          type="button"
          onClick={() =>
            onChange({
              restrictions: [
                ...restrictions,
                Restriction.parse({ kind: 'exclude-territory', text: '', spans: [] }),
              ],
            })
          }
        >
          Add rule
        </button>
      </p>
      {picture.file && <Uses sha256={picture.file.sha256} />}
    </section>
  );
}

/** Where this file has gone and which stories use it, looked up when somebody asks. */
function Uses({ sha256 }: { readonly sha256: string }): ReactElement {
  const { link, tell, openStory } = useDesk();
  const [found, setFound] = useState<MethodOutput<'pictures.uses'> | null>(null);
  return (
    <details
      className="more"
      onToggle={event => {
        if (event.currentTarget.open)
          link.client.call('pictures.uses', { sha256 }).then(setFound, error => tell(failureWords(error)));
      }}
    >
      <summary>Where it went</summary>
      {found?.uses.length === 0 && <p className="muted">It has not left the house.</p>}
      <ul aria-label="Uses" className="plain">
        {found?.uses.map((use, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the ledger is append-only
          <li key={index}>
            {moment(use.time)}: {use.name}, version {use.version}, to{' '}
            {use.destination ?? 'nobody in particular'} as {use.format}
            {use.by !== '' && `, ${use.by}`}
            {use.override !== null && <strong> ⚠ against a rule: {use.override}</strong>}
          </li>
        ))}
      </ul>
      <ul aria-label="Stories with this picture" className="plain">
        {found?.stories.map(story => (
          <li key={story.id}>
            <button type="button" className="quiet" onClick={() => openStory(story.id)}>
              {story.name}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
