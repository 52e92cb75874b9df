import { type ReactElement, useState } from 'react';
import type { EditorialAction, StoryFields } from '../../main/contract/story.ts';
import { useDesk } from '../app/context.ts';
import type { OpenStory } from '../story/use-story.ts';
import { SelectField, TextArea } from '../ui/fields.tsx';
import { failureWords } from '../ui/words.ts';

/** What the next version is to the one before it, and the words receivers act on (wire-formats 2.8). */
export function NextVersion({ open }: { readonly open: OpenStory }): ReactElement {
  const { link, tell, openDialog } = useDesk();
  const [busy, setBusy] = useState(false);
  const { draft, update, flush, story } = open;
  const { editorialAction, embargo } = draft.fields;
  const noteField = editorialAction === 'correction' ? 'correctionNote' : 'edNote';
  const set = (fields: Partial<StoryFields>): void => update({ fields: { ...draft.fields, ...fields } });

  const compose = async (): Promise<void> => {
    setBusy(true);
    try {
      // The note is made of what is on the disk.
      await flush();
      const { note, since } = await link.client.call('stories.changeNote', { id: story.id });
      if (note === '')
        tell(since === null ? 'Nobody else has a version of this story yet.' : 'Nothing has changed.');
      else set({ [noteField]: note });
    } catch (error) {
      tell(failureWords(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section aria-label="Next version" className="next-version">
      <h2>Next version</h2>
      <SelectField
        label="Action"
        value={editorialAction}
        choices={actions}
        onChange={value => set({ editorialAction: value as EditorialAction })}
      />
      <p className="hint">{hints[editorialAction]}</p>
      {editorialAction !== 'new' && (
        <TextArea
          label={editorialAction === 'correction' ? 'What was wrong' : 'What receivers read'}
          value={draft.fields[noteField]}
          onChange={value => set({ [noteField]: value })}
        />
      )}
      <p className="actions">
        {(editorialAction === 'correction' || editorialAction === 'update') && (
          <button type="button" disabled={busy} onClick={() => void compose()}>
            Compose note from changes
          </button>
        )}
        {embargo !== null && (
          <button type="button" onClick={() => set({ embargo: null })}>
            Release embargo
          </button>
        )}
        <button type="button" onClick={() => openDialog('file')}>
          File this version…
        </button>
      </p>
    </section>
  );
}

const actions: readonly { readonly value: EditorialAction; readonly label: string }[] = [
  { value: 'new', label: 'New' },
  { value: 'update', label: 'Update' },
  { value: 'correction', label: 'Correction' },
  { value: 'withhold', label: 'Withhold' },
  { value: 'kill', label: 'Kill' },
  { value: 'advisory', label: 'Advisory' },
];

const hints: Readonly<Record<EditorialAction, string>> = {
  new: 'The first version, or the same story sent again.',
  update: 'New facts. Same identity, next version.',
  correction: 'What was wrong is put right. Same identity, next version.',
  withhold: 'Receivers hold the story until further notice. Its copy may go along.',
  kill: 'Receivers stop using the story and its pictures for good. Only identity, headline and reason leave.',
  advisory: 'For editors, not for publication.',
};
