/** What a digital source type means to a reader. */
export interface SourceTypeWords {
  /** For a person: 'Made by generative AI'. Empty where no type is given. */
  readonly label: string;
  /** Wholly or partly made by a machine, not taken of the world. */
  readonly synthetic: boolean;
  /** Taken of the world and then changed, or put together of several. */
  readonly altered: boolean;
}

type Row = readonly [label: string, ...marks: readonly ('synthetic' | 'altered')[]];

/** IPTC NewsCodes, Digital Source Type, retired codes among them (Photo Metadata 2025.1). */
const types: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['digitalCapture', ['Photograph']],
  ['computationalCapture', ['Photograph, several exposures in one']],
  ['negativeFilm', ['Scanned from a negative']],
  ['positiveFilm', ['Scanned from a slide']],
  ['print', ['Scanned from a print']],
  ['minorHumanEdits', ['Photograph with minor edits']],
  ['humanEdits', ['Edited by a person', 'altered']],
  ['compositeCapture', ['Composite of photographs', 'altered']],
  ['composite', ['Composite', 'altered']],
  ['algorithmicallyEnhanced', ['Enhanced by an algorithm', 'altered']],
  ['dataDrivenMedia', ['Made from data']],
  ['digitalCreation', ['Digital creation']],
  ['digitalArt', ['Digital creation']],
  ['virtualRecording', ['Recording of a virtual event']],
  ['screenCapture', ['Screen capture']],
  ['softwareImage', ['Made by software']],
  ['compositeSynthetic', ['Composite with synthetic elements', 'synthetic', 'altered']],
  ['compositeWithTrainedAlgorithmicMedia', ['Edited with generative AI', 'synthetic', 'altered']],
  ['trainedAlgorithmicMedia', ['Made by generative AI', 'synthetic']],
  ['algorithmicMedia', ['Made by an algorithm', 'synthetic']],
]);
const codes = new Map([...types].map(([code, row]) => [code.toLowerCase(), row]));

/**
 * A digital source type in words.
 * @param type the full URI (`http://cv.iptc.org/newscodes/digitalsourcetype/…`), a QCode, or the bare code
 * @returns the code itself as the label where it is not known
 */
export function sourceTypeWords(type: string): SourceTypeWords {
  const code = type.trim().replace(/\/+$/, '').split(/[/:#]/).at(-1) ?? '';
  const [label, ...marks] = codes.get(code.toLowerCase()) ?? [code];
  return { label, synthetic: marks.includes('synthetic'), altered: marks.includes('altered') };
}
