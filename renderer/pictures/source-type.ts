/** IPTC digital source types in a desk's words; the program's own labels for pictures that are not plain captures. */

interface SourceType {
  readonly words: string;
  readonly severity: 'warning' | 'info';
}

const made: SourceType = { words: '⚠ Synthetic: made by an algorithm', severity: 'warning' };
const altered: SourceType = { words: '⚠ Altered after it was taken', severity: 'warning' };

/** By the last part of the IPTC NewsCodes URI (wire-formats 13). */
const types: Readonly<Record<string, SourceType>> = {
  trainedAlgorithmicMedia: made,
  algorithmicMedia: made,
  compositeSynthetic: { words: '⚠ Composite with synthetic parts', severity: 'warning' },
  compositeWithTrainedAlgorithmicMedia: { words: '⚠ Composite with synthetic parts', severity: 'warning' },
  composite: { words: '⚠ Composite of several pictures', severity: 'warning' },
  compositeCapture: { words: '⚠ Composite of several pictures', severity: 'warning' },
  algorithmicallyEnhanced: altered,
  humanEdits: altered,
  dataDrivenMedia: { words: 'Drawn from data', severity: 'info' },
  digitalCreation: { words: 'Drawn or designed', severity: 'info' },
  digitalArt: { words: 'Drawn or designed', severity: 'info' },
  virtualRecording: { words: '⚠ Recorded in a virtual world', severity: 'warning' },
  screenCapture: { words: 'Taken from a screen', severity: 'info' },
};

/** What to say of a picture's source type in the window; null for a plain capture or none. */
export function sourceTypeFlag(uri: string): SourceType | null {
  if (uri === '') return null;
  return types[uri.split('/').pop() ?? ''] ?? null;
}
