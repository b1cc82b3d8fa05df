import { type FlagTable, formatFlags } from "../model/flags.ts";

/**
 * Names the bits of flags fields, each combination once: thousands of filters
 * share a dozen of them.
 *
 * @param table The flags of a kind of object
 * @returns A function from bits to what {@linkcode formatFlags} says of them
 */
export function createFlagNamer(
  table: FlagTable,
): (bits: number) => readonly string[] {
  const known = new Map<number, readonly string[]>();
  return (bits) => {
    let names = known.get(bits);
    if (names === undefined) {
      names = formatFlags(table, bits);
      known.set(bits, names);
    }
    return names;
  };
}
