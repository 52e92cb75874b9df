import { z } from 'zod';
import { departureMethods } from './departure-methods.ts';
import { StoryDiff } from './diff.ts';
import { embargoMethods } from './embargoes.ts';
import { Problem } from './failure.ts';
import {
  type HandlersOf,
  type InputOf,
  method,
  none,
  type OutputOf,
  type RequestOf,
  SessionId,
  storyId,
} from './method.ts';
import { StoryPatch } from './patch.ts';
import { CaptionStyle, MetadataDifference, ParsedCaption, Picture } from './picture.ts';
import { Destination, EndingRights, PictureUse } from './rights.ts';
import { Settings, SomeSettings } from './settings.ts';
import { spellingMethods } from './spelling.ts';
import { NewStory, Story, StoryState, StorySummary } from './story.ts';
import { FormatInfo, Topic } from './wire.ts';

const revision = z.int().min(1);

export const AppInfo = z.strictObject({
  version: z.string(),
  store: z.string(),
  exportFolder: z.string(),
  formats: z.array(FormatInfo).readonly(),
  settings: Settings,
  /** The sample story of the first start, while it is there. */
  sampleStory: storyId.nullable(),
  /** What the store had to repair when it was opened, in sentences for the user. */
  notices: z.array(z.string()).readonly(),
});
export type AppInfo = z.infer<typeof AppInfo>;

export const RevisionInfo = z.strictObject({
  revision,
  time: z.string(),
  author: z.string(),
  session: z.string(),
  state: StoryState,
  /** What made it: 'create', 'edit', 'import', 'restore 3', 'file', 'override'. */
  cause: z.string(),
  words: z.int(),
});
export type RevisionInfo = z.infer<typeof RevisionInfo>;

export const SaveResult = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('saved'), revision, savedAt: z.string() }),
  /** Nothing was written: another window or person saved first. Both sides are here, so neither is lost. */
  z.strictObject({ status: z.literal('conflict'), base: Story, theirs: Story, theirAuthor: z.string() }),
]);
export type SaveResult = z.infer<typeof SaveResult>;

export const Comment = z.strictObject({
  id: z.string(),
  story: storyId,
  /** The block it is about; null for the whole story. */
  block: z.string().nullable(),
  /** The words it is about, as they stood. */
  quote: z.string(),
  text: z.string(),
  author: z.string(),
  time: z.string(),
  resolved: z.strictObject({ by: z.string(), time: z.string() }).nullable(),
});
export type Comment = z.infer<typeof Comment>;

/** 64 MiB of bytes as base64: larger files are refused before they are read. */
export const maximumFileBytes = 64 * 1024 * 1024;
export const InputFile = z.strictObject({
  name: z.string().min(1).max(1_000),
  data: z.base64().max(Math.ceil(maximumFileBytes / 3) * 4),
});
export type InputFile = z.infer<typeof InputFile>;

export const ImportedStory = z.strictObject({
  id: storyId,
  file: z.string(),
  format: z.string(),
  headline: z.string(),
  problems: z.array(Problem).readonly(),
});
export const ImportResult = z.strictObject({
  stories: z.array(ImportedStory).readonly(),
  failed: z.array(z.strictObject({ file: z.string(), code: z.string(), message: z.string() })).readonly(),
});
export type ImportResult = z.infer<typeof ImportResult>;

/** The one table of methods. Every host serves it through `dispatch`; a test asserts that each has a handler. */
export const methods = {
  'app.info': method(none, AppInfo),
  'settings.set': method(z.strictObject({ settings: SomeSettings }), Settings),

  'stories.list': method(
    z.strictObject({
      query: z.string().max(1_000).default(''),
      state: StoryState.nullable().default(null),
      limit: z.int().min(0).max(1_000).default(100),
      offset: z.int().min(0).default(0),
    }),
    z.strictObject({ total: z.int(), stories: z.array(StorySummary).readonly() }),
  ),
  'stories.get': method(z.strictObject({ id: storyId, revision: revision.nullable().default(null) }), Story),
  'stories.create': method(z.strictObject({ story: NewStory, session: SessionId }), Story),
  'stories.save': method(
    z.strictObject({ id: storyId, base: revision, session: SessionId, patch: StoryPatch }),
    SaveResult,
  ),
  /** Says which other sessions have the story open; called again with `open: false` when it is closed. */
  'stories.open': method(
    z.strictObject({ id: storyId, session: SessionId, open: z.boolean() }),
    z.strictObject({ others: z.int() }),
  ),
  /** The stories that were opened last, the last one first. */
  'stories.recent': method(none, z.array(z.strictObject({ id: storyId, name: z.string() })).readonly()),
  'stories.duplicate': method(z.strictObject({ id: storyId, session: SessionId }), Story),
  'stories.revisions': method(z.strictObject({ id: storyId }), z.array(RevisionInfo).readonly()),
  'stories.diff': method(z.strictObject({ id: storyId, a: revision, b: revision }), StoryDiff),
  /**
   * A proposal for the note of an update or correction, from what changed since the version that others have: the
   * one filed or taken in last. Empty, and `since` null, where nobody else has one.
   */
  'stories.changeNote': method(
    z.strictObject({ id: storyId }),
    z.strictObject({ note: z.string(), since: revision.nullable() }),
  ),
  'stories.restore': method(z.strictObject({ id: storyId, revision, session: SessionId }), Story),
  /** The explicit purge: the story, its revisions and its words are gone. Used to remove the sample. */
  'stories.purge': method(z.strictObject({ id: storyId }), none),

  'comments.list': method(z.strictObject({ story: storyId }), z.array(Comment).readonly()),
  'comments.add': method(
    z.strictObject({
      story: storyId,
      block: z.string().nullable(),
      quote: z.string().max(2_000),
      text: z.string().trim().min(1).max(20_000),
    }),
    Comment,
  ),
  'comments.resolve': method(z.strictObject({ id: z.string() }), Comment),

  'checks.run': method(
    z.strictObject({
      id: storyId,
      format: z.string().nullable().default(null),
      destination: z.string().nullable().default(null),
    }),
    z.array(Problem).readonly(),
  ),

  /** Recognises files and makes a story of each; progress comes as events under `job`. */
  'intake.import': method(
    z.strictObject({
      files: z.array(InputFile).min(1).max(10_000),
      /** Picture files for the stories that name them; the others of these are not taken in. */
      beside: z.array(InputFile).max(1_000).default([]),
      /** Insists on a format instead of recognising it. */
      format: z.string().max(64).nullable().default(null),
      session: SessionId,
      job: z.string().max(64),
    }),
    ImportResult,
  ),
  /** Makes a story of what was on the clipboard. HTML is used where there is any, else the text. */
  'intake.paste': method(
    z.strictObject({
      html: z.string().max(20_000_000).default(''),
      text: z.string().max(20_000_000).default(''),
      session: SessionId,
    }),
    ImportedStory,
  ),
  'jobs.cancel': method(z.strictObject({ job: z.string() }), none),

  /** Adds a picture file to a story, or gives an existing picture its file where `picture` names one. */
  'pictures.add': method(
    z.strictObject({
      story: storyId,
      file: InputFile,
      picture: z.string().nullable().default(null),
      session: SessionId,
    }),
    z.strictObject({
      story: Story,
      picture: z.string(),
      differences: z.array(MetadataDifference).readonly(),
      problems: z.array(Problem).readonly(),
    }),
  ),
  /** Where a picture file, or every picture of a story, has gone; and which stories use it now. */
  'pictures.uses': method(
    z.union([z.strictObject({ sha256: z.string().max(64) }), z.strictObject({ story: storyId })]),
    z.strictObject({
      uses: z.array(PictureUse).readonly(),
      stories: z.array(z.strictObject({ id: z.string(), name: z.string() })).readonly(),
    }),
  ),
  /** Pictures in stories whose time has ended or ends within some days, the earliest end first. */
  'pictures.ending': method(
    z.strictObject({ days: z.int().min(0).max(3_650).default(7) }),
    z.array(EndingRights).readonly(),
  ),
  /** Adds picture files that were uploaded, in this order and in one save; or gives an existing picture its file. */
  'pictures.addTaken': method(
    z.strictObject({
      story: storyId,
      taken: z.array(z.string().max(64)).min(1).max(1_000),
      picture: z.string().nullable().default(null),
      session: SessionId,
    }),
    z.strictObject({ story: Story, pictures: z.array(z.string()).readonly() }),
  ),
  'pictures.parseCaption': method(z.strictObject({ text: z.string().max(100_000) }), ParsedCaption),
  /** The picture's fields as a printed caption in an agency's style, with its sign-off and its rules. */
  'pictures.composeCaption': method(
    z.strictObject({ picture: Picture, style: CaptionStyle }),
    z.strictObject({ text: z.string(), signOff: z.string(), problems: z.array(Problem).readonly() }),
  ),

  /** A verified copy of the store at an absolute path. */
  'store.backup': method(
    z.strictObject({ file: z.string().min(1).max(4_000) }),
    z.strictObject({ file: z.string(), bytes: z.int() }),
  ),
  /** Looks for damage: an empty list is a healthy store. */
  'store.doctor': method(none, z.array(Problem).readonly()),

  'destinations.list': method(none, z.array(Destination).readonly()),
  'destinations.set': method(z.strictObject({ destination: Destination }), z.array(Destination).readonly()),
  'destinations.remove': method(z.strictObject({ name: z.string() }), z.array(Destination).readonly()),

  /** IPTC Media Topics by name in any language, from the official files where Settings name their folder. */
  'topics.search': method(
    z.strictObject({
      query: z.string().max(200),
      language: z.string().max(35).default('en'),
      limit: z.int().min(1).max(200).default(20),
    }),
    z.strictObject({ topics: z.array(Topic).readonly(), released: z.string().nullable() }),
  ),
  /** Topics by code, retired ones too. */
  'topics.look': method(
    z.strictObject({
      codes: z.array(z.string().max(64)).max(1_000),
      language: z.string().max(35).default('en'),
    }),
    z.strictObject({ topics: z.array(Topic).readonly(), released: z.string().nullable() }),
  ),

  ...departureMethods,
  ...embargoMethods,
  ...spellingMethods,
} as const;

export type MethodName = keyof typeof methods;
export type MethodInput<Name extends MethodName> = InputOf<typeof methods, Name>;
export type MethodRequest<Name extends MethodName> = RequestOf<typeof methods, Name>;
export type MethodOutput<Name extends MethodName> = OutputOf<typeof methods, Name>;
export type Handlers = HandlersOf<typeof methods>;
