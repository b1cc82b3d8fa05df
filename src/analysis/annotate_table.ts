import type { Guid } from "../model/record.ts";

/** The value of each byte that is a hexadecimal digit; -1 for any other. */
const DIGITS: Int8Array = makeDigits();

/**
 * Finds the GUIDs of a list in bytes. No string is made of what it is asked
 * about, and most unknown GUIDs end at their first eight digits.
 */
export class GuidTable {
  /** The four words of each GUID. */
  readonly #words: Int32Array;
  /** Whether some GUID has a first word of this hash. */
  readonly #firsts: Uint8Array;
  /** The index of a GUID plus 1, by the hash of all words; 0 is free. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #query = new Int32Array(4);

  /** @param guids GUIDs in canonical form, each once */
  constructor(guids: readonly Guid[]) {
    // At least seven of eight places stay free, so that probing is short.
    const size = 2 ** Math.ceil(Math.log2(8 * guids.length + 8));
    this.#words = new Int32Array(4 * guids.length);
    this.#firsts = new Uint8Array(size);
    this.#slots = new Int32Array(size);
    this.#mask = size - 1;
    guids.forEach((guid, index) => this.#add(guid, index));
  }

  /**
   * Looks up what stands in bytes.
   *
   * @param bytes 36 characters from `at` on, with the dashes of a GUID
   * @param at The place of the first one
   * @param width How many bytes each has, of which the one at its place counts
   * @returns The index of the GUID in the list, or -1
   */
  find(bytes: Uint8Array, at: number, width: number): number {
    const first = readFour(bytes, at, width) << 16 |
      readFour(bytes, at + 4 * width, width);
    if (this.#firsts[mix(first) & this.#mask] === 0) return -1;
    if (!readWords(bytes, { at, width, words: this.#query })) return -1;
    const found = this.#slots[this.#slotOf(this.#query)] as number;
    return found - 1;
  }

  #add(guid: Guid, index: number): void {
    const words = this.#words.subarray(4 * index, 4 * index + 4);
    readWords(new TextEncoder().encode(guid), { at: 0, width: 1, words });
    this.#firsts[mix(words[0] as number) & this.#mask] = 1;
    this.#slots[this.#slotOf(words)] = index + 1;
  }

  /** The place of a GUID, or the free one where it belongs. */
  #slotOf(query: Int32Array): number {
    // Destructuring would run the iterator, here where every GUID passes.
    const a = query[0] as number;
    const b = query[1] as number;
    const c = query[2] as number;
    const d = query[3] as number;
    let slot = mix(a ^ mix(b ^ mix(c ^ mix(d)))) & this.#mask;
    while (true) {
      const at = 4 * (this.#slots[slot] as number) - 4;
      if (at < 0) return slot;
      const words = this.#words;
      if (
        words[at] === a && words[at + 1] === b && words[at + 2] === c &&
        words[at + 3] === d
      ) return slot;
      slot = slot + 1 & this.#mask;
    }
  }
}

/** Whether a byte is a hexadecimal digit or a dash. */
export function isGuidByte(byte: number): boolean {
  return byte === 0x2d || (DIGITS[byte] as number) >= 0;
}

function makeDigits(): Int8Array {
  const digits = new Int8Array(256).fill(-1);
  for (let value = 0; value < 16; value++) {
    const digit = value.toString(16);
    digits[digit.charCodeAt(0)] = value;
    digits[digit.toUpperCase().charCodeAt(0)] = value;
  }
  return digits;
}

/** Four digits as a number; negative if one of them is none. */
function readFour(bytes: Uint8Array, at: number, width: number): number {
  return (DIGITS[bytes[at] as number] as number) << 12 |
    (DIGITS[bytes[at + width] as number] as number) << 8 |
    (DIGITS[bytes[at + 2 * width] as number] as number) << 4 |
    (DIGITS[bytes[at + 3 * width] as number] as number);
}

/** Where the groups of four digits begin, two for each word. */
const GROUPS = [0, 4, 9, 14, 19, 24, 28, 32] as const;

interface WordsPlace {
  readonly at: number;
  readonly width: number;
  /** Where the four words go. */
  readonly words: Int32Array;
}

/** Reads all digits; returns whether they are digits. */
function readWords(
  bytes: Uint8Array,
  { at, width, words }: WordsPlace,
): boolean {
  let all = 0;
  for (let word = 0; word < 4; word++) {
    const high = readFour(
      bytes,
      at + (GROUPS[2 * word] as number) * width,
      width,
    );
    const low = readFour(
      bytes,
      at + (GROUPS[2 * word + 1] as number) * width,
      width,
    );
    words[word] = high << 16 | low;
    all |= high | low;
  }
  return all >= 0;
}

/** Spreads the bits of a word over the lower ones. */
function mix(word: number): number {
  const product = Math.imul(word, 0x9e3779b1);
  return product ^ product >>> 15;
}
