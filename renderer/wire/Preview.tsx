import type { ReactElement } from 'react';
import type { ExportPreview } from '../../main/contract/wire.ts';

/** The story file exactly as it would leave, line by line, with what cannot be seen made visible. */
export function Preview({ preview }: { readonly preview: ExportPreview | null }): ReactElement {
  const lines = preview && preview.text !== '' ? preview.text.split('\n') : [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by keyboard
    <section aria-label="Preview" className="preview" tabIndex={0}>
      {preview && lines.length === 0 && <p className="muted">Nothing would leave as things stand.</p>}
      {lines.length > 0 && (
        <ol>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line of a file is its number
            <li key={index}>
              <code>{visible(line)}</code>
            </li>
          ))}
        </ol>
      )}
      {preview && preview.files.length > 1 && (
        <ul className="plain muted">
          {preview.files.map(file => (
            <li key={file.path}>
              {file.path}, {file.mediaType}, {file.bytes} bytes
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Control characters as their Unicode pictures. */
function visible(line: string): string {
  return line.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, character =>
    character === '\u007f' ? '\u2421' : String.fromCharCode(0x2400 + character.charCodeAt(0)),
  );
}
