import { UnavailableError } from "../model/errors.ts";
import { decodeUnits } from "./wide_string.ts";

/** The unit of memory protection: where one byte is readable, its whole page is. */
export const PAGE_BYTES = 4_096;

/** A copy of a page of memory, only to be read. */
export class Page {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same bytes as UTF-16 units. */
  readonly #units: Uint16Array<ArrayBuffer>;

  /** @param bytes The copy, `PAGE_BYTES` long, at an even place of its buffer */
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
    const { buffer, byteOffset } = bytes;
    this.#units = new Uint16Array(buffer, byteOffset, PAGE_BYTES / 2);
  }

  /**
   * Finds the zero character that ends a text.
   *
   * @param start Where the text begins, in UTF-16 units
   * @returns Where the zero is, or -1 if the text goes on behind the page
   */
  findZero(start: number): number {
    return this.#units.indexOf(0, start);
  }

  /**
   * Gives a part of the page as text.
   *
   * @param start Its first UTF-16 unit
   * @param end The unit after its last one
   * @returns The text with unpaired surrogates as they are
   */
  readText(start: number, end: number): string {
    return decodeUnits(this.#units.subarray(start, end));
  }
}

/**
 * Memory that native code filled, read page by page. Addresses are numbers:
 * those of a process are far below 2^53.
 */
export interface Memory {
  /**
   * Copies a page out of the memory.
   *
   * @param number The address divided by {@linkcode PAGE_BYTES}; not 0
   * @returns The copy
   */
  page(number: number): Page;
}

/** The longest text read, in UTF-16 code units; longer means that it is not one. */
const MAX_TEXT_UNITS = 524_288;
/** The longest blob read, in bytes. */
const MAX_BLOB_BYTES = 16_777_216;

/** The memory of this process. What native code answers lies close together, so a page is copied once. */
export class ProcessMemory implements Memory {
  readonly #pages = new Map<number, Page>();
  /** Bytes to be filled again: thousands of new ones would keep the collector busy. */
  readonly #spare: Uint8Array<ArrayBuffer>[] = [];

  page(number: number): Page {
    let page = this.#pages.get(number);
    if (page === undefined) {
      const bytes = this.#spare.pop() ?? new Uint8Array(PAGE_BYTES);
      copyPage(number, bytes);
      page = new Page(bytes);
      this.#pages.set(number, page);
    }
    return page;
  }

  /**
   * Forgets the copies, and what was read of them; to be called whenever native
   * code may have written or freed.
   */
  forget(): void {
    for (const { bytes } of this.#pages.values()) this.#spare.push(bytes);
    this.#pages.clear();
  }
}

function copyPage(number: number, bytes: Uint8Array<ArrayBuffer>): void {
  const pointer = Deno.UnsafePointer.create(BigInt(number * PAGE_BYTES));
  // SAFETY: the address is out of a structure that is not freed yet, and all of its page is readable with it
  if (pointer !== null) Deno.UnsafePointerView.copyInto(pointer, bytes);
}

/**
 * Reads a pointer.
 *
 * @param view The structure that holds it
 * @param offset Where in it
 * @returns The address, 0 for a null pointer
 * @throws {UnavailableError} If it cannot be one
 */
export function readAddress(view: DataView, offset: number): number {
  const address = view.getUint32(offset + 4, true) * 0x1_0000_0000 +
    view.getUint32(offset, true);
  if (Number.isSafeInteger(address)) return address;
  throw createAnswerError("a pointer leads outside the memory of the process");
}

/**
 * Reads a structure.
 *
 * @param memory Where it is
 * @param address Its address; not 0
 * @param sizeBytes Its size
 * @returns A view of a copy, only to be read, until the memory forgets
 */
export function readStruct(
  memory: Memory,
  address: number,
  sizeBytes: number,
): DataView<ArrayBuffer> {
  const bytes = readBytes(memory, address, sizeBytes);
  return new DataView(bytes.buffer, bytes.byteOffset, sizeBytes);
}

/**
 * Reads bytes whose number native code gave.
 *
 * @param memory Where they are
 * @param address Their address, or 0
 * @param sizeBytes How many
 * @returns A copy, only to be read, until the memory forgets; empty for address 0
 * @throws {UnavailableError} If there are more than 16 MiB
 */
export function readBlob(
  memory: Memory,
  address: number,
  sizeBytes: number,
): Uint8Array<ArrayBuffer> {
  if (address === 0 || sizeBytes === 0) return new Uint8Array();
  checkCount("bytes of a value", sizeBytes, MAX_BLOB_BYTES);
  return readBytes(memory, address, sizeBytes);
}

function readBytes(
  memory: Memory,
  address: number,
  sizeBytes: number,
): Uint8Array<ArrayBuffer> {
  const start = address % PAGE_BYTES;
  const first = (address - start) / PAGE_BYTES;
  if (start + sizeBytes <= PAGE_BYTES) {
    return memory.page(first).bytes.subarray(start, start + sizeBytes);
  }
  const bytes = new Uint8Array(sizeBytes);
  for (let i = 0; i * PAGE_BYTES < start + sizeBytes; i++) {
    const at = i * PAGE_BYTES - start;
    const skipped = Math.max(0, -at);
    bytes.set(
      memory.page(first + i).bytes.subarray(skipped, sizeBytes - at),
      at + skipped,
    );
  }
  return bytes;
}

/**
 * Reads a text that ends with a zero character. No page after the zero's is touched.
 *
 * @param memory Where it is
 * @param address Its address, or 0
 * @returns The text with unpaired surrogates as they are, or null for address 0
 * @throws {UnavailableError} If it is not aligned, or does not end within 524,288 characters
 */
export function readWideText(memory: Memory, address: number): string | null {
  if (address === 0) return null;
  if (address % 2 !== 0) throw createAnswerError("a text is at an odd address");
  let text = "";
  let start = address % PAGE_BYTES / 2;
  for (let number = Math.floor(address / PAGE_BYTES);; number++) {
    const page = memory.page(number);
    const end = page.findZero(start);
    text += page.readText(start, end < 0 ? PAGE_BYTES / 2 : end);
    if (end >= 0) return text;
    checkCount("characters of a text", text.length, MAX_TEXT_UNITS);
    start = 0;
  }
}

/**
 * Refuses a number from native code that cannot be true.
 *
 * @throws {UnavailableError} If `count` is greater than `limit`
 */
export function checkCount(what: string, count: number, limit: number): void {
  if (count <= limit) return;
  throw createAnswerError(
    `${count} ${what}, and the limit is ${limit}`,
  );
}

function createAnswerError(reason: string): UnavailableError {
  return new UnavailableError(
    "engineAnswer",
    `Cannot read the filter engine's answer: ${reason}`,
    { hint: "try again; if it happens every time, report it" },
  );
}
