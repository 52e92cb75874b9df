/** The tier of a Subject Code by its zeros (IPTC Subject Codes): its name stands in the attribute of that tier. */
export function subjectTier(code: string): 'type' | 'matter' | 'detail' {
  if (code.endsWith('000000')) return 'type';
  return code.endsWith('000') ? 'matter' : 'detail';
}
