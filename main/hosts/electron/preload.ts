import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { HostBridge } from '../../contract/rpc.ts';
import { callChannel, eventChannel } from './channels.ts';

/** All that the page gets of Electron (security checklist, item 20): two functions, and no object of Electron's own. */
const bridge: HostBridge = {
  invoke: (method, input) => ipcRenderer.invoke(callChannel, method, input),
  onEvent(listener) {
    // The IPC event carries the sender, and with it a way back into Electron: it stays here.
    const relay = (_event: IpcRendererEvent, event: unknown): void => listener(event);
    ipcRenderer.on(eventChannel, relay);
    return () => void ipcRenderer.off(eventChannel, relay);
  },
};

contextBridge.exposeInMainWorld('wiredesk', bridge);
