import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { WiredeskError } from '../../contract/failure.ts';
import type { ImportResult, MethodInput, MethodOutput } from '../../contract/methods.ts';
import { PictureDelivery } from '../../contract/rights.ts';
import type { ExportResult } from '../../contract/wire.ts';
import { createCore } from '../../core/core.ts';
import { formatInfos } from '../../core/wire/formats.ts';
import { importFiles } from '../../hosts/import-files.ts';
import { commandClock, deskOf } from '../desk.ts';
import { type Answer, createProgress, problemLine } from '../output.ts';
import type { CommandLine } from './command.ts';

interface ExportOptions {
  readonly format: readonly string[];
  readonly out: string;
  readonly destination?: string;
  readonly withoutBlockedPictures?: boolean;
  readonly override?: string;
  readonly by?: string;
  readonly option?: readonly string[];
  readonly batch?: boolean;
  readonly pictureSize?: string;
  readonly pictureAspect?: string;
  readonly stripLocation?: boolean;
}

/** Commands that take stories in, check them and let them go. */
export function wireCommands({ program, session, withStore, alone }: CommandLine): void {
  program
    .command('formats')
    .description('list the wire formats')
    .action(() =>
      alone(() => ({
        json: formatInfos(),
        lines: formatInfos().map(
          each => `${each.id.padEnd(12)} ${each.label}${each.write ? '' : ' (read only)'}`,
        ),
      })),
    );

  program
    .command('import')
    .description('recognise files and take them in as stories')
    .argument('<files...>')
    .option('--format <id>', 'insist on this format instead of recognising it')
    .action((files: string[], options: { format?: string }) =>
      withStore(async client => {
        const progress = createProgress('Importing', files.length);
        const { format = null } = options;
        const result = await importFiles(client, files, { session, format, onFile: progress.step });
        progress.end();
        return importAnswer(result);
      }),
    );

  program
    .command('check')
    .description('say what stands in the way of a story')
    .argument('<id>')
    .option('--format <id>', 'for this wire format')
    .option('--destination <name>', 'for this destination')
    .action((id: string, options: { format?: string; destination?: string }) =>
      withStore(async client => {
        const problems = await client.call('checks.run', {
          id,
          format: options.format ?? null,
          destination: options.destination ?? null,
        });
        return {
          json: { problems },
          lines: problems.length > 0 ? problems.map(problemLine) : ['Nothing stands in the way.'],
        };
      }),
    );

  program
    .command('topics')
    .description('find IPTC Media Topics by name, offline')
    .argument('<query>')
    .option('--language <tag>', 'the language to name them in', 'en')
    .action((query: string, { language }: { language: string }) =>
      withStore(async client => {
        const found = await client.call('topics.search', { query, language });
        const lines = found.topics.map(({ code, name, path }) => `${code}  ${[...path, name].join(' > ')}`);
        return { json: found, lines: lines.length > 0 ? lines : ['No such topic.'] };
      }),
    );

  exportOptions(program.command('export').description('write stories as wire files').argument('<ids...>'))
    .option('--destination <name>', 'for this destination: its rights are kept')
    .option('--batch', 'let those go that may, keep the others, and write a report')
    .action((ids: string[], options: ExportOptions) =>
      withStore(async client =>
        options.batch || options.format.length > 1
          ? batchAnswer(await client.call('export.batch', batchRequest(ids, options, session)))
          : exportAnswer(await client.call('export.write', exportRequest(ids, options, session))),
      ),
    );

  exportOptions(
    program
      .command('convert')
      .description('read a file and write it in a wire format, without a store')
      .argument('<file>'),
  ).action((file: string, options: ExportOptions) => alone(() => convert(file, options, session)));
}

function exportOptions(command: ReturnType<CommandLine['program']['command']>): typeof command {
  return command
    .requiredOption('--format <id>', 'the wire format (see: formats); once for each of several', gathered)
    .requiredOption('--out <folder>', 'the folder to write into')
    .option('--option <name=value>', 'an option of the format, for example namespace=true', gathered)
    .option('--picture-size <pixels>', 'scale picture files to this longer edge; never larger than they are')
    .option(
      '--picture-aspect <w:h>',
      'cut picture files to this shape round their focus point, for example 16:9',
    )
    .option('--strip-location', 'take out of picture files and their fields where they were taken')
    .option('--without-blocked-pictures', 'leave pictures behind that may not go')
    .option('--override <reason>', 'send against a right or an embargo; needs --by, is logged')
    .option('--by <name>', 'the name of who decides');
}

/** An option that may be given several times. */
function gathered(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function exportRequest(ids: string[], options: ExportOptions, session: string): MethodInput<'export.write'> {
  if ((options.override === undefined) !== (options.by === undefined))
    throw new WiredeskError('bad-request', '--override needs --by NAME, and --by needs --override REASON.');
  return {
    ids,
    format: oneFormat(options),
    options: formatOptions(options.option ?? []),
    destination: options.destination ?? null,
    withoutBlockedPictures: options.withoutBlockedPictures ?? false,
    pictures: pictureDelivery(options),
    override:
      options.override === undefined || options.by === undefined
        ? null
        : { reason: options.override, by: options.by },
    folder: resolve(options.out),
    session,
  };
}

/** @throws WiredeskError 'bad-request' for a size or a shape that is none */
function pictureDelivery({ pictureSize, pictureAspect, stripLocation }: ExportOptions): PictureDelivery {
  const asked = PictureDelivery.safeParse({
    longEdge: pictureSize === undefined ? null : Number(pictureSize),
    aspect: pictureAspect ?? null,
    stripLocation: stripLocation ?? false,
  });
  if (asked.success) return asked.data;
  throw new WiredeskError(
    'bad-request',
    '--picture-size takes 16 to 20000 pixels, --picture-aspect a shape like 16:9.',
  );
}

/** @throws WiredeskError 'bad-request' where several formats are named */
function oneFormat({ format }: ExportOptions): string {
  const [only = '', ...more] = format;
  if (more.length > 0) throw new WiredeskError('bad-request', 'A conversion writes one format at a time.');
  return only;
}

/** A batch never overrides: that is a decision about one story. */
function batchRequest(ids: string[], options: ExportOptions, session: string): MethodInput<'export.batch'> {
  if (options.override !== undefined)
    throw new WiredeskError('bad-request', '--override is a decision about one story in one format.');
  const chosen = formatOptions(options.option ?? []);
  return {
    ids,
    formats: [...options.format],
    options: Object.fromEntries(options.format.map(format => [format, chosen])),
    destination: options.destination ?? null,
    withoutBlockedPictures: options.withoutBlockedPictures ?? false,
    pictures: pictureDelivery(options),
    folder: resolve(options.out),
    session,
    job: session,
  };
}

function batchAnswer({ outcomes, report, cancelled }: MethodOutput<'export.batch'>): Answer {
  const stayed = outcomes.filter(each => each.outcome !== 'written');
  for (const { name, format, outcome, problems } of stayed) {
    process.stderr.write(`${name} (${format}) was ${outcome}:\n`);
    for (const problem of problems)
      if (problem.severity === 'error') process.stderr.write(`  ${problemLine(problem)}\n`);
  }
  const files = outcomes.flatMap(each => each.files);
  return {
    json: { files, problems: outcomes.flatMap(each => each.problems), outcomes, report },
    lines: [...files.map(file => `${file.path}  ${file.bytes} bytes`), `Report: ${report}`],
    status: cancelled || stayed.length > 0 ? 3 : 0,
  };
}

function formatOptions(words: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    words.map(word => {
      const [name = '', ...rest] = word.split('=');
      const value = rest.join('=');
      if (value === 'true' || value === 'false') return [name, value === 'true'];
      return [name, /^\d+$/.test(value) ? Number(value) : value];
    }),
  );
}

function importAnswer(result: ImportResult): Answer {
  for (const { message } of result.failed) process.stderr.write(`wiredesk: ${message}\n`);
  return {
    json: result,
    lines: result.stories.flatMap(each => [
      `${each.id}  ${each.format}  ${each.headline || each.file}`,
      ...each.problems.map(problem => `  ${problemLine(problem)}`),
    ]),
    status: result.failed.length > 0 ? 2 : 0,
  };
}

function exportAnswer(result: ExportResult): Answer {
  for (const problem of result.problems) process.stderr.write(`${problemLine(problem)}\n`);
  return { json: result, lines: result.files.map(file => `${file.path}  ${file.bytes} bytes`) };
}

/** Conversion is an import and an export in a store of its own that is gone afterwards: the same gate, the same checks. */
async function convert(file: string, options: ExportOptions, session: string): Promise<Answer> {
  const directory = await mkdtemp(join(tmpdir(), 'wiredesk-convert-'));
  try {
    const desk = deskOf(await createCore({ directory, clock: commandClock() }));
    try {
      const { stories, failed } = await importFiles(desk.client, [file], { session });
      const [failure] = failed;
      if (failure) throw new WiredeskError('unreadable', failure.message);
      return exportAnswer(
        await desk.client.call(
          'export.write',
          exportRequest(
            stories.map(story => story.id),
            options,
            session,
          ),
        ),
      );
    } finally {
      await desk.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
