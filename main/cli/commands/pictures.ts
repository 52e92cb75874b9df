import { basename } from 'node:path';
import { Option } from 'commander';
import { CaptionStyle, captionStyles } from '../../contract/picture.ts';
import { decodeText } from '../../core/intake/decode.ts';
import { pictureFromCaption } from '../../core/intake/picture-from-caption.ts';
import { composeCaption } from '../../core/pictures/caption/compose.ts';
import { parseCaption } from '../../core/pictures/caption/parse.ts';
import { closeExiftool } from '../../core/pictures/exiftool.ts';
import { inspectPicture } from '../../core/pictures/file.ts';
import { readMetadata } from '../../core/pictures/metadata-read.ts';
import { readInput } from '../../hosts/input.ts';
import type { CommandLine } from './command.ts';

/** Commands that read picture texts and picture files without a store. */
export function pictureCommands({ program, alone }: CommandLine): void {
  program
    .command('caption')
    .description('read an agency caption: caption, credit, dates, people, restrictions, notices')
    .argument('[file]', 'a text file, or - for standard input', '-')
    .addOption(
      new Option('--compose <style>', 'print it again in the style of an agency').choices(captionStyles),
    )
    .action((file: string, options: { compose?: string }) =>
      alone(async () => {
        const { text } = decodeText(await readInput(file));
        const parsed = parseCaption(text);
        if (options.compose !== undefined) {
          const picture = pictureFromCaption(text, { id: 'caption', parseCaption: () => parsed });
          const composed = composeCaption(picture, CaptionStyle.parse(options.compose));
          return {
            json: composed,
            lines: [composed.text, ...composed.problems.map(each => `${each.severity}: ${each.message}`)],
          };
        }
        const {
          caption,
          signOff,
          creditLine,
          creator,
          dateTaken,
          dateReleased,
          people,
          restrictions,
          notices,
          unread,
        } = parsed;
        return {
          json: {
            caption,
            signOff,
            creditLine,
            creator,
            dateTaken,
            dateReleased,
            people,
            restrictions,
            notices,
            unread,
          },
          lines: [
            caption,
            `Credit: ${creditLine}`,
            ...restrictions.map(
              each =>
                `${each.kind}${each.territories.length > 0 ? ` ${each.territories.join(' ')}` : ''}: ${each.text}`,
            ),
            ...notices.map(each => `notice, ${each.kind}: ${each.text}`),
            ...unread.map(each => `unread: ${each.text}`),
          ],
        };
      }),
    );

  program
    .command('metadata')
    .description("read a picture's IPTC and XMP metadata, and where the two differ")
    .argument('<file>')
    .action((file: string) =>
      alone(async () => {
        try {
          const bytes = await readInput(file);
          await inspectPicture(bytes, basename(file));
          const { fields, properties, restrictions, notices, differences } = await readMetadata(bytes);
          return {
            json: { fields, properties, restrictions, notices, differences },
            lines: [
              ...Object.entries(fields).flatMap(([name, value]) =>
                typeof value === 'string' && value !== '' ? [`${name}: ${value}`] : [],
              ),
              ...properties.map(each => `${each.name}: ${each.value}`),
              ...restrictions.map(each => `${each.kind}: ${each.text}`),
              ...differences.map(
                each =>
                  `${each.field} differs between XMP and IIM${each.truncated ? ' (IIM is cut)' : each.iimLater ? ' (IIM was changed later)' : ''}`,
              ),
            ],
          };
        } finally {
          await closeExiftool();
        }
      }),
    );
}
