import type { DashFinder } from "./annotate_dash.ts";
import type { Units } from "./annotate_encoding.ts";
import { type GuidTable, isGuidByte } from "./annotate_table.ts";

/** The characters of a dashed GUID. */
export const GUID_LENGTH = 36;
const FIRST_DASH = 8;
const DASH_DISTANCE = 5;
const LAST_DASH = FIRST_DASH + 3 * DASH_DISTANCE;
const DASH = 0x2d;

/** A part of a text. */
export interface Extent {
  /** The place of its first character. */
  readonly from: number;
  /** The end of its last one. */
  readonly limit: number;
  /** Whether the text ends there, so that nothing can belong to its last character. */
  readonly isLast: boolean;
}

/**
 * Finds the GUIDs of a table in bytes: runs of exactly 36 hexadecimal digits and
 * dashes, the dashes in the places 8, 13, 18 and 23. Their remainders by 4 are
 * 0, 1, 2 and 3, so one of the four is met by whoever looks at every fourth
 * character.
 */
export class GuidScanner {
  /** Where the GUID begins that was found last. */
  start = 0;
  readonly #table: GuidTable;
  readonly #finder: DashFinder;
  readonly #bytes: Uint8Array;
  readonly #width: Units["width"];
  readonly #low: Units["low"];

  /**
   * @param table The GUIDs to find
   * @param finder Holds the bytes to look at
   * @param units How their characters stand
   */
  constructor(
    table: GuidTable,
    finder: DashFinder,
    { width, low }: Units,
  ) {
    this.#table = table;
    this.#finder = finder;
    this.#bytes = finder.bytes;
    this.#width = width;
    this.#low = low;
  }

  /**
   * Finds the next GUID of the table; {@linkcode start} is then its place.
   *
   * @returns Its index in the table, or -1
   */
  find({ from, limit, isLast }: Extent): number {
    const width = this.#width;
    const low = this.#low;
    const step = 4 * width;
    const end = limit + low;
    // A run that touches the limit may go on behind it.
    const last = limit - (isLast ? GUID_LENGTH : GUID_LENGTH + 1) * width;
    const first = from + FIRST_DASH * width;
    let at = first + low;
    while ((at = this.#finder.find(at, end, width)) < end) {
      const start = this.#startOf(at - low, first);
      if (start > last) return -1;
      if (!this.#isDashed(start)) {
        at += step;
        continue;
      }
      const index = this.#table.find(this.#bytes, start + low, width);
      if (index >= 0 && this.#isAlone(start, limit)) {
        this.start = start;
        return index;
      }
      // No other GUID can begin before the last dash, which would be in a wrong place.
      at = start + low + (LAST_DASH + 1 + FIRST_DASH) * width;
    }
    return -1;
  }

  /**
   * Where a run of hexadecimal digits and dashes begins that ends at the limit,
   * if it may become a GUID; else the limit.
   */
  findOpenRun({ from, limit }: Extent): number {
    const width = this.#width;
    const longest = limit - GUID_LENGTH * width;
    let at = limit;
    // A run that began before `from` was found too long then.
    const least = Math.max(from, longest);
    while (at >= least && this.#isGuidCharacter(at - width)) at -= width;
    return at < least ? limit : at;
  }

  /** The character of ASCII at a place, or NUL. */
  characterAt(place: number): number {
    const low = this.#bytes[place + this.#low] as number;
    const isAscii = this.#width === 1 ||
      this.#bytes[place + 1 - this.#low] === 0;
    return isAscii ? low : 0;
  }

  /** Where a GUID begins if one of its dashes is here; `first` is the least place of a first dash. */
  #startOf(dash: number, first: number): number {
    const distance = DASH_DISTANCE * this.#width;
    const least = Math.max(first, dash - 3 * distance);
    let at = dash;
    while (
      at - distance >= least &&
      this.#bytes[at - distance + this.#low] === DASH
    ) at -= distance;
    return at - FIRST_DASH * this.#width;
  }

  #isDashed(start: number): boolean {
    const bytes = this.#bytes;
    const distance = DASH_DISTANCE * this.#width;
    const second = start + this.#low + FIRST_DASH * this.#width + distance;
    return bytes[second] === DASH && bytes[second + distance] === DASH &&
      bytes[second + 2 * distance] === DASH;
  }

  /** Whether a GUID is whole characters, and no part of a longer run. */
  #isAlone(start: number, limit: number): boolean {
    const width = this.#width;
    const end = start + GUID_LENGTH * width;
    if (this.#isGuidCharacter(start - width)) return false;
    if (end < limit && this.#isGuidCharacter(end)) return false;
    if (width === 1) return true;
    for (let at = start + 1 - this.#low; at < end; at += width) {
      if (this.#bytes[at] !== 0) return false;
    }
    return true;
  }

  #isGuidCharacter(place: number): boolean {
    return isGuidByte(this.characterAt(place));
  }
}
