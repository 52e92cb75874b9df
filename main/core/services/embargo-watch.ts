import { nextLifting, takeLifted } from '../store/embargoes.ts';
import type { ServiceContext } from './context.ts';

/** Tells of embargoes as they lift. */
export interface EmbargoWatch {
  /** Begins, with what lifted while nobody watched. */
  start(): void;
  /** Looks again, where it has begun: stories are not what they were. */
  look(): void;
  stop(): void;
}

/**
 * The longest it sleeps. A timer counts neither the machine's sleep nor a clock that is set, and none can be set for
 * longer than 24 days: the clock is looked at again and again instead.
 */
const longestSleepMs = 60_000;

/** @param report told of what goes wrong: what could not be marked as told is told at the next look */
export function createEmbargoWatch(
  { store, clock, emit }: Pick<ServiceContext, 'store' | 'clock' | 'emit'>,
  report: (error: unknown) => void,
): EmbargoWatch {
  let watching = false;
  let timer: NodeJS.Timeout | undefined;

  function look(): void {
    if (!watching) return;
    clearTimeout(timer);
    // It must not keep a program that has nothing else to do.
    timer = setTimeout(look, tell()).unref();
  }

  /** @returns how long to sleep */
  function tell(): number {
    try {
      const { lifted, standAgain } = takeLifted(store);
      if (lifted.length > 0) emit({ type: 'embargoes-lifted', embargoes: lifted });
      else if (standAgain) emit({ type: 'embargoes-changed' });
      const next = nextLifting(store) ?? Number.POSITIVE_INFINITY;
      return Math.min(Math.max(next - clock.now().getTime(), 1), longestSleepMs);
    } catch (error) {
      report(error);
      return longestSleepMs;
    }
  }

  return {
    start() {
      watching = true;
      look();
    },
    look,
    stop() {
      watching = false;
      clearTimeout(timer);
    },
  };
}
