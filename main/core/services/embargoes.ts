import type { Handlers } from '../../contract/methods.ts';
import { markSeen, unseenLifted } from '../store/embargoes.ts';
import { transaction } from '../store/sql.ts';
import type { ServiceContext } from './context.ts';

/** Embargoes that have lifted, until somebody has taken note. */
export function embargoes({
  store,
  emit,
}: ServiceContext): Pick<Handlers, 'embargoes.lifted' | 'embargoes.seen'> {
  return {
    'embargoes.lifted': () => unseenLifted(store),
    'embargoes.seen': ({ stories }) => {
      transaction(store.database, () => {
        for (const story of stories) markSeen(store, story);
      });
      emit({ type: 'embargoes-changed' });
      return {};
    },
  };
}
