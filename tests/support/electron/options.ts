type Check = (value: unknown) => boolean;

/** What each option may be. A key that Electron's type does not have does not compile. */
export type OptionChecks<Options> = { readonly [Key in keyof Options]?: Check };

export const isBoolean: Check = value => typeof value === 'boolean';
export const isText: Check = value => typeof value === 'string';
export const isNumber: Check = value => typeof value === 'number' && Number.isFinite(value);
export const isWhole: Check = value => Number.isInteger(value);
export const isFunction: Check = value => typeof value === 'function';
export const isOneOf =
  (...values: readonly string[]): Check =>
  value =>
    typeof value === 'string' && values.includes(value);
export const isListOf =
  (check: Check): Check =>
  value =>
    Array.isArray(value) && value.every(check);
export const isObjectOf =
  <Options>(checks: OptionChecks<Options>): Check =>
  value => {
    checkOptions('An inner option', value, checks);
    return true;
  };

/**
 * Refuses an option that Electron, or the stand-in, does not know, and one of a wrong type.
 * @throws TypeError naming it
 */
export function checkOptions<Options>(what: string, options: unknown, checks: OptionChecks<Options>): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new TypeError(`${what}: options are an object.`);
  const known = new Map<string, unknown>(Object.entries(checks));
  for (const [key, value] of Object.entries(options)) {
    const check = known.get(key);
    if (typeof check !== 'function') throw new TypeError(`${what} has no option '${key}' in the stand-in.`);
    if (value !== undefined && !check(value))
      throw new TypeError(`${what}: '${key}' cannot be ${inWords(value)}.`);
  }
}

/** @throws TypeError where an argument is not of its type */
export function checkArgument(what: string, value: unknown, check: Check): void {
  if (!check(value)) throw new TypeError(`${what} cannot take ${inWords(value)}.`);
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : `${typeof value} ${String(value)}`;
}
