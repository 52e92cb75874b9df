import type { HostBridge } from '../../main/contract/rpc.ts';

declare global {
  interface Window {
    /** What the desktop host's preload exposes; not there in the browser host. */
    readonly wiredesk?: HostBridge;
  }
}
