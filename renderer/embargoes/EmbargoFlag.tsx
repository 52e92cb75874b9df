import type { ReactElement } from 'react';
import type { Embargo } from '../../main/contract/story.ts';
import { embargoEnd } from '../ui/words.ts';
import { useEmbargoHolds } from './use-embargo-holds.ts';

/** Until when a story may not leave, or that it has waited long enough; nothing where it has no embargo. */
export function EmbargoFlag({ embargo }: { readonly embargo: Embargo | null }): ReactElement | null {
  const holds = useEmbargoHolds(embargo);
  if (embargo === null) return null;
  if (!holds) return <span className="flag">□ Embargo lifted</span>;
  return <span className="flag flag-danger">■ Embargo until {embargoEnd(embargo)}</span>;
}
