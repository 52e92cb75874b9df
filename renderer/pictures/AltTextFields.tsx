import type { ReactElement } from 'react';
import type { Picture } from '../../main/contract/picture.ts';
import { CheckField, TextArea } from '../ui/fields.tsx';

/** Screen readers read alt text in one breath (IPTC Photo Metadata 2025.1). */
const advised = 250;

/** What those who do not see the picture are told, in this use; or the explicit choice to tell them nothing. */
export function AltTextFields({
  picture,
  onChange,
}: {
  readonly picture: Picture;
  readonly onChange: (fields: Partial<Picture>) => void;
}): ReactElement {
  const { altText, extendedDescription, decorative } = picture;
  return (
    <>
      <TextArea
        label="Alt text"
        value={altText}
        hint={hint(picture)}
        onChange={text => onChange({ altText: text })}
      />
      <CheckField
        label="Decorative: readers need no alt text"
        checked={decorative}
        onChange={checked => onChange({ decorative: checked })}
      />
      {(altText !== '' || extendedDescription !== '') && (
        <TextArea
          label="Extended description"
          value={extendedDescription}
          hint="For charts, maps and scenes that alt text is too short for"
          onChange={text => onChange({ extendedDescription: text })}
        />
      )}
    </>
  );
}

function hint({ altText, decorative }: Picture): string {
  if (decorative)
    return altText === '' ? 'None: the picture is decorative' : '! A decorative picture has no alt text';
  if (altText === '') return '! Missing: say what the picture shows, for those who do not see it';
  const { length } = altText;
  return length > advised
    ? `! ${length} characters; ${advised} are advised`
    : `${length} of ${advised} characters`;
}
