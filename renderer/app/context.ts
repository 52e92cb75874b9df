import { createContext, use } from 'react';
import type { Desk } from './desk.ts';
import { useStore } from './store.ts';
import type { StorySession, StorySessionState } from './story-session.ts';

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('This part of the window stands outside the desk.');
  return desk;
}

const StoryContext = createContext<StorySession | null>(null);
export const StoryProvider = StoryContext;

/** The open story; only for what is drawn while one is. */
export function useStorySession(): StorySession {
  const session = use(StoryContext);
  if (!session) throw new Error('This part of the window needs an open story.');
  return session;
}

/** Part of the open story. */
export function useStory<Part>(select: (state: StorySessionState) => Part): Part {
  return useStore(useStorySession().state, select);
}
