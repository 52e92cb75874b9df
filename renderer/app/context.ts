import { createContext, use } from 'react';
import type { AppInfo } from '../../main/contract/methods.ts';
import type { Destination } from '../../main/contract/rights.ts';
import type { HostLink } from '../host/connect.ts';

export type DialogName =
  | 'commands'
  | 'import'
  | 'paste'
  | 'export'
  | 'batch'
  | 'file'
  | 'proof'
  | 'settings'
  | 'ending'
  | 'house-dictionary'
  | 'destinations';

/** What every part of the window works with. */
export interface Desk {
  readonly link: HostLink;
  /** Names this window on its revisions. */
  readonly session: string;
  readonly info: AppInfo;
  readonly destinations: readonly Destination[];
  /** Shows a sentence, politely. */
  readonly tell: (message: string) => void;
  readonly openDialog: (name: DialogName | null) => void;
  readonly openStory: (id: string | null) => void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('This part of the window stands outside the desk.');
  return desk;
}
