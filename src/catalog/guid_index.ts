import type { Guid } from "../model/record.ts";

/** How many chains each of the four blocks has; a power of two. */
const CHAINS = 1024;
const SHIFT = 22;

/**
 * GUIDs by their four blocks of eight hexadecimal digits. Two GUIDs that differ
 * in up to three digits agree in at least one block, so only those that share a
 * block need be compared.
 */
export class GuidIndex {
  readonly #size: number;
  /** Four blocks a GUID. */
  readonly #words: Uint32Array;
  /** The first GUID of each chain, -1 if there is none. */
  readonly #heads = new Int32Array(4 * CHAINS).fill(-1);
  /** The GUID after each one in the chain of each block. */
  readonly #next: Int32Array;
  readonly #query = new Uint32Array(4);

  constructor(guids: readonly Guid[]) {
    this.#size = guids.length;
    this.#words = new Uint32Array(4 * guids.length);
    this.#next = new Int32Array(4 * guids.length);
    guids.forEach((guid, i) => this.#add(guid, i));
  }

  /**
   * Finds GUIDs that differ in at most three digits.
   *
   * @param guid The GUID in canonical form
   * @param found Called with the index of each GUID found and the digits that differ
   */
  search(guid: Guid, found: (index: number, distance: number) => void): void {
    const query = this.#query;
    readBlocks(guid, query, 0);
    for (let block = 0; block < 4; block++) {
      const word = query[block] as number;
      let i = this.#heads[block * CHAINS + chainOf(word)] as number;
      for (; i >= 0; i = this.#next[block * this.#size + i] as number) {
        if (this.#words[4 * i + block] !== word) continue;
        if (this.#agreesBefore(i, block)) continue;
        const distance = this.#distance(i);
        if (distance <= 3) found(i, distance);
      }
    }
  }

  #add(guid: Guid, i: number): void {
    readBlocks(guid, this.#words, 4 * i);
    for (let block = 0; block < 4; block++) {
      const chain = block * CHAINS +
        chainOf(this.#words[4 * i + block] as number);
      this.#next[block * this.#size + i] = this.#heads[chain] as number;
      this.#heads[chain] = i;
    }
  }

  /** Whether an earlier block agrees too, so that the GUID was already found. */
  #agreesBefore(i: number, block: number): boolean {
    for (let earlier = 0; earlier < block; earlier++) {
      if (this.#words[4 * i + earlier] === this.#query[earlier]) return true;
    }
    return false;
  }

  #distance(i: number): number {
    let count = 0;
    for (let block = 0; block < 4; block++) {
      let bits = (this.#words[4 * i + block] as number) ^
        (this.#query[block] as number);
      bits |= bits >>> 2;
      bits |= bits >>> 1;
      for (bits &= 0x11111111; bits !== 0; bits &= bits - 1) count++;
    }
    return count;
  }
}

function chainOf(word: number): number {
  return Math.imul(word, 0x9e3779b1) >>> SHIFT;
}

/** Reads the 32 digits of a canonical GUID as four numbers. */
function readBlocks(guid: Guid, words: Uint32Array, at: number): void {
  let word = 0;
  let digits = 0;
  for (let i = 0; i < 36; i++) {
    const code = guid.charCodeAt(i);
    if (code === 0x2d) continue;
    word = word << 4 | (code <= 0x39 ? code - 0x30 : code - 0x57);
    if ((++digits & 7) === 0) words[at++] = word;
  }
}
