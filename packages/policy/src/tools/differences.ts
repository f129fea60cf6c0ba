// Compares what a worked case promises with what the engine answered, and names each value that differs.
import { fieldName } from '../field-name.ts';
import type { Keys } from '../field-name.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object';

const written = (value: unknown): string => (value === undefined ? '空缺' : JSON.stringify(value));

/**
 * One sentence for each difference, none when the answer keeps the promise. Keys that the promise does not name may hold
 * anything; a list must have exactly the promised length.
 */
export function differences(promised: unknown, found: unknown, keys: Keys = []): string[] {
  if (isObject(promised) && isObject(found) && Array.isArray(promised) === Array.isArray(found)) {
    const inner = Object.entries(promised).flatMap(([key, value]) =>
      differences(value, found[key], [...keys, Array.isArray(promised) ? Number(key) : key]),
    );
    if (!Array.isArray(promised) || promised.length === (found as unknown as unknown[]).length) return inner;
  } else if (Object.is(promised, found)) return [];
  return [`${fieldName(keys)}：案例写的是 ${written(promised)}，程序算出 ${written(found)}`];
}
