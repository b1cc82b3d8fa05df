/** A value that is made when it is first asked for. */
export interface Once<T> {
  /** Gives the value, the same one on each call. */
  (): T;
  /**
   * Whether the value may hold a text; false makes asking for the value needless.
   * A value that is not kept as text always may.
   */
  mayHold(text: string): boolean;
}

/**
 * A value that is made when it is first asked for. The fact tables are kept in
 * this way, since a run that looks one thing up needs few of them, and making
 * all of them takes longer than everything else it does.
 *
 * @param make Makes the value
 */
export function once<T>(make: () => T): Once<T> {
  let made: { readonly value: T } | null = null;
  return Object.assign(() => (made ??= { value: make() }).value, {
    mayHold: () => true,
  });
}

/**
 * A value that is kept as JSON until it is asked for: how the build writes tables.
 *
 * @param json The value's JSON; a text that it holds stands in it as it is
 */
export function parseOnce<T>(json: string): Once<T> {
  return Object.assign(once((): T => JSON.parse(json)), {
    mayHold: (text: string) => json.includes(text),
  });
}
