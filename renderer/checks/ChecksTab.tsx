import { type ReactElement, useEffect, useState } from 'react';
import type { Problem } from '../../main/contract/failure.ts';
import { useDesk } from '../app/context.ts';
import type { InspectorTab } from '../app/tabs.ts';
import type { EditorHandle } from '../editor/BodyEditor.tsx';
import { SpellingFindings } from '../spelling/SpellingFindings.tsx';
import { isInStoryPane } from '../story/DetailsTab.tsx';
import type { OpenStory } from '../story/use-story.ts';
import { ProblemList } from '../ui/ProblemList.tsx';
import { failureWords } from '../ui/words.ts';
import { goTo } from './go-to.ts';
import { placeOf, placeWords } from './place.ts';

interface ChecksTabProps {
  readonly open: OpenStory;
  readonly editor: EditorHandle | null;
  readonly onTab: (tab: InspectorTab) => void;
}

/** What stands in the way of the story, run again whenever something of it has been saved. */
export function ChecksTab({ open, editor, onTab }: ChecksTabProps): ReactElement {
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
        if (gone) return;
        setProblems(found);
        setFailure('');
      },
      error => {
        if (!gone) setFailure(failureWords(error));
      },
    );
    return () => {
      gone = true;
    };
  }, [link, id, revision]);

  const way = (problem: Problem): ReactElement | null => {
    const place = placeOf(problem, open.draft.pictures, isInStoryPane);
    return (
      place && (
        <button type="button" className="quiet go" onClick={() => goTo(place, editor, onTab)}>
          {placeWords(place)}
        </button>
      )
    );
  };
  if (failure !== '') return <p className="tab-content refusal">The checks could not be run: {failure}</p>;
  if (!problems) return <p className="tab-content muted">Checking…</p>;
  return (
    <div className="tab-content">
      <p role="status" className="muted">
        {summary(problems)}
      </p>
      {problems.length > 0 && <ProblemList label="Findings" problems={problems} after={way} />}
      <SpellingFindings open={open} way={way} />
    </div>
  );
}

function summary(problems: readonly Problem[]): string {
  if (problems.length === 0) return '✓ Nothing stands in the way.';
  const count = (severity: Problem['severity'], one: string, many: string): readonly string[] => {
    const found = problems.filter(problem => problem.severity === severity).length;
    return found === 0 ? [] : [`${found} ${found === 1 ? one : many}`];
  };
  return [
    ...count('error', 'error', 'errors'),
    ...count('warning', 'warning', 'warnings'),
    ...count('info', 'note', 'notes'),
  ].join(', ');
}
