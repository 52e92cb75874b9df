import { readFileSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';

/** Where a window was, and how large, when it was last seen. */
export interface WindowState {
  /** Outer bounds in device-independent pixels, as they are when the window is not maximised. */
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

/** A window's size, and its place where it is to have one. */
export type WindowPlace = Pick<Rectangle, 'width' | 'height'> & Partial<Pick<Rectangle, 'x' | 'y'>>;

const usual = { width: 1600, height: 1000 };
export const smallest = { width: 720, height: 480 };

/** So much of a window must be on a display for a hand to find it again. */
const graspable = 120;

/** How far a window stands from the one it was opened over. */
const step = 32;

/**
 * The place for a window. A display may have gone since, or become smaller: a window that would not be seen goes
 * back to the middle of the first display, and none is larger than the display it is on.
 * @param kept null at the first start
 * @param workAreas of the displays, the primary one first
 * @param over how many windows are open already
 */
export function placeWindow(
  kept: WindowState | null,
  workAreas: readonly Rectangle[],
  over = 0,
): WindowPlace {
  const bounds = kept && { ...kept.bounds, x: kept.bounds.x + step * over, y: kept.bounds.y + step * over };
  const area = bounds ? workAreas.find(each => isGraspable(bounds, each)) : undefined;
  const { width, height } = limited(kept?.bounds ?? usual, area ?? workAreas[0] ?? { x: 0, y: 0, ...usual });
  if (!bounds || !area) return { width, height };
  return {
    width,
    height,
    x: Math.max(area.x, Math.min(bounds.x, area.x + area.width - width)),
    y: Math.max(area.y, Math.min(bounds.y, area.y + area.height - height)),
  };
}

function limited(size: Pick<Rectangle, 'width' | 'height'>, area: Rectangle): typeof usual {
  return {
    width: Math.min(Math.max(size.width, smallest.width), area.width),
    height: Math.min(Math.max(size.height, smallest.height), area.height),
  };
}

function isGraspable(bounds: Rectangle, area: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const down = Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y);
  return across >= graspable && down >= graspable;
}

/** @returns null where nothing was kept, or nothing that can be read */
export function readWindowState(file: string): WindowState | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isWindowState(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** A state that cannot be kept costs the window its place, and nothing else. */
export function keepWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // The next start opens where a first start does.
  }
}

function isWindowState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null || !('bounds' in value) || !('maximized' in value))
    return false;
  const { bounds, maximized } = value;
  if (typeof maximized !== 'boolean' || typeof bounds !== 'object' || bounds === null) return false;
  const parts = new Map<string, unknown>(Object.entries(bounds));
  return ['x', 'y', 'width', 'height'].every(name => Number.isSafeInteger(parts.get(name)));
}
