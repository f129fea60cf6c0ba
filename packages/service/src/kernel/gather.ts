// Reads for many callers at once: calls of the same moment go together, and while one reading is under way the next gathers.

interface Waiting<Key, Value> {
  key: Key;
  resolve: (value: Value) => void;
  reject: (error: unknown) => void;
}

/**
 * `read` answers one value for each key, in order. What a caller gets was read after the call: nothing is remembered. A fault of
 * a reading is one of all its callers.
 * @param most keys of one reading.
 */
export function gather<Key, Value>(
  read: (keys: readonly Key[]) => Promise<readonly Value[]>,
  most = 256,
): (key: Key) => Promise<Value> {
  let queue: Waiting<Key, Value>[] = [];
  let isUnderWay = false;

  async function run(): Promise<void> {
    while (queue.length > 0) {
      const these = queue.slice(0, most);
      queue = queue.slice(most);
      try {
        const values = await read(these.map(({ key }) => key));
        if (values.length !== these.length)
          throw new Error(`${values.length} values for ${these.length} keys`);
        these.forEach(({ resolve }, index) => resolve(values[index]!));
      } catch (error) {
        for (const { reject } of these) reject(error);
      }
    }
    isUnderWay = false;
  }

  return (key) =>
    new Promise((resolve, reject) => {
      queue.push({ key, resolve, reject });
      if (isUnderWay) return;
      isUnderWay = true;
      setImmediate(() => void run());
    });
}
