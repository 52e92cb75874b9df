import { demandReady } from './program.ts';
import { StrictEmitter, standFor } from './stand.ts';

/** One display with a bar at its top, so that a work area is not the whole. */
const display = standFor<Electron.Display>('Display', {
  id: 1,
  label: 'Stand-in',
  bounds: { x: 0, y: 0, width: 1920, height: 1200 },
  workArea: { x: 0, y: 30, width: 1920, height: 1170 },
  size: { width: 1920, height: 1200 },
  workAreaSize: { width: 1920, height: 1170 },
  scaleFactor: 1,
  rotation: 0,
  internal: true,
});

export const screen = standFor<Electron.Screen>(
  'screen',
  {
    getAllDisplays() {
      demandReady('screen');
      return [display];
    },
    getPrimaryDisplay() {
      demandReady('screen');
      return display;
    },
    getDisplayMatching() {
      demandReady('screen');
      return display;
    },
  },
  new StrictEmitter('screen', ['display-added', 'display-removed', 'display-metrics-changed']),
);
