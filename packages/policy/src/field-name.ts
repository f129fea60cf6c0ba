// A path of keys as a person writes it: premium[2].window.firstDay.

export type Keys = readonly PropertyKey[];

/** `['premium', 2, 'window']` becomes `premium[2].window`. */
export function fieldName(keys: Keys): string {
  const written = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return written.replace(/^\./, '');
}
