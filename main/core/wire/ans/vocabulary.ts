/** The schema's own version string, which every object must bear exactly (wire-formats 8). */
export const ansVersion = '0.10.9';

/** The program's name as `source.system`. */
export const systemName = 'Wiredesk';

/** Subtypes by which this program tells apart what ANS has one element for. */
export const subtypes = {
  signOff: 'sign-off',
  pullQuote: 'pullquote',
  box: 'box',
  boxTitle: 'box-title',
  headerCell: 'header',
} as const;
