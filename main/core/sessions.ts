/** Which sessions (windows, commands) have which story open, so that a second one is told. */
export interface Sessions {
  /** @returns how many other sessions have the story open */
  open(story: string, session: string): number;
  close(story: string, session: string): void;
  /** The session has ended: it has nothing open any more. */
  end(session: string): void;
}

export function createSessions(changed: (story: string, sessions: readonly string[]) => void): Sessions {
  const byStory = new Map<string, Set<string>>();
  const close = (story: string, session: string): void => {
    const sessions = byStory.get(story);
    if (!sessions?.delete(session)) return;
    if (sessions.size === 0) byStory.delete(story);
    changed(story, [...sessions]);
  };
  return {
    open(story, session) {
      const sessions = byStory.get(story) ?? new Set();
      byStory.set(story, sessions);
      if (!sessions.has(session)) {
        sessions.add(session);
        changed(story, [...sessions]);
      }
      return sessions.size - 1;
    },
    close,
    end(session) {
      for (const story of [...byStory.keys()]) close(story, session);
    },
  };
}
