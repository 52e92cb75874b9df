import { useEffect } from 'react';
import type { Settings } from '../../main/contract/settings.ts';

/** Shows the window light or dark, and the copy as large, as the settings say. */
export function useAppearance(settings: Settings | undefined): void {
  const { appearance = 'system', textSize = 100 } = settings ?? {};
  useEffect(() => {
    const { dataset, style } = document.documentElement;
    dataset.appearance = appearance;
    style.setProperty('--copy-scale', String(textSize / 100));
  }, [appearance, textSize]);
}
