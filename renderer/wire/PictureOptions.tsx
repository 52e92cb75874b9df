import type { ReactElement } from 'react';
import { PictureDelivery } from '../../main/contract/rights.ts';
import { CheckField, SelectField } from '../ui/fields.tsx';

const sizes = [1_200, 2_048, 4_096] as const;
const aspects = ['16:9', '4:3', '3:2', '1:1', '4:5', '9:16'] as const;

/** How the picture files leave: whole, or scaled and cut round the focus point. Null asks what the destination asks. */
export function PictureOptions({
  value,
  onChange,
}: {
  readonly value: PictureDelivery | null;
  readonly onChange: (value: PictureDelivery | null) => void;
}): ReactElement {
  const current = value ?? PictureDelivery.parse({});
  const set = (parts: Partial<PictureDelivery>): void => {
    const next = { ...current, ...parts };
    const asksNothing = next.longEdge === null && next.aspect === null && !next.stripLocation;
    onChange(asksNothing ? null : next);
  };
  return (
    <fieldset>
      <legend>Pictures</legend>
      <SelectField
        label="Longer edge"
        value={current.longEdge === null ? '' : String(current.longEdge)}
        choices={[
          { value: '', label: 'As it is' },
          ...sizes.map(edge => ({ value: String(edge), label: `${edge} pixels at most` })),
        ]}
        onChange={edge => set({ longEdge: edge === '' ? null : Number(edge) })}
      />
      <SelectField
        label="Shape"
        value={current.aspect ?? ''}
        choices={[
          { value: '', label: 'As it is' },
          ...aspects.map(aspect => ({ value: aspect, label: `${aspect}, round the focus point` })),
        ]}
        onChange={aspect => set({ aspect: aspect === '' ? null : aspect })}
      />
      <CheckField
        label="Leave out where it was taken"
        checked={current.stripLocation}
        onChange={stripLocation => set({ stripLocation })}
      />
    </fieldset>
  );
}
