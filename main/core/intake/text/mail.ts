import type { LeftOut } from '../../markup/piece.ts';
import type { Line } from './lines.ts';

const subjectName =
  'subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|temat|тема|主题|件名|主旨';
const dateName =
  'date|sent|datum|gesendet|envoyé|fecha|enviado(?: el)?|data|inviato|verzonden|skickat|sendt|дата|日期|送信日時';
const headerName = `${subjectName}|${dateName}|from|to|cc|bcc|reply-to|sender|message-id|mime-version|content-[a-z-]+|x-[a-z-]+|received|return-path|delivered-to|importance|priority|attachments?|von|an|kopie|antwort an|de|à|para|da|van|aan|från|till|fra|til|od|do|от|кому|копия|发件人|收件人|差出人|宛先`;
const header = new RegExp(`^\\*?(${headerName})\\*?\\s*[:：]\\*?\\s*(.*)$`, 'iu');
const isSubject = new RegExp(`^(?:${subjectName})$`, 'iu');
const isDate = new RegExp(`^(?:${dateName})$`, 'iu');
const separator =
  /^[-_*=\s]{2,}\s*(?:forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht|original-?nachricht|message (?:transféré|d['’]origine)|mensaje (?:reenviado|original)|messaggio (?:inoltrato|originale)|mensagem (?:encaminhada|original)|doorgestuurd bericht|oorspronkelijk bericht)\s*[-_*=\s]*$|^begin forwarded message:$/iu;

export interface Mail {
  readonly lines: readonly Line[];
  readonly subject: string;
  /** The words of the date line, or empty. */
  readonly date: string;
  readonly leftOut: readonly LeftOut[];
}

/** Takes the header lines, forwarding marks and the signature off a text that was a mail. Other texts pass unchanged. */
export function stripMail(lines: readonly Line[]): Mail {
  const leftOut: LeftOut[] = [];
  const kept: Line[] = [];
  let subject = '';
  let date = '';
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (!line) break;
    const block =
      kept.length === 0 || separator.test(lines[index - 1]?.text ?? '') ? headersAt(lines, index) : null;
    if (block) {
      for (const { name, value, text } of block.headers) {
        if (isSubject.test(name) && value !== '' && subject === '') subject = value;
        else leftOut.push({ text, reason: 'mail header' });
        if (isSubject.test(name) && subject === value && value !== '')
          leftOut.push({
            text: text.slice(0, text.length - value.length),
            reason: 'mail header',
          });
        if (isDate.test(name)) date ||= value;
      }
      index = block.end;
    } else if (separator.test(line.text)) {
      leftOut.push({ text: line.text, reason: 'mail header' });
      index += 1;
    } else if (line.text === '--' && isSignature(lines, index, kept.length)) {
      leftOut.push({
        text: lines
          .slice(index)
          .map(({ text }) => text)
          .join('\n'),
        reason: 'mail signature',
      });
      index = lines.length;
    } else {
      kept.push(line);
      index += 1;
    }
  }
  return { lines: kept, subject, date, leftOut };
}

/** RFC 3676 4.3: the signature stands below '-- '; a long text below two dashes is no signature. */
function isSignature(lines: readonly Line[], index: number, before: number): boolean {
  return before > 0 && lines.length - index <= 16;
}

interface Header {
  readonly name: string;
  readonly value: string;
  readonly text: string;
}

/** The header lines from here on with their folded continuations (RFC 5322 2.2.3), or null where it is no header. */
function headersAt(
  lines: readonly Line[],
  start: number,
): { headers: readonly Header[]; end: number } | null {
  const headers: Header[] = [];
  let index = start;
  for (; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line || (line.blankBefore && index > start)) break;
    const last = headers.at(-1);
    const match = header.exec(line.text);
    if (match)
      headers.push({
        name: match[1] ?? '',
        value: (match[2] ?? '').trim(),
        text: line.text,
      });
    else if (last && line.indent > 0)
      headers[headers.length - 1] = {
        ...last,
        value: `${last.value} ${line.text}`.trim(),
        text: `${last.text} ${line.text}`,
      };
    else break;
  }
  const certain = headers.length >= 2 || (headers.length === 1 && isSubject.test(headers[0]?.name ?? ''));
  return certain ? { headers, end: index } : null;
}
