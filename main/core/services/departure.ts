import { type Problem, problem, WiredeskError } from '../../contract/failure.ts';
import type { Destination, GateReason, PictureDelivery } from '../../contract/rights.ts';
import { type Story, storyName } from '../../contract/story.ts';
import { wireTime } from '../clock.ts';
import { describeIssues } from '../dispatch.ts';
import { iimCuts } from '../pictures/metadata-tags.ts';
import { gate, withoutPictures } from '../rights/gate.ts';
import { earlierUses } from '../store/ledger.ts';
import { listFilings } from '../store/log.ts';
import type { Store } from '../store/open.ts';
import { killedAmong } from '../store/picture-uses.ts';
import { loadSettings } from '../store/settings.ts';
import { loadStory } from '../store/stories.ts';
import type { WireFile, WireFormat, Written } from '../wire/format.ts';
import { checkForFormat } from '../wire/required.ts';
import { carriesContent } from '../wire/status.ts';
import { safeFileName } from '../wire/text.ts';
import { type WriteRequest, writeStory } from '../wire/write-story.ts';
import type { ServiceContext } from './context.ts';
import { findDestination, findFormat } from './finding.ts';
import { gateProblem } from './gate-problem.ts';
import { asDelivered, deliveryFor, type MediaFile, mediaFiles } from './media-files.ts';

/** What someone asks for: which story, in which format, to whom. */
export interface DepartureRequest {
  readonly id: string;
  readonly format: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly destination: string | null;
  readonly withoutBlockedPictures: boolean;
  /** How the picture files leave, beside what the destination asks. */
  readonly pictures: PictureDelivery | null;
  /** A filing goes out as the version after the last one filed; an export as the version the story has. */
  readonly asNextVersion?: boolean;
}

/** A story made ready to leave, with everything that stands in its way. Nothing has been written. */
export interface Departure {
  /** As it would leave: without the pictures that were left behind. */
  readonly story: Story;
  readonly format: WireFormat;
  readonly destination: Destination | null;
  /** What the gate said of the story as it would leave. */
  readonly reasons: readonly GateReason[];
  /** Whether a named person's decision is needed. */
  readonly needsOverride: boolean;
  /** What no one may override: missing fields, invalid output, a killed story. */
  readonly faults: readonly Problem[];
  /** Everything to tell, gate and faults included. */
  readonly problems: readonly Problem[];
  readonly possibleWithoutPictures: boolean;
  readonly files: readonly WireFile[];
}

/**
 * Prepares a story to leave by any door: export, preview, batch, command line, filing. The one place that
 * asks the rights gate, so that no door can forget to.
 * @param write where the writing is done: here, or on a worker thread for many
 * @throws WiredeskError 'not-found' for an unknown story, format or destination, 'bad-request' for options
 */
export async function prepareDeparture(
  context: ServiceContext,
  request: DepartureRequest,
  write: (request: WriteRequest) => Written | Promise<Written> = writeStory,
): Promise<Departure> {
  const { store, clock } = context;
  const stored = loadStory(store, request.id);
  const original = request.asNextVersion ? { ...stored, version: nextVersion(store, stored) } : stored;
  const format = findFormat(request.format);
  const destination = findDestination(store, request.destination);
  const options = format.options.safeParse(request.options);
  if (!options.success)
    throw new WiredeskError('bad-request', `${format.label}: ${describeIssues(options.error)}`);
  const now = clock.now();
  const killedPictures = killedAmong(store, original.pictures);
  const question = {
    destination,
    format: format.id,
    now,
    killedPictures,
    earlierUses: earlierUses(store, original),
  };

  const asked = gate(original, question);
  const barred = picturesNamed(asked.reasons);
  const bare = withoutPictures(original, barred);
  const bareResult = gate(bare, question);
  const leaveBehind = request.withoutBlockedPictures && barred.length > 0;
  const story = leaveBehind ? bare : original;
  const { reasons } = leaveBehind ? bareResult : asked;

  const delivery = deliveryFor(destination, request.pictures);
  const media = carriesContent(story)
    ? await mediaFiles(store, story, delivery)
    : new Map<string, MediaFile>();
  const settings = loadSettings(store);
  const written = await write({
    // Wire files name the size and the place of what leaves, not of what was kept.
    story: asDelivered(story, media, delivery),
    format: format.id,
    options: options.data,
    now: now.toISOString(),
    provider: { name: settings.provider, domain: settings.providerDomain },
    baseName: baseName(story, format.id),
    media: Object.fromEntries(
      [...media].map(([id, { path, bytes }]) => [
        id,
        { path, size: bytes.byteLength, bytes: format.holdsPictures ? bytes : null },
      ]),
    ),
  });
  const files = [...written.files, ...[...media.values()].map(wireFile)];
  const fixed = reasons.filter(reason => !overridable(reason));
  const faults = [
    ...fixed.map(gateProblem),
    ...[...checkForFormat(story, format), ...written.problems].filter(each => each.severity === 'error'),
    ...(await schemaProblems(context, settings.schemaFolder, format, written.files)),
  ];
  const left = leaveBehind ? barred.map(id => leftBehind(original, id)) : [];
  const advice = [
    ...checkForFormat(story, format),
    ...written.problems,
    ...(carriesContent(story) ? cutProblems(story) : []),
  ].filter(each => each.severity !== 'error');
  return {
    story,
    format,
    destination,
    reasons,
    needsOverride: reasons.some(overridable),
    faults,
    problems: [...faults, ...reasons.filter(overridable).map(gateProblem), ...left, ...advice],
    possibleWithoutPictures: barred.length > 0 && bareResult.decision === 'allowed',
    files,
  };
}

/** What older systems, which read IIM alone, will not see of a picture's texts. */
function cutProblems({ pictures }: Story): Problem[] {
  return pictures.flatMap((picture, index) =>
    iimCuts(picture).map(({ field, bytes, limit, kept }) =>
      problem(
        'info',
        'iim-cut',
        `Picture ${index + 1}: ${field} has ${bytes} bytes. XMP carries it whole; IIM keeps ${limit}: “${kept}”.`,
        { picture: picture.id, field },
      ),
    ),
  );
}

/** The first filing is the version the story has; each later one is the next. */
function nextVersion(store: Store, story: Story): number {
  return listFilings(store, story.id).length === 0 ? story.version : story.version + 1;
}

/** A killed, withheld or spiked story does not leave for anyone's reasons; rights and embargo are a person's to weigh. */
function overridable(reason: GateReason): boolean {
  return reason.code !== 'state' && reason.code !== 'format';
}

function picturesNamed(reasons: readonly GateReason[]): readonly string[] {
  return [...new Set(reasons.flatMap(reason => (reason.picture === null ? [] : [reason.picture])))];
}

function leftBehind(story: Story, id: string): Problem {
  const number = story.pictures.findIndex(picture => picture.id === id) + 1;
  return problem('info', 'picture-left-behind', `Picture ${number} stays behind.`, { picture: id });
}

/** A name that is the same for every export of one version in one format, and never that of another. */
function baseName(story: Story, format: string): string {
  return `${safeFileName(Array.from(storyName(story.fields)).slice(0, 60).join(''))}-${story.id.slice(-8)}-v${story.version}-${format}`;
}

function wireFile({ path, bytes, file }: MediaFile): WireFile {
  return { path, mediaType: file.mediaType, bytes };
}

async function schemaProblems(
  context: ServiceContext,
  schemaFolder: string,
  format: WireFormat,
  files: readonly WireFile[],
): Promise<readonly Problem[]> {
  if (schemaFolder === '') return [];
  const problems: Problem[] = [];
  for (const file of files)
    problems.push(
      ...(await context.worker.run('validate', { bytes: file.bytes, format: format.id, schemaFolder })),
    );
  return problems.filter(each => each.severity === 'error');
}

/** The moment of a decision or filing, for the log. */
export function logTime(context: ServiceContext): string {
  return wireTime(context.clock.now());
}
