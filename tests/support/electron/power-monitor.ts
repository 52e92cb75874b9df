import { StrictEmitter, standFor } from './stand.ts';

/** Its events are the machine's: a test emits them. */
export const powerMonitor = standFor<Electron.PowerMonitor>(
  'powerMonitor',
  {},
  new StrictEmitter('powerMonitor', [
    'suspend',
    'resume',
    'shutdown',
    'lock-screen',
    'unlock-screen',
    'on-ac',
    'on-battery',
  ]),
);
