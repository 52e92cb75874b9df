import { createStore, type Store } from './store.ts';

export interface Notice {
  readonly id: number;
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: string;
}

/** What the window has to say, until it is dismissed. Good news leaves by itself with the next good news. */
export interface Notices {
  readonly state: Store<readonly Notice[]>;
  add(severity: Notice['severity'], message: string): void;
  dismiss(id: number): void;
}

export function createNotices(): Notices {
  const state = createStore<readonly Notice[]>([]);
  let count = 0;
  return {
    state,
    add(severity, message) {
      count += 1;
      const notice = { id: count, severity, message };
      state.update(now => [...now.filter(each => each.severity !== 'info' && each.message !== message), notice]);
    },
    dismiss: id => state.update(now => now.filter(each => each.id !== id)),
  };
}
