import { decodeHex, encodeHex } from "@std/encoding/hex";
import { guidDigits, guidFromDigits, swapGuidBytes } from "./guid.ts";
import type { Guid } from "./record.ts";

/** The order of the 16 bytes: as Windows keeps a `GUID` in memory, or as its digits are written. */
export type ByteOrder = "little-endian" | "big-endian";

/**
 * Reads a GUID from its 16 bytes.
 *
 * @param bytes Exactly 16 bytes
 * @param order `little-endian` for a `GUID` in the memory of Windows
 */
export function guidFromBytes(
  bytes: Uint8Array,
  order: ByteOrder,
): Guid {
  const guid = guidFromDigits(encodeHex(bytes));
  return order === "big-endian" ? guid : swapGuidBytes(guid);
}

/** The bytes that pairs of hexadecimal digits write. */
export function bytesOfHex(digits: string): Uint8Array {
  return Uint8Array.from(
    { length: digits.length / 2 },
    (_, i) => parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}

/** The 16 bytes of a canonical GUID. */
export function guidToBytes(guid: Guid, order: ByteOrder): Uint8Array {
  return decodeHex(
    guidDigits(order === "big-endian" ? guid : swapGuidBytes(guid)),
  );
}
