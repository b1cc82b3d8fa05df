/**
 * GUIDs as values: canonical text, bytes in memory and the spellings that
 * programs write.
 *
 * @module
 */

import { encodeBase64 } from "@std/encoding/base64";
import { decodeHex, encodeHex } from "@std/encoding/hex";
import type { Guid } from "./record.ts";

/** The order of the 16 bytes: as Windows keeps a `GUID` in memory, or as its digits are written. */
export type ByteOrder = "little-endian" | "big-endian";

/** The spellings that {@linkcode formatGuid} writes. */
export const GUID_SPELLINGS = [
  "bare",
  "braces",
  "parentheses",
  "digits",
  "upper",
  "urn",
  "c",
  "c-flat",
  "bytes",
  "reg",
  "json",
  "base64",
] as const;

/** A name of a spelling. */
export type GuidSpelling = typeof GUID_SPELLINGS[number];

/** The GUID of sixteen zero bytes, which Windows writes for "none". */
export const NIL_GUID: Guid = "00000000-0000-0000-0000-000000000000";

const CANONICAL_REGEXP = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text is a GUID in canonical form: lower case, no braces. */
export function isCanonicalGuid(text: string): boolean {
  return text.length === 36 && CANONICAL_REGEXP.test(text);
}

/** Puts the dashes into 32 hexadecimal digits. */
export function guidFromDigits(digits: string): Guid {
  const d = digits.toLowerCase();
  return `${d.slice(0, 8)}-${d.slice(8, 12)}-${d.slice(12, 16)}-${
    d.slice(16, 20)
  }-${d.slice(20)}`;
}

/** The 32 hexadecimal digits of a canonical GUID. */
export function guidDigits(guid: Guid): string {
  return guid.slice(0, 8) + guid.slice(9, 13) + guid.slice(14, 18) +
    guid.slice(19, 23) + guid.slice(24);
}

/**
 * The GUID whose first three fields have their bytes in the other order: what a
 * program shows that confuses the two orders of 16 bytes.
 */
export function swapGuidBytes(guid: Guid): Guid {
  const d = guidDigits(guid);
  return guidFromDigits(
    d.slice(6, 8) + d.slice(4, 6) + d.slice(2, 4) + d.slice(0, 2) +
      d.slice(10, 12) + d.slice(8, 10) + d.slice(14, 16) + d.slice(12, 14) +
      d.slice(16),
  );
}

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

/** The 16 bytes of a canonical GUID. */
export function guidToBytes(guid: Guid, order: ByteOrder): Uint8Array {
  return decodeHex(
    guidDigits(order === "big-endian" ? guid : swapGuidBytes(guid)),
  );
}

/**
 * Writes a canonical GUID in a spelling.
 *
 * @param guid A canonical GUID
 * @param spelling One of {@linkcode GUID_SPELLINGS}; `bytes`, `reg`, `json` and
 *   `base64` are in the order of Windows' memory
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(
 *   formatGuid("c38d57d1-05a7-4c33-904f-7fbceee60e82", "reg"),
 *   "hex:d1,57,8d,c3,a7,05,33,4c,90,4f,7f,bc,ee,e6,0e,82",
 * );
 * ```
 */
export function formatGuid(guid: Guid, spelling: GuidSpelling): string {
  switch (spelling) {
    case "bare":
      return guid;
    case "braces":
      return `{${guid}}`;
    case "parentheses":
      return `(${guid})`;
    case "digits":
      return guidDigits(guid);
    case "upper":
      return guid.toUpperCase();
    case "urn":
      return `urn:uuid:${guid}`;
    case "c": {
      const [first, last] = cFields(guid);
      return `{ ${first}, { ${last} } }`;
    }
    case "c-flat":
      return cFields(guid).join(", ");
    case "bytes":
      return hexBytes(guid).join(" ");
    case "reg":
      return `hex:${hexBytes(guid).join(",")}`;
    case "json":
      return JSON.stringify([...guidToBytes(guid, "little-endian")]);
    case "base64":
      return encodeBase64(guidToBytes(guid, "little-endian"));
  }
}

function cFields(guid: Guid): [string, string] {
  const d = guidDigits(guid);
  const last = [];
  for (let i = 16; i < 32; i += 2) last.push(`0x${d.slice(i, i + 2)}`);
  return [
    `0x${d.slice(0, 8)}, 0x${d.slice(8, 12)}, 0x${d.slice(12, 16)}`,
    last.join(", "),
  ];
}

function hexBytes(guid: Guid): string[] {
  return Array.from(
    guidToBytes(guid, "little-endian"),
    (byte) => byte.toString(16).padStart(2, "0"),
  );
}

/**
 * The positions at which the hexadecimal digits of two GUIDs differ.
 *
 * @returns Offsets into the canonical text of 36 characters, counted from 0
 */
export function differingDigits(a: Guid, b: Guid): number[] {
  const places = [];
  for (let i = 0; i < 36; i++) if (a[i] !== b[i]) places.push(i);
  return places;
}
