/**
 * A value that is made when it is first asked for. The fact tables are kept in
 * this way, since a run that looks one thing up needs few of them, and making
 * all of them takes longer than everything else it does.
 *
 * @param make Makes the value
 * @returns Gives the value, the same one on each call
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
