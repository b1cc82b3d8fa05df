import { encodeBase64 } from "@std/encoding/base64";
import { guidDigits } from "./guid.ts";
import { guidToBytes } from "./guid_bytes.ts";
import type { Guid } from "./record.ts";

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

/**
 * Writes a canonical GUID in a spelling.
 *
 * @param guid A canonical GUID
 * @param spelling One of {@linkcode GUID_SPELLINGS}; `bytes`, `reg`, `json` and
 *   `base64` are in the order of Windows' memory
 * @returns The GUID in that spelling
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
