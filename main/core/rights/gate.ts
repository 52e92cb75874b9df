import type { Block, Body } from '../../contract/body.ts';
import { embargoHolds } from '../../contract/embargoes.ts';
import type { Picture } from '../../contract/picture.ts';
import type { Destination, GateReason, GateResult, Restriction } from '../../contract/rights.ts';
import { type Story, type StoryState, storyName } from '../../contract/story.ts';
import { agreementReasons } from './agreements.ts';
import { type EarlierUse, isSingleUse } from './single-use.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** Where the story is to go, in which wire format, and when it is now. */
export interface GateQuestion {
  /** Null for an export that names nobody. */
  readonly destination: Destination | null;
  /** A wire format's identifier; null where none is chosen yet. */
  readonly format: string | null;
  readonly now: Date;
  /** The story's picture files that a kill has reached, by hash. */
  readonly killedPictures: ReadonlyMap<string, KilledPicture>;
  /** The story's picture files that have left with another story, by hash. */
  readonly earlierUses: ReadonlyMap<string, EarlierUse>;
}

/** A picture file that was killed, with the story that it was killed with and the reason given. */
export interface KilledPicture {
  readonly name: string;
  readonly reason: string;
}

/**
 * Whether a story may leave, and what stands against it (design 5). Asked before every export, copy, batch and filing.
 * A story that is embargoed, withheld, killed or spiked leaves by no door, with a destination or without; what bars a
 * single picture is in `verdict.ts`.
 * @returns 'blocked' where anything blocks, else 'needs-decision' where anything needs a person, else 'allowed'
 */
export function gate(story: Story, question: GateQuestion): GateResult {
  const reasons = [
    ...stateReasons(story),
    ...embargoReasons(story, question.now),
    ...formatReasons(question),
    ...story.pictures.flatMap((picture, index) => [
      ...killedReasons(picture, index + 1, story, question),
      ...pictureReasons(picture, index + 1, question),
      ...agreementReasons(picture, index + 1, question),
    ]),
  ];
  const decision = reasons.some(reason => reason.decision === 'blocked')
    ? 'blocked'
    : reasons.length > 0
      ? 'needs-decision'
      : 'allowed';
  return { decision, reasons };
}

/**
 * The story without some of its pictures: they leave the list and every place in the copy, boxes included. A box
 * that held nothing else goes with them.
 */
export function withoutPictures(story: Story, pictureIds: readonly string[]): Story {
  const gone = new Set(pictureIds);
  if (gone.size === 0) return story;
  return {
    ...story,
    pictures: story.pictures.filter(picture => !gone.has(picture.id)),
    body: bodyWithout(story.body, gone),
  };
}

function bodyWithout(body: Body, gone: ReadonlySet<string>): Body {
  return {
    ...body,
    blocks: body.blocks.flatMap((block): Block[] => {
      if (block.type === 'picture') return gone.has(block.pictureId) ? [] : [block];
      if (block.type !== 'box') return [block];
      const blocks = block.blocks.filter(inner => inner.type !== 'picture' || !gone.has(inner.pictureId));
      if (blocks.length === block.blocks.length) return [block];
      return blocks.length === 0 && block.title === '' ? [] : [{ ...block, blocks }];
    }),
  };
}

function storyReason(code: GateReason['code'], message: string, source: string): GateReason {
  return { decision: 'blocked', code, message, picture: null, restriction: null, source };
}

function stateReasons(story: Story): readonly GateReason[] {
  const message = stateMessage(story.state, story);
  return message === null ? [] : [storyReason('state', message, story.state)];
}

/** Null where the state lets the story leave. A killed or withheld story leaves only as what tells of it. */
function stateMessage(state: StoryState, { fields }: Story): string | null {
  const name = storyName(fields);
  switch (state) {
    case 'draft':
    case 'edit':
    case 'ready':
    case 'filed':
      return null;
    case 'killed':
      return fields.editorialAction === 'kill'
        ? null
        : `“${name}” is killed: it may leave only as a kill, with the action set to kill.`;
    case 'withheld':
      return fields.editorialAction === 'withhold'
        ? null
        : `“${name}” is withheld: it may leave only as a notice to withhold, with the action set to withhold.`;
    case 'spiked':
      return `“${name}” is spiked: restore it before it is sent.`;
  }
}

function embargoReasons(story: Story, now: Date): readonly GateReason[] {
  const { embargo } = story.fields;
  if (embargo === null || !embargoHolds(embargo, now)) return [];
  const name = storyName(story.fields);
  return embargo.until === null
    ? [storyReason('embargo', `“${name}” is embargoed until it is released by hand.`, 'embargo')]
    : [storyReason('embargo', `“${name}” is embargoed until ${embargo.until}.`, embargo.until)];
}

function formatReasons({ destination, format }: GateQuestion): readonly GateReason[] {
  if (
    !destination ||
    format === null ||
    destination.formats.length === 0 ||
    destination.formats.includes(format)
  )
    return [];
  const accepted = destination.formats.join(', ');
  return [
    storyReason('format', `${destination.name} does not take ${format}; it takes ${accepted}.`, accepted),
  ];
}

/** A picture that came with a killed story goes nowhere else without a named person's decision (wire-formats 2.8). */
function killedReasons(
  picture: Picture,
  number: number,
  story: Story,
  { killedPictures }: GateQuestion,
): readonly GateReason[] {
  const killed = picture.file ? killedPictures.get(picture.file.sha256) : undefined;
  // The notice that kills a story carries no picture.
  if (!killed || story.fields.editorialAction === 'kill') return [];
  return [
    {
      decision: 'blocked',
      code: 'restriction',
      message: `Picture ${number} was killed with “${killed.name}”.`,
      picture: picture.id,
      restriction: null,
      source: killed.reason || 'KILL',
    },
  ];
}

function pictureReasons(picture: Picture, number: number, question: GateQuestion): readonly GateReason[] {
  const earlier = picture.file ? question.earlierUses.get(picture.file.sha256) : undefined;
  return picture.restrictions.flatMap(restriction => {
    const verdict = spent(restriction, earlier) ?? verdictOf(restriction, question.destination, question.now);
    if (!verdict) return [];
    const source = restriction.text.trim() || restriction.kind;
    const to = question.destination ? ` to ${question.destination.name}` : '';
    const may = verdict.decision === 'blocked' ? `may not go${to}` : `may go${to} only after a decision`;
    return [
      {
        decision: verdict.decision,
        code: verdict.code,
        message: `Picture ${number} ${may}, because ${verdict.because}: “${source}”.`,
        picture: picture.id,
        restriction,
        source,
      },
    ];
  });
}

/** A picture that may be used once was used already. */
function spent(restriction: Restriction, earlier: EarlierUse | undefined): Verdict | null {
  if (!earlier || !isSingleUse(restriction)) return null;
  const because = `it may be used once, and left with “${earlier.name}” on ${earlier.time.slice(0, 10)}`;
  return { decision: 'blocked', code: 'restriction', because };
}
