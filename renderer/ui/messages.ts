import { createContext } from 'react';

/** A sentence for whoever is at the window. */
export interface Message {
  readonly text: string;
  readonly at: Date;
}

/** The last one that was told; null where there is none. */
export const MessageContext = createContext<Message | null>(null);
