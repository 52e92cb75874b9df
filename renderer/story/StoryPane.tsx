import { type ReactElement, useDeferredValue, useMemo, useState } from 'react';
import { type StoryFields, storyFields, storyStates } from '../../main/contract/story.ts';
import { useDesk } from '../app/context.ts';
import { BodyEditor, type EditorHandle } from '../editor/BodyEditor.tsx';
import { FormattingToolbar } from '../editor/FormattingToolbar.tsx';
import { pasteLine } from '../editor/paste.ts';
import { EmbargoFlag } from '../embargoes/EmbargoFlag.tsx';
import { namesIn } from '../spelling/names.ts';
import { SpellingInCopy, type SpellingState } from '../spelling/SpellingInCopy.tsx';
import { SelectField, TextArea, TextField } from '../ui/fields.tsx';
import { stateFace } from '../ui/words.ts';
import { genres, languages } from './choices.ts';
import { countBlocks } from './counts.ts';
import { LengthAdvice } from './FieldInput.tsx';
import { SaveState } from './SaveState.tsx';
import type { OpenStory } from './use-story.ts';

interface StoryPaneProps {
  readonly open: OpenStory;
  readonly onReady: (handle: EditorHandle) => void;
  readonly onHistory: () => void;
  readonly onInsertPicture: () => void;
}

/** The story: its head, its copy, and what is on the disk of it. */
export function StoryPane({ open, onReady, onHistory, onInsertPicture }: StoryPaneProps): ReactElement {
  const { openDialog, tell } = useDesk();
  const { story, draft, status, others, update } = open;
  const { fields, body } = draft;
  const set = (change: Partial<StoryFields>): void => update({ fields: { ...fields, ...change } });
  // The figures may come a moment after the letters.
  const counted = useDeferredValue(body);
  const counts = useMemo(() => countBlocks(counted, fields.language), [counted, fields.language]);
  const { dateline } = fields;
  const names = useMemo(() => namesIn(draft), [draft]);
  const [spelling, setSpelling] = useState<SpellingState>({ dictionary: null, notice: '' });
  return (
    <>
      <header className="story-head">
        <SaveState status={status} />
        {story.overrides.length > 0 && (
          <span
            className="flag flag-warning"
            title={story.overrides.map(each => `${each.by}: ${each.reason}`).join('\n')}
          >
            ⚠ Sent by override
          </span>
        )}
        <EmbargoFlag embargo={fields.embargo} />
        <span className="spacer" />
        <button type="button" onClick={onHistory}>
          History
        </button>
        <button type="button" onClick={() => openDialog('export')}>
          Export…
        </button>
        <button type="button" className="primary" onClick={() => openDialog('file')}>
          File…
        </button>
      </header>
      {others > 0 && (
        <p className="notice" role="note">
          This story is also open in another window. Each window shows what the other has saved.
        </p>
      )}
      <div className="story-scroll">
        <div className="story-fields">
          <div className="row row-3">
            <TextField label="Slugline" value={fields.slugline} onChange={slugline => set({ slugline })}>
              <LengthAdvice definition={storyFields.slugline} value={fields.slugline} />
            </TextField>
            <SelectField
              label="State"
              value={draft.state}
              choices={storyStates.map(state => ({
                value: state,
                label: `${stateFace[state].shape} ${stateFace[state].word}`,
              }))}
              onChange={value => {
                const state = storyStates.find(each => each === value);
                if (state) update({ state });
              }}
            />
            <SelectField
              label="Urgency"
              value={String(fields.urgency)}
              choices={Array.from({ length: 8 }, (_, index) => ({
                value: String(index + 1),
                label: urgencyWords[index + 1] ?? String(index + 1),
              }))}
              onChange={value => set({ urgency: Number(value) })}
            />
            <SelectField
              label="Language"
              value={fields.language}
              choices={languages}
              onChange={language => set({ language })}
            />
            <SelectField
              label="Genre"
              value={fields.genre}
              choices={genres}
              onChange={genre => set({ genre })}
            />
          </div>
          <TextField
            className="headline"
            label="Headline"
            value={fields.headline}
            onChange={headline => set({ headline })}
          >
            <LengthAdvice definition={storyFields.headline} value={fields.headline} />
          </TextField>
          <div className="row row-2">
            <TextField label="Subhead" value={fields.subhead} onChange={subhead => set({ subhead })} />
            <TextArea label="Abstract" value={fields.abstract} onChange={abstract => set({ abstract })}>
              <LengthAdvice definition={storyFields.abstract} value={fields.abstract} />
            </TextArea>
          </div>
          <div className="row row-4">
            <TextField label="Byline" value={fields.byline} onChange={byline => set({ byline })} />
            <TextField
              label="Dateline place"
              value={dateline.place}
              onChange={place => set({ dateline: { ...dateline, place } })}
            />
            <TextField
              label="Dateline date"
              value={dateline.date}
              onChange={date => set({ dateline: { ...dateline, date } })}
            />
            <TextField
              label="Dateline source"
              value={dateline.source}
              onChange={source => set({ dateline: { ...dateline, source } })}
            />
          </div>
        </div>
        <BodyEditor
          key={`${story.id}:${open.replaced}`}
          body={body}
          language={fields.language}
          pictures={draft.pictures}
          onChange={next => update({ body: next })}
          onReady={onReady}
          onPaste={report => {
            const line = pasteLine(report);
            if (line) tell(line);
          }}
          toolbar={<FormattingToolbar onInsertPicture={onInsertPicture} />}
        >
          <SpellingInCopy story={story.id} language={fields.language} names={names} onChecked={setSpelling} />
        </BodyEditor>
        <div className="story-notes row row-2">
          <TextArea
            label="Editor's note"
            hint="Public: travels with the story"
            value={fields.edNote}
            onChange={edNote => set({ edNote })}
          />
          <TextArea
            label="Internal note"
            hint="Never leaves the house"
            value={fields.internalNote}
            onChange={internalNote => set({ internalNote })}
          />
        </div>
      </div>
      <footer className="story-foot">
        <span>{counts.words} words</span>
        <span>{counts.characters} characters</span>
        <span>{counts.readingMinutes} min to read</span>
        {fields.targetLength !== null && (
          <span className={counts.words > fields.targetLength ? 'over' : ''}>
            {counts.words > fields.targetLength ? '! ' : ''}
            {Math.abs(fields.targetLength - counts.words)}{' '}
            {counts.words > fields.targetLength ? 'over' : 'under'} target
          </span>
        )}
        <span className="spacer" />
        {spelling.notice !== '' && <span title={spelling.notice}>! Spelling is not checked: see Checks</span>}
        {spelling.dictionary && (
          <span title={spelling.dictionary.file}>Spelling: {spelling.dictionary.language}</span>
        )}
        <span title={story.guid}>Version {story.version}</span>
      </footer>
    </>
  );
}

const urgencyWords: Readonly<Record<number, string>> = {
  1: '1 most urgent',
  5: '5 normal',
  8: '8 least urgent',
};
