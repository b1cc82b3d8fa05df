import { UnavailableError } from "../model/errors.ts";
import { decodeWide } from "./wide_string.ts";

/** Memory that native code filled, read by address. Addresses are as native code gives them. */
export interface Memory {
  /**
   * Copies bytes out of the memory.
   *
   * @param address Where they begin; not 0
   * @param sizeBytes How many
   * @returns A copy, which lives on when native code frees its own
   */
  copy(address: bigint, sizeBytes: number): Uint8Array<ArrayBuffer>;
}

/** The memory of this process. */
export const PROCESS_MEMORY: Memory = {
  copy(address, sizeBytes): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(sizeBytes);
    const pointer = Deno.UnsafePointer.create(address);
    // SAFETY: the callers pass addresses out of structures that FwpmFreeMemory0 has not freed yet
    if (pointer !== null && sizeBytes > 0) {
      Deno.UnsafePointerView.copyInto(pointer, bytes);
    }
    return bytes;
  },
};

/** The longest text read, in UTF-16 code units; longer means that it is not one. */
const MAX_TEXT_UNITS = 524_288;
/** The longest blob read, in bytes. */
const MAX_BLOB_BYTES = 16_777_216;
/** The unit of memory protection: what lies on a page with a readable byte is readable. */
const PAGE_BYTES = 4_096;
/** How much of a text is copied first; most end within it. */
const FIRST_TEXT_BYTES = 128;

/**
 * Copies a structure.
 *
 * @param memory Where it is
 * @param address Its address; not 0
 * @param sizeBytes Its size
 * @returns A view of the copy
 */
export function readStruct(
  memory: Memory,
  address: bigint,
  sizeBytes: number,
): DataView<ArrayBuffer> {
  return new DataView(memory.copy(address, sizeBytes).buffer);
}

/**
 * Reads a text that ends with a zero character.
 *
 * @param memory Where it is
 * @param address Its address, or 0
 * @returns The text with unpaired surrogates as they are, or null for address 0
 * @throws {UnavailableError} If it does not end within 524,288 characters
 */
export function readWideText(memory: Memory, address: bigint): string | null {
  if (address === 0n) return null;
  let text = "";
  let next = address;
  let wanted = FIRST_TEXT_BYTES;
  while (text.length <= MAX_TEXT_UNITS) {
    // Reading past the page of the closing zero could touch memory that is not there
    const bytes = memory.copy(next, Math.min(wanted, bytesToPageEnd(next)));
    const end = findZero(bytes);
    if (end >= 0) return text + decodeWide(bytes.subarray(0, end));
    text += decodeWide(bytes);
    next += BigInt(bytes.byteLength);
    wanted = PAGE_BYTES;
  }
  throw new UnavailableError(
    "engineAnswer",
    `Cannot read the filter engine's answer: a text is longer than ${MAX_TEXT_UNITS} characters`,
  );
}

/**
 * Copies bytes whose number native code gave.
 *
 * @param memory Where they are
 * @param address Their address, or 0
 * @param sizeBytes How many
 * @returns The copy; empty for address 0
 * @throws {UnavailableError} If there are more than 16 MiB
 */
export function readBlob(
  memory: Memory,
  address: bigint,
  sizeBytes: number,
): Uint8Array<ArrayBuffer> {
  if (address === 0n || sizeBytes === 0) return new Uint8Array();
  checkCount("bytes of a value", sizeBytes, MAX_BLOB_BYTES);
  return memory.copy(address, sizeBytes);
}

/**
 * Refuses a number from native code that cannot be true.
 *
 * @throws {UnavailableError} If `count` is greater than `limit`
 */
export function checkCount(what: string, count: number, limit: number): void {
  if (count <= limit) return;
  throw new UnavailableError(
    "engineAnswer",
    `Cannot read the filter engine's answer: ${count} ${what}, of which at most ${limit} are read`,
  );
}

function bytesToPageEnd(address: bigint): number {
  const left = PAGE_BYTES - Number(address % BigInt(PAGE_BYTES));
  // A character across two pages, in a text at an odd address, is read whole: it is not the zero's page yet
  return left === 1 ? 2 : left & ~1;
}

function findZero(bytes: Uint8Array): number {
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    if (bytes[i] === 0 && bytes[i + 1] === 0) return i;
  }
  return -1;
}
