/**
 * Finds dashes among every fourth character: where annotating spends its time.
 * The fast way compares 16 bytes at once, in a module of WebAssembly that is
 * written out here; it needs no warming up. The plain way says the same.
 *
 * @module
 */

/** Looks for dashes in a buffer of its own. */
export interface DashFinder {
  readonly bytes: Uint8Array;
  /**
   * Looks at every fourth character.
   *
   * @param from The first place to look at
   * @param end No dash behind it counts
   * @param width The bytes of a character
   * @returns The place of the dash, or one at or behind the end
   */
  find(from: number, end: number, width: 1 | 2): number;
}

const DASH = 0x2d;
const PAGE_BYTES = 1 << 16;
const VECTOR_BYTES = 16;

/**
 * Makes the fastest finder that this machine can run.
 *
 * @param sizeBytes The size of its buffer
 */
export function makeDashFinder(sizeBytes: number): DashFinder {
  try {
    return makeVectorFinder(sizeBytes);
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) {
      return makePlainFinder(sizeBytes);
    }
    throw error;
  }
}

/** Makes a finder that looks at one character after another. */
export function makePlainFinder(sizeBytes: number): DashFinder {
  const bytes = new Uint8Array(sizeBytes);
  return {
    bytes,
    find: (from, end, width) => {
      let at = from;
      while (at < end && bytes[at] !== DASH) at += 4 * width;
      return at;
    },
  };
}

/**
 * Makes a finder that looks at 16 bytes at once.
 *
 * @throws {WebAssembly.CompileError} If the processor has no vectors
 */
export function makeVectorFinder(sizeBytes: number): DashFinder {
  // A vector that begins before the end may reach behind it.
  const pages = Math.ceil((sizeBytes + VECTOR_BYTES) / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const module = new WebAssembly.Module(assembleModule());
  const { exports } = new WebAssembly.Instance(module, { m: { m: memory } });
  const find = exports["f"] as (
    from: number,
    end: number,
    mask: number,
  ) => number;
  return {
    bytes: new Uint8Array(memory.buffer, 0, sizeBytes),
    find: (from, end, width) => find(from, end, width === 1 ? 0x1111 : 0x0101),
  };
}

const [AT, END, MASK, BITS] = [0, 1, 2, 3];
const I32 = 0x7f;
const NONE = 0x40;

/**
 * `f(at, end, mask)`: compares vectors until a byte of one that the mask selects
 * is a dash, or until the end; returns the place of that byte.
 */
const CODE: readonly number[] = [
  ...[1, 1, I32], // locals: bits
  ...[0x02, NONE], // block
  ...[0x03, NONE], // loop
  ...[0x20, AT, 0x20, END, 0x4f, 0x0d, 1], // leave the block if at >= end
  ...[0x20, AT, 0xfd, 0x00, 0, 0], // v128.load at
  ...[0xfd, 0x0c, ...Array<number>(VECTOR_BYTES).fill(DASH)], // v128.const
  ...[0xfd, 0x23], // i8x16.eq
  ...[0xfd, 0xe4, 0x00], // i8x16.bitmask
  ...[0x20, MASK, 0x71, 0x22, BITS], // bits = … & mask
  ...[0x0d, 1], // leave the block if bits
  ...[0x20, AT, 0x41, VECTOR_BYTES, 0x6a, 0x21, AT], // at += 16
  ...[0x0c, 0], // go on with the loop
  ...[0x0b, 0x0b], // end of the loop and the block
  // at + the number of the lowest bit, 16 if there is none
  ...[0x20, AT, 0x20, BITS, 0x41, 0x80, 0x80, 0x04, 0x72, 0x68, 0x6a],
  0x0b, // end of the function
];

function assembleModule(): Uint8Array<ArrayBuffer> {
  const [m, f] = [0x6d, 0x66];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // "\0asm", version 1
    ...section(1, [1, 0x60, 3, I32, I32, I32, 1, I32]), // the type of f
    ...section(2, [1, 1, m, 1, m, 0x02, 0x00, 1]), // import memory m.m
    ...section(3, [1, 0]), // f is of that type
    ...section(7, [1, 1, f, 0x00, 0]), // export f
    ...section(10, [1, CODE.length, ...CODE]),
  ]);
}

/** Sections here are shorter than 128 bytes, so one byte holds their length. */
function section(id: number, content: readonly number[]): number[] {
  return [id, content.length, ...content];
}
