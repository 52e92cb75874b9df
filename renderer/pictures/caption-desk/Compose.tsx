import { type ReactElement, useState } from 'react';
import type { Problem } from '../../../main/contract/failure.ts';
import { CaptionStyle, type Picture } from '../../../main/contract/picture.ts';
import { useDesk } from '../../app/context.ts';
import { SelectField } from '../../ui/fields.tsx';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { failureWords } from '../../ui/words.ts';

const styleWords: Readonly<Record<CaptionStyle, string>> = {
  plain: 'Plain',
  ap: 'AP',
  afp: 'AFP',
  reuters: 'Reuters',
  getty: 'Getty Images',
  dpa: 'dpa',
};

/** The way back: the picture's fields as a printed caption in an agency's style, sign-off and rules at its end. */
export function Compose({
  picture,
  onUse,
}: {
  /** As decided on the desk. */
  readonly picture: () => Picture;
  readonly onUse: (caption: string) => void;
}): ReactElement {
  const { link, tell } = useDesk();
  const [style, setStyle] = useState<CaptionStyle>('plain');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const compose = async (): Promise<void> => {
    try {
      const composed = await link.client.call('pictures.composeCaption', { picture: picture(), style });
      setProblems(composed.problems);
      onUse(composed.text);
    } catch (error) {
      tell(failureWords(error));
    }
  };
  return (
    <div className="compose">
      <SelectField
        label="Print in the style of"
        value={style}
        choices={CaptionStyle.options.map(value => ({ value, label: styleWords[value] }))}
        onChange={value => setStyle(CaptionStyle.parse(value))}
      />
      <button type="button" onClick={() => void compose()}>
        Compose from the parts
      </button>
      {problems.length > 0 && <ProblemList label="About the composed caption" problems={problems} />}
    </div>
  );
}
