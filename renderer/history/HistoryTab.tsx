import { type ReactElement, useEffect, useState } from 'react';
import type { StoryDiff } from '../../main/contract/diff.ts';
import type { RevisionInfo } from '../../main/contract/methods.ts';
import { useDesk } from '../app/context.ts';
import type { OpenStory } from '../story/use-story.ts';
import { type Choice, SelectField } from '../ui/fields.tsx';
import { failureWords, moment } from '../ui/words.ts';
import { DiffView } from './DiffView.tsx';

/** Every save of a story: any two compared, any one made the newest again. */
export function HistoryTab({ open }: { readonly open: OpenStory }): ReactElement {
  const { link, session, tell } = useDesk();
  const [revisions, setRevisions] = useState<readonly RevisionInfo[]>([]);
  const [pair, setPair] = useState<{ readonly a: number; readonly b: number } | null>(null);
  const [diff, setDiff] = useState<StoryDiff | null>(null);
  const { id } = open.story;
  const revision = open.status.kind === 'saved' ? open.status.revision : null;

  useEffect(() => {
    if (revision === null) return;
    link.client.call('stories.revisions', { id }).then(setRevisions, error => tell(failureWords(error)));
  }, [link, id, revision, tell]);
  useEffect(() => {
    if (!pair) return;
    link.client.call('stories.diff', { id, ...pair }).then(setDiff, error => tell(failureWords(error)));
  }, [link, id, pair, tell]);

  const restore = async (wanted: number): Promise<void> => {
    try {
      await open.flush();
      open.adopt(await link.client.call('stories.restore', { id, revision: wanted, session }));
      tell(`Revision ${wanted} is the newest again.`);
    } catch (error) {
      tell(failureWords(error));
    }
  };
  const choices: readonly Choice[] = revisions.map(each => ({
    value: String(each.revision),
    label: `${each.revision}: ${moment(each.time)} ${each.author}`,
  }));
  const newest = revisions[0]?.revision ?? 1;
  const first = revisions.at(-1)?.revision ?? 1;
  const shown = pair ?? { a: first, b: newest };
  return (
    <div className="tab-content">
      <div className="row row-2">
        <SelectField
          label="Compare"
          value={String(shown.a)}
          choices={choices}
          onChange={a => setPair({ ...shown, a: Number(a) })}
        />
        <SelectField
          label="with"
          value={String(shown.b)}
          choices={choices}
          onChange={b => setPair({ ...shown, b: Number(b) })}
        />
      </div>
      <p className="actions">
        <button type="button" onClick={() => setPair({ ...shown })}>
          Compare
        </button>
      </p>
      {diff && <DiffView diff={diff} />}
      <ol className="revisions" aria-label="Revisions">
        {revisions.map(each => (
          <li key={each.revision}>
            <span>
              <strong>{each.revision}</strong> {moment(each.time)} · {each.author || 'nobody named'} ·{' '}
              {each.cause} · {each.words} words
            </span>
            <button
              type="button"
              className="quiet"
              disabled={each.revision === newest}
              aria-label={`Restore revision ${each.revision}`}
              onClick={() => void restore(each.revision)}
            >
              Restore
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
