import { type ReactElement, useState } from 'react';
import { Appearance, textSizes } from '../../main/contract/settings.ts';
import { useDesk } from '../app/context.ts';
import { NoticeSetting } from '../embargoes/NoticeSetting.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { failureWords } from '../ui/words.ts';
import { DictionaryList } from './DictionaryList.tsx';
import { FolderField } from './FolderField.tsx';

/** Who is at this machine, and how the house is called on the wire. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { link, info, tell } = useDesk();
  const [settings, setSettings] = useState(info.settings);
  const [failure, setFailure] = useState('');
  const save = async (): Promise<void> => {
    try {
      await link.client.call('settings.set', { settings });
      tell('Settings saved.');
      onClose();
    } catch (error) {
      setFailure(failureWords(error));
    }
  };
  const set = (change: Partial<typeof settings>): void => setSettings({ ...settings, ...change });
  return (
    <Dialog title="Settings" onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label="Your name"
          hint="Stands on revisions, comments, overrides and filings"
          value={settings.author}
          onChange={author => set({ author })}
        />
        <TextField
          label="Provider"
          hint="The house’s name on the wire"
          value={settings.provider}
          onChange={provider => set({ provider })}
        />
        <TextField
          label="Provider domain"
          hint="For the identity of new stories"
          value={settings.providerDomain}
          onChange={providerDomain => set({ providerDomain })}
        />
        <FolderField
          label="Export folder"
          purpose="export"
          hint={`Empty: ${info.exportFolder}`}
          value={settings.exportFolder}
          onChange={exportFolder => set({ exportFolder })}
        />
        <FolderField
          label="Schema folder"
          purpose="schemas"
          hint="Official schemas, for validation before anything leaves; empty for none"
          value={settings.schemaFolder}
          onChange={schemaFolder => set({ schemaFolder })}
        />
        <FolderField
          label="Dictionary folder"
          purpose="dictionaries"
          hint="Hunspell dictionaries (.aff and .dic) for spelling; empty for those of this system"
          value={settings.dictionaryFolder}
          onChange={dictionaryFolder => set({ dictionaryFolder })}
        />
        <SelectField
          label="Appearance"
          value={settings.appearance}
          choices={[
            { value: 'system', label: 'Light or dark as the system' },
            { value: 'light', label: 'Always light' },
            { value: 'dark', label: 'Always dark' },
          ]}
          onChange={appearance => set({ appearance: Appearance.parse(appearance) })}
        />
        <SelectField
          label="Size of the copy"
          value={String(settings.textSize)}
          choices={textSizes.map(size => ({ value: String(size), label: `${size} %` }))}
          onChange={chosen =>
            set({ textSize: textSizes.find(size => String(size) === chosen) ?? settings.textSize })
          }
        />
        <DictionaryList />
        <NoticeSetting />
        <p role="alert" className="refusal">
          {failure}
        </p>
        <p className="muted">Store: {info.store}</p>
        <p className="actions">
          <button type="submit" className="primary">
            Save settings
          </button>
        </p>
      </form>
    </Dialog>
  );
}
