import type { EditorialAction } from '../../../contract/story.ts';
import { qcode } from './read-concept.ts';

/** What a version is to the one before it, by IPTC's signals and by those that providers made for themselves (2.8). */
const actions: Readonly<Record<string, EditorialAction>> = {
  'sig:update': 'update',
  'sig:correction': 'correction',
  'sig:repeat': 'update',
  // Reuters' own (wire-formats 11).
  'edStat:U': 'update',
  'edStat:C': 'correction',
  'edStat:D': 'kill',
};

/** The strongest of what the signals say: a kill before a correction before an update. */
const strongestFirst: readonly EditorialAction[] = ['kill', 'withhold', 'correction', 'update', 'advisory'];

export function actionOfSignals(signals: readonly string[]): EditorialAction {
  const found = new Set(signals.map(signal => actions[signal] ?? actions[`sig:${qcode(signal).code}`]));
  return strongestFirst.find(action => found.has(action)) ?? 'new';
}
