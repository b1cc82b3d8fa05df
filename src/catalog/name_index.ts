import { editDistance } from "./edit_distance.ts";

/** Kinds of characters that are counted apart. */
const CLASSES = 32;

/** One way to write a name. */
interface Key {
  readonly text: string;
  /** The number of what it names. */
  readonly owner: number;
}

/**
 * Names by length, with the letters that each one has, so that most names are
 * ruled out before their edit distance is measured.
 */
export class NameIndex {
  readonly #keys: readonly Key[];
  /** Where in `#keys` the names of each length begin. */
  readonly #starts: Uint32Array;
  readonly #masks: Int32Array;
  readonly #counts: Uint8Array;
  readonly #longest: number;
  readonly #query = new Uint8Array(CLASSES);

  constructor(keys: readonly Key[]) {
    this.#keys = keys.toSorted((a, b) => a.text.length - b.text.length);
    this.#longest = this.#keys.at(-1)?.text.length ?? 0;
    this.#starts = new Uint32Array(this.#longest + 2);
    for (const { text } of keys) {
      for (let n = text.length + 1; n <= this.#longest + 1; n++) {
        this.#starts[n] = (this.#starts[n] as number) + 1;
      }
    }
    this.#counts = new Uint8Array(keys.length * CLASSES);
    this.#masks = new Int32Array(keys.length);
    this.#keys.forEach(({ text }, i) => {
      const counts = this.#counts.subarray(i * CLASSES, (i + 1) * CLASSES);
      this.#masks[i] = countCharacters(text, counts);
    });
  }

  /**
   * Finds names within an edit distance.
   *
   * @param text The name in lower case
   * @param bound The greatest distance
   * @param found Called with the owner of each name found and the distance
   */
  search(
    text: string,
    bound: number,
    found: (owner: number, distance: number) => void,
  ): void {
    if (text.length > this.#longest + bound) return;
    this.#query.fill(0);
    const mask = countCharacters(text, this.#query);
    const shortest = Math.max(0, text.length - bound);
    const end = this
      .#starts[Math.min(this.#longest, text.length + bound) + 1] as number;
    for (let i = this.#starts[shortest] as number; i < end; i++) {
      // One edit takes away at most one kind of character and adds one.
      if (bitCount((this.#masks[i] as number) ^ mask) > 2 * bound) continue;
      if (this.#countsDiffer(i, bound)) continue;
      const { text: key, owner } = this.#keys[i] as Key;
      const distance = editDistance(text, key, bound);
      if (distance <= bound) found(owner, distance);
    }
  }

  /** Whether too many characters are on one side only. */
  #countsDiffer(i: number, bound: number): boolean {
    const at = i * CLASSES;
    let more = 0;
    let fewer = 0;
    for (let c = 0; c < CLASSES; c++) {
      const difference = (this.#counts[at + c] as number) -
        (this.#query[c] as number);
      if (difference > 0) more += difference;
      else fewer -= difference;
    }
    return more > bound || fewer > bound;
  }
}

/** Counts the characters of a name by kind; returns the kinds that occur as bits. */
function countCharacters(text: string, counts: Uint8Array): number {
  let mask = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = text.charCodeAt(i) & (CLASSES - 1);
    mask |= 1 << kind;
    counts[kind] = (counts[kind] as number) + 1;
  }
  return mask;
}

function bitCount(bits: number): number {
  bits -= bits >>> 1 & 0x55555555;
  bits = (bits & 0x33333333) + (bits >>> 2 & 0x33333333);
  return Math.imul(bits + (bits >>> 4) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
