import { type ReactElement, useEffect, useState } from 'react';
import type { MethodOutput } from '../../main/contract/methods.ts';
import { useDesk } from '../app/context.ts';
import type { OpenStory } from '../story/use-story.ts';
import { failureWords, moment } from '../ui/words.ts';
import { NextVersion } from './NextVersion.tsx';

/** What has left the house of this story, and on whose word. */
export function WireTab({ open }: { readonly open: OpenStory }): ReactElement {
  const { link, tell, info } = useDesk();
  const [log, setLog] = useState<MethodOutput<'filing.list'>>({ filings: [], overrides: [] });
  const { id, guid, version } = open.story;
  const revision = open.status.kind === 'saved' ? open.status.revision : null;
  useEffect(() => {
    if (revision !== null)
      link.client.call('filing.list', { id }).then(setLog, error => tell(failureWords(error)));
  }, [link, id, revision, tell]);
  return (
    <div className="tab-content">
      <dl className="facts">
        <dt>Identity</dt>
        <dd>{guid}</dd>
        <dt>Version</dt>
        <dd>{version}</dd>
        <dt>Formats</dt>
        <dd>
          {info.formats
            .filter(format => format.write)
            .map(format => format.label)
            .join(', ')}
        </dd>
      </dl>
      <NextVersion open={open} />
      <h2>Filings</h2>
      {log.filings.length === 0 && <p className="empty">Not filed yet.</p>}
      <ul className="plain">
        {log.filings.map(filing => (
          <li key={`${filing.time}:${filing.destination}`}>
            Version {filing.version} to {filing.destination} as {filing.format}, {moment(filing.time)},{' '}
            {filing.by}
          </li>
        ))}
      </ul>
      <h2>Overrides</h2>
      {log.overrides.length === 0 && <p className="empty">None.</p>}
      <ul className="plain">
        {log.overrides.map(each => (
          <li key={each.time}>
            ⚠ {each.by}, {moment(each.time)}: {each.reason}
            <ul>
              {each.overridden.map(rule => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
