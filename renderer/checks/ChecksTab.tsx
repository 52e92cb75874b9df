import { type ReactElement, useEffect, useState } from 'react';
import type { Problem } from '../../main/contract/failure.ts';
import { useDesk } from '../app/context.ts';
import type { OpenStory } from '../story/use-story.ts';
import { ProblemList } from '../ui/ProblemList.tsx';
import { failureWords } from '../ui/words.ts';

/** What stands in the way of the story, run again whenever something of it has been saved. */
export function ChecksTab({
  open,
  onPicture,
}: {
  readonly open: OpenStory;
  readonly onPicture: () => void;
}): ReactElement {
  const { link } = useDesk();
  const [problems, setProblems] = useState<readonly Problem[] | null>(null);
  const [failure, setFailure] = useState('');
  const revision = open.status.kind === 'saved' ? open.status.revision : null;
  const { id } = open.story;
  useEffect(() => {
    if (revision === null) return;
    let gone = false;
    link.client.call('checks.run', { id }).then(
      found => {
        if (!gone) setProblems(found);
      },
      error => {
        if (!gone) setFailure(failureWords(error));
      },
    );
    return () => {
      gone = true;
    };
  }, [link, id, revision]);
  if (failure) return <p className="tab-content">{failure}</p>;
  if (!problems) return <p className="tab-content muted">Checking…</p>;
  return (
    <div className="tab-content">
      {problems.length === 0 ? (
        <p className="empty">✓ Nothing stands in the way.</p>
      ) : (
        <ProblemList label="Findings" problems={problems} onPicture={onPicture} />
      )}
    </div>
  );
}
