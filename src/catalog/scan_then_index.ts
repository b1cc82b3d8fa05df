/** How many different questions are answered by a scan before an index pays. */
const PATIENCE = 1000;

/** Two ways to look something up, which must agree. */
interface Ways<K, V> {
  /** Walks the tables. */
  scan(key: K): V;
  /** Makes an index of everything. */
  index(): ReadonlyMap<K, V>;
  /** The answer for a key that the index does not have. */
  readonly miss: V;
}

/**
 * Looks things up by walking the tables while it is seldom asked, since an index
 * costs more than a short run of the program has to spare, and then by an index.
 *
 * @param ways Both ways, which must agree
 * @returns The function to ask
 */
export function scanThenIndex<K, V>(
  { scan, index, miss }: Ways<K, V>,
): (key: K) => V {
  const answers = new Map<K, V>();
  let made: ReadonlyMap<K, V> | null = null;
  return (key) => {
    if (made !== null) return made.get(key) ?? miss;
    if (!answers.has(key)) {
      if (answers.size >= PATIENCE) {
        made = index();
        answers.clear();
        return made.get(key) ?? miss;
      }
      answers.set(key, scan(key));
    }
    return answers.get(key) as V;
  };
}
