import type { Line } from './chromium.ts';
import { checkArgument, isNumber } from './options.ts';
import type { Part, StrictEmitter } from './stand.ts';

/** How much larger a page is for each level, as in Chromium. */
const step = 1.2;

/** A page's zoom, which stays with the window when the page is loaded again. */
export function zoomOf(
  contents: StrictEmitter,
  drive: (work: (line: Line) => Promise<unknown>) => Promise<void>,
): Part<Electron.WebContents> {
  let level = 0;
  const apply = (): void =>
    void drive(line =>
      line.send('Runtime.evaluate', { expression: `document.documentElement.style.zoom = ${step ** level}` }),
    );
  const set = (next: number): void => {
    checkArgument('webContents.zoomLevel', next, isNumber);
    level = next;
    apply();
  };
  contents.on('dom-ready', () => {
    if (level !== 0) apply();
  });
  return {
    get zoomLevel() {
      return level;
    },
    set zoomLevel(next) {
      set(next);
    },
    get zoomFactor() {
      return step ** level;
    },
    set zoomFactor(factor) {
      if (!(factor > 0)) throw new TypeError("'zoomFactor' must be a double greater than 0.0");
      set(Math.log(factor) / Math.log(step));
    },
    getZoomLevel: () => level,
    setZoomLevel: set,
  };
}
