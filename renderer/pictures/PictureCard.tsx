import { type ReactElement, useState } from 'react';
import type { ParsedCaption, Picture } from '../../main/contract/picture.ts';
import { sourceTypeWords } from '../../main/contract/source-type.ts';
import { useDesk } from '../app/context.ts';
import { RightsPanel } from '../rights/RightsPanel.tsx';
import { TextArea, TextField } from '../ui/fields.tsx';
import { failureWords } from '../ui/words.ts';
import { AgencyWords } from './AgencyWords.tsx';
import { AltTextFields } from './AltTextFields.tsx';
import { agencyText } from './agency-text.ts';
import { CaptionField } from './CaptionField.tsx';
import { CaptionDesk } from './caption-desk/CaptionDesk.tsx';
import { PeopleFields } from './PeopleFields.tsx';
import { PictureImage } from './PictureImage.tsx';
import { PlaceFields } from './PlaceFields.tsx';

interface PictureCardProps {
  readonly number: number;
  readonly picture: Picture;
  readonly onChange: (picture: Picture) => void;
  readonly onFile: () => void;
  readonly onInsert: () => void;
  readonly onRemove: () => void;
}

const lines = [
  ['creditLine', 'Credit line'],
  ['creator', 'Creator'],
  ['source', 'Source'],
  ['copyrightNotice', 'Copyright notice'],
  ['usageTerms', 'Usage terms'],
  ['instructions', 'Instructions'],
  ['dateCreated', 'Date taken'],
] as const;
const longer: readonly string[] = ['usageTerms', 'instructions'];
const more = [
  ['headline', 'Picture headline'],
  ['creatorTitle', 'Creator’s title'],
  ['descriptionWriter', 'Caption writer'],
  ['jobId', 'Job'],
  ['dateReleased', 'Date released'],
  ['webStatement', 'Rights statement on the web'],
] as const;

/** One picture of the story: its words for this use, its rights, the agency's own words beside them. */
export function PictureCard({
  number,
  picture,
  onChange,
  onFile,
  onInsert,
  onRemove,
}: PictureCardProps): ReactElement {
  const { link, tell } = useDesk();
  const { file, description } = picture;
  const [reading, setReading] = useState<{ readonly text: string; readonly parsed: ParsedCaption } | null>(
    null,
  );
  const set = (fields: Partial<Picture>): void => onChange({ ...picture, ...fields });
  const readCaption = async (): Promise<void> => {
    const text = agencyText(picture);
    if (text.trim() === '') {
      tell('There is no agency caption to read: paste it into the caption first.');
      return;
    }
    try {
      setReading({ text, parsed: await link.client.call('pictures.parseCaption', { text }) });
    } catch (error) {
      tell(failureWords(error));
    }
  };
  const made = sourceTypeWords(picture.digitalSourceType);
  return (
    <fieldset className="picture">
      <legend>Picture {number}</legend>
      <div className="picture-top">
        <PictureImage number={number} picture={picture} onFocus={focus => set({ focus })} />
        <div className="picture-facts">
          {file ? (
            <p>
              {file.name}
              <br />
              {file.width} × {file.height}, {Math.ceil(file.bytes / 1024)} kB
            </p>
          ) : (
            <button type="button" onClick={onFile}>
              Choose file
            </button>
          )}
          {made.label !== '' && (
            <p className={made.synthetic || made.altered ? 'flag flag-warning' : 'muted'}>
              {made.synthetic || made.altered ? '⚠ ' : ''}
              {made.label}
            </p>
          )}
          <button type="button" onClick={onInsert}>
            Put in the copy
          </button>
          <button type="button" className="quiet" onClick={onRemove}>
            Remove from story
          </button>
        </div>
      </div>
      <CaptionField caption={picture.caption} onChange={caption => set({ caption })} />
      <p className="actions">
        <button type="button" onClick={() => void readCaption()}>
          Read agency caption
        </button>
      </p>
      <AltTextFields picture={picture} onChange={set} />
      <AgencyWords picture={picture} />
      <RightsPanel picture={picture} onChange={set} />
      {lines.map(([name, label]) => {
        const Field = longer.includes(name) ? TextArea : TextField;
        return (
          <Field key={name} label={label} value={picture[name]} onChange={value => set({ [name]: value })} />
        );
      })}
      <PeopleFields people={picture.people} onChange={people => set({ people })} />
      <details className="more">
        <summary>Everything else</summary>
        {description !== '' && (
          <div className="field">
            <h2>Description</h2>
            <p className="original">{description}</p>
            <small className="hint">
              The agency’s, for the picture itself. Editing the caption never changes it.
            </small>
          </div>
        )}
        {more.map(([name, label]) => (
          <TextField
            key={name}
            label={label}
            value={picture[name]}
            onChange={value => set({ [name]: value })}
          />
        ))}
        <PlaceFields location={picture.location} onChange={location => set({ location })} />
      </details>
      {reading && (
        <CaptionDesk
          picture={picture}
          {...reading}
          onApply={next => {
            onChange(next);
            setReading(null);
          }}
          onClose={() => setReading(null)}
        />
      )}
    </fieldset>
  );
}
