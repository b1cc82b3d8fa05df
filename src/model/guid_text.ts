/**
 * Texts that people hold when they ask for a GUID, in every spelling that
 * Windows tools, headers and registry files use.
 *
 * @module
 */

import { decodeBase64 } from "@std/encoding/base64";
import { guidFromDigits } from "./guid.ts";
import { type ByteOrder, guidFromBytes } from "./guid_bytes.ts";
import { findGuidCore, type GuidCore } from "./guid_core.ts";
import { findGuidDefect, type GuidDefect } from "./guid_defect.ts";
import { findGuidInCode } from "./guid_in_code.ts";
import { listNumbers, type NumberToken } from "./number_tokens.ts";
import type { Guid } from "./record.ts";

/** How a text was read as a GUID. */
export type GuidReadingName =
  | "guid"
  | "c"
  | "digits"
  | "bytes, little-endian"
  | "bytes, big-endian";

/** One GUID that a text may mean. */
export interface GuidReading {
  readonly guid: Guid;
  readonly reading: GuidReadingName;
  /** Whether the text may as well be something else, so that only a known GUID counts. */
  readonly tentative: boolean;
}

/** What {@linkcode readGuid} found. */
export type GuidText =
  | { readonly type: "guid"; readonly readings: readonly GuidReading[] }
  | { readonly type: "malformed"; readonly defect: GuidDefect }
  | { readonly type: "other" };

const DASHED_REGEXP =
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const OTHER: GuidText = { type: "other" };
/** Longer texts are no GUID in any spelling, comments and line breaks included. */
const LONGEST = 4096;

/**
 * Reads a GUID in any spelling: braces, parentheses, quotes, bare, without dashes,
 * `urn:uuid:`, a C initialiser flat or nested, a `DEFINE_GUID` or `const GUID`
 * definition, .NET's `X`, and 16 bytes as hexadecimal, `0x..` list, `\x..`, `hex:`
 * of a `.reg` file, JSON array or Base64.
 *
 * @param text The text; blanks around it are ignored
 * @returns Every GUID that the text may mean, the likelier first; what is wrong
 *   with a text that only begins like a GUID; or `other`
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(readGuid("{C38D57D1-05A7-4C33-904F-7FBCEEE60E82}"), {
 *   type: "guid",
 *   readings: [{
 *     guid: "c38d57d1-05a7-4c33-904f-7fbceee60e82",
 *     reading: "guid",
 *     tentative: false,
 *   }],
 * });
 * ```
 */
export function readGuid(text: string): GuidText {
  if (text.length === 36 && DASHED_REGEXP.test(text)) return dashed(text);
  if (text.length > LONGEST && text.trim() !== "") return OTHER;
  const core = findGuidCore(text);
  if (DASHED_REGEXP.test(core.text)) {
    return core.unclosed === null ? dashed(core.text) : notClosed(core);
  }
  return readNumbers(core) ?? readHexDigits(core) ?? readEscapes(core) ??
    readBase64(core.text) ?? readInCode(text) ?? readDefect(core) ?? OTHER;
}

/** A registry value or a constructor: what it is given is read by itself. */
function readInCode(text: string): GuidText | null {
  const part = findGuidInCode(text);
  if (part === null) return null;
  const read = readGuid(part.text);
  return read.type === "malformed"
    ? malformed(part.offset + read.defect.position, read.defect.detail)
    : read;
}

function readDefect(core: GuidCore): GuidText | null {
  const defect = findGuidDefect(core);
  return defect === null ? null : { type: "malformed", defect };
}

function dashed(text: string): GuidText {
  return found([{
    guid: text.toLowerCase(),
    reading: "guid",
    tentative: false,
  }]);
}

function found(readings: readonly GuidReading[]): GuidText {
  return { type: "guid", readings };
}

function malformed(position: number, detail: string): GuidText {
  return { type: "malformed", defect: { position, detail } };
}

function notClosed(core: GuidCore): GuidText {
  return malformed(
    core.offset + core.text.length + 1,
    `it ends without the closing ${core.unclosed}`,
  );
}

const BOTH_ORDERS: readonly ByteOrder[] = ["little-endian", "big-endian"];

function readingsOfBytes(bytes: Uint8Array, tentative = false): GuidText {
  return found(BOTH_ORDERS.map((order) => ({
    guid: guidFromBytes(bytes, order),
    reading: `bytes, ${order}` as const,
    tentative,
  })));
}

const REG_REGEXP = /^hex(?:\([0-9a-f]+\))?:/i;

/** 32 digits in a row, or pairs of digits with blanks, colons, dashes or commas between them. */
function readHexDigits(core: GuidCore): GuidText | null {
  const text = /^0x/i.test(core.text)
    ? core.text.slice(2).replaceAll("_", "")
    : core.text;
  if (/^[0-9a-f]{32}$/i.test(text)) {
    const bytes = bytesOfHex(text);
    return found([
      { guid: guidFromDigits(text), reading: "digits", tentative: false },
      {
        guid: guidFromBytes(bytes, "little-endian"),
        reading: "bytes, little-endian",
        tentative: false,
      },
    ]);
  }
  const value = text.replace(REG_REGEXP, "");
  const pairs = value.replace(/\\\r?\n/g, "").trim();
  if (/^(?:[0-9a-f]{2}(?:[ :,-]|,?\s+)){15}[0-9a-f]{2}[,;]?$/i.test(pairs)) {
    return readingsOfBytes(bytesOfHex(pairs.replace(/[^0-9a-f]/gi, "")));
  }
  const [list = ""] = /^(?:[0-9a-f]{2}(?:[ :,-]|$))*/i.exec(pairs) ?? [];
  const count = Math.ceil(list.length / 3);
  if (count < 4 && value === text) return null;
  return malformed(
    core.offset + core.text.length + 1,
    `${count} bytes, where a GUID has 16`,
  );
}

function bytesOfHex(digits: string): Uint8Array {
  return Uint8Array.from(
    { length: digits.length / 2 },
    (_, i) => parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}

/** `\xd1\x57…`, the string of a C, Python or Ruby source. */
function readEscapes(core: GuidCore): GuidText | null {
  const escapes = /^b?["']?((?:\\x[0-9a-f]{2})+)["']?$/i.exec(core.text);
  const digits = escapes?.[1]?.replace(/\\x/gi, "");
  if (digits === undefined) return null;
  if (digits.length === 32) return readingsOfBytes(bytesOfHex(digits));
  return malformed(
    core.offset + core.text.length + 1,
    `${digits.length / 2} bytes, where a GUID has 16`,
  );
}

/** 16 bytes in Base64, or in its form for addresses without padding. */
function readBase64(text: string): GuidText | null {
  const standard = /^[A-Za-z0-9+/]{21}[AQgw]==$/.test(text);
  if (!standard && !/^[A-Za-z0-9_-]{21}[AQgw]$/.test(text)) return null;
  const plain = text.replaceAll("-", "+").replaceAll("_", "/")
    .replace(/=+$/, "");
  return readingsOfBytes(decodeBase64(`${plain}==`), !standard);
}

const CODE_REGEXP = /0x|\bGUID\b|\bbyte\b|DEFINE_|^[\s@[{(]*-?\d+\s*,/i;
/** Decimal numbers and nothing else: what can only be meant as bytes. */
const LIST_REGEXP = /^[\s@[{(]*-?\d+(?:\s*,\s*-?\d+){3,}\s*[\])}]*$/;

/** Numbers with commas: the fields of a C initialiser, or 16 bytes. */
function readNumbers({ text, offset }: GuidCore): GuidText | null {
  if (!CODE_REGEXP.test(text) || !text.includes(",")) return null;
  const tokens = listNumbers(text);
  if (tokens.length === 16) {
    const wide = tokens.find(({ value }) => value < 0 || value > 0xff);
    if (wide === undefined) {
      return readingsOfBytes(Uint8Array.from(tokens, ({ value }) => value));
    }
    return malformed(
      offset + wide.position,
      `the number ${wide.text} does not fit into a byte`,
    );
  }
  if (tokens.length === 11) return readFields(tokens, offset);
  if (!/0x/i.test(text) && !LIST_REGEXP.test(text)) return null;
  return malformed(
    offset + text.length + 1,
    `${tokens.length} numbers, where a GUID has 11 fields or 16 bytes`,
  );
}

function readFields(
  tokens: readonly NumberToken[],
  offset: number,
): GuidText {
  let digits = "";
  for (const [i, token] of tokens.entries()) {
    const width = i === 0 ? 8 : i < 3 ? 4 : 2;
    const written = token.value.toString(16).padStart(width, "0");
    if (token.value < 0 || written.length > width) {
      return malformed(
        offset + token.position,
        `the number ${token.text} does not fit into ${width * 4} bits`,
      );
    }
    digits += written;
  }
  return found([{
    guid: guidFromDigits(digits),
    reading: "c",
    tentative: false,
  }]);
}
