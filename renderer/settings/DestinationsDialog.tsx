import { type ReactElement, useState } from 'react';
import { Destination, PictureDelivery } from '../../main/contract/rights.ts';
import { useDesk } from '../app/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { failureWords } from '../ui/words.ts';
import { PictureOptions } from '../wire/PictureOptions.tsx';
import { FolderField } from './FolderField.tsx';

const empty = {
  name: '',
  territories: '',
  use: 'editorial',
  media: '',
  formats: '',
  folder: '',
  pictures: PictureDelivery.parse({}),
};

/** Who gets stories: where they serve, what they do with them, how they are reached. */
export function DestinationsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { link, destinations, info } = useDesk();
  const [form, setForm] = useState(empty);
  const [failure, setFailure] = useState('');
  const set = (change: Partial<typeof empty>): void => setForm({ ...form, ...change });
  const words = (text: string): readonly string[] => text.split(/[\s,]+/).filter(word => word !== '');

  const save = async (): Promise<void> => {
    const destination = Destination.safeParse({
      name: form.name,
      territories: words(form.territories.toUpperCase()),
      use: form.use,
      media: words(form.media),
      formats: words(form.formats),
      delivery: form.folder === '' ? null : { kind: 'folder', path: form.folder },
      pictures: form.pictures,
    });
    if (!destination.success)
      return setFailure(destination.error.issues[0]?.message ?? 'The destination is not complete.');
    try {
      await link.client.call('destinations.set', { destination: destination.data });
      setForm(empty);
      setFailure('');
    } catch (error) {
      setFailure(failureWords(error));
    }
  };
  return (
    <Dialog title="Destinations" onClose={onClose}>
      {destinations.length === 0 && <p className="empty">No destinations yet.</p>}
      <ul className="plain" aria-label="Destinations">
        {destinations.map(each => (
          <li key={each.name} className="destination">
            <span>
              <strong>{each.name}</strong> {each.use}, {each.territories.join(' ') || 'worldwide'}
              {each.delivery && <small> {each.delivery.path}</small>}
            </span>
            <button
              type="button"
              className="quiet"
              onClick={() =>
                setForm({
                  name: each.name,
                  territories: each.territories.join(' '),
                  use: each.use,
                  media: each.media.join(' '),
                  formats: each.formats.join(' '),
                  folder: each.delivery?.path ?? '',
                  pictures: each.pictures,
                })
              }
            >
              Change {each.name}
            </button>
            <button
              type="button"
              className="quiet"
              onClick={() =>
                void link.client
                  .call('destinations.remove', { name: each.name })
                  .catch(error => setFailure(failureWords(error)))
              }
            >
              Remove {each.name}
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={event => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField label="Name" value={form.name} onChange={name => set({ name })} />
        <TextField
          label="Territories"
          hint="Two-letter codes, for example BE NL; empty for the whole world"
          value={form.territories}
          onChange={territories => set({ territories })}
        />
        <SelectField
          label="Use"
          value={form.use}
          choices={['editorial', 'commercial', 'archive'].map(use => ({ value: use, label: use }))}
          onChange={use => set({ use })}
        />
        <TextField
          label="Media"
          hint="print, internet, tv, radio, magazines; empty for all"
          value={form.media}
          onChange={media => set({ media })}
        />
        <TextField
          label="Formats"
          hint={`Any of ${info.formats
            .filter(each => each.write)
            .map(each => each.id)
            .join(', ')}; empty for all`}
          value={form.formats}
          onChange={formats => set({ formats })}
        />
        <FolderField
          label="Delivery folder"
          purpose="delivery"
          hint="Where filed stories are written; empty for none"
          value={form.folder}
          onChange={folder => set({ folder })}
        />
        <PictureOptions
          value={form.pictures}
          onChange={pictures => set({ pictures: pictures ?? PictureDelivery.parse({}) })}
        />
        <p role="alert" className="refusal">
          {failure}
        </p>
        <p className="actions">
          <button type="submit" className="primary">
            Save destination
          </button>
        </p>
      </form>
    </Dialog>
  );
}
