/**
 * Texts that people hold when they ask for a GUID, in every spelling that
 * Windows tools, headers and registry files use.
 *
 * @module
 */

import { type ByteOrder, guidFromBytes, guidFromDigits } from "./guid.ts";
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

/** What is wrong with a text that begins like a GUID. */
export interface GuidDefect {
  /** The first character that cannot be, counted from 1; one past the end if the text is too short. */
  readonly position: number;
  /** What is wrong, as a phrase without a full stop. */
  readonly detail: string;
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
const PAIRS: Readonly<Record<string, string>> = {
  "{": "}",
  "(": ")",
  '"': '"',
  "'": "'",
  "`": "`",
  "[": "]",
};

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
  if (text.length > LONGEST) return OTHER;
  const core = unwrap(text);
  if (DASHED_REGEXP.test(core.text)) {
    return core.unclosed === null ? dashed(core.text) : notClosed(core);
  }
  return readNumbers(core) ?? readHexDigits(core) ?? readEscapes(core) ??
    readBase64(core.text) ?? findDefect(core) ?? OTHER;
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

function notClosed(core: Core): GuidText {
  return malformed(
    core.offset + core.text.length + 1,
    `it ends without the closing ${core.unclosed}`,
  );
}

interface Core {
  readonly text: string;
  /** How many characters stand before it. */
  readonly offset: number;
  /** The bracket that was opened round it and not closed, if any. */
  readonly unclosed: string | null;
}

/** Takes off blanks, quotes, brackets and `urn:uuid:`, from outside in. */
function unwrap(text: string): Core {
  let start = 0;
  let end = text.length;
  let unclosed: string | null = null;
  const trim = (): void => {
    while (start < end && text.charCodeAt(start) <= 0x20) start++;
    while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
  };
  trim();
  while (end > start) {
    const close = PAIRS[text.charAt(start)];
    if (close === undefined) break;
    if (end - start > 1 && text[end - 1] === close) end--;
    else unclosed = close;
    start++;
    trim();
    if (unclosed !== null) break;
  }
  const prefix = /^(?:urn:)?uuid:\s*/i.exec(text.slice(start, end));
  if (prefix !== null) {
    const inner = unwrap(text.slice(start + prefix[0].length, end));
    return { ...inner, offset: inner.offset + start + prefix[0].length };
  }
  return { text: text.slice(start, end), offset: start, unclosed };
}

const BOTH_ORDERS: readonly ByteOrder[] = ["little-endian", "big-endian"];

function readingsOfBytes(bytes: Uint8Array, tentative = false): GuidText {
  return found(BOTH_ORDERS.map((order) => ({
    guid: guidFromBytes(bytes, order),
    reading: `bytes, ${order}` as const,
    tentative,
  })));
}

/** 32 digits in a row, or pairs of digits with blanks, colons, dashes or commas between them. */
function readHexDigits(core: Core): GuidText | null {
  const text = core.text.replace(/^0x/i, "");
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
  const pairs = text.replace(/^hex(?:\([0-9a-f]+\))?:/i, "")
    .replace(/\\\r?\n/g, "").trim();
  if (/^(?:[0-9a-f]{2}(?:[ :,-]|,?\s+)){15}[0-9a-f]{2}[,;]?$/i.test(pairs)) {
    return readingsOfBytes(bytesOfHex(pairs.replace(/[^0-9a-f]/gi, "")));
  }
  const list = /^[0-9a-f]{2}(?:[ :,-][0-9a-f]{2}){3,}/i.exec(pairs);
  if (list === null) return null;
  return malformed(
    core.offset + core.text.length + 1,
    `${(list[0].length + 1) / 3} bytes, where a GUID has 16`,
  );
}

function bytesOfHex(digits: string): Uint8Array {
  return Uint8Array.from(
    { length: digits.length / 2 },
    (_, i) => parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
}

/** `\xd1\x57…`, the string of a C, Python or Ruby source. */
function readEscapes(core: Core): GuidText | null {
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
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(plain, (unit) => unit.charCodeAt(0));
  return readingsOfBytes(bytes, !standard);
}

const CODE_REGEXP = /0x|\bGUID\b|DEFINE_|^\s*[[{(]?\s*\d+\s*,/i;

/** Numbers with commas: the fields of a C initialiser, or 16 bytes. */
function readNumbers({ text, offset }: Core): GuidText | null {
  if (!CODE_REGEXP.test(text) || !text.includes(",")) return null;
  const tokens = listNumbers(text);
  if (tokens.length === 16) {
    const wide = tokens.find((token) => token.value > 0xff);
    if (wide === undefined) {
      return readingsOfBytes(Uint8Array.from(tokens, ({ value }) => value));
    }
    return malformed(
      offset + wide.position,
      `the number ${wide.text} does not fit into a byte`,
    );
  }
  if (tokens.length === 11) return readFields(tokens, offset);
  if (!/0x/i.test(text)) return null;
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
    if (written.length > width) {
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

const BEGINS_REGEXP =
  /^(?:[0-9a-f]{8}(?![0-9a-z_])|[0-9a-f]{9,}|[0-9a-f]{1,8}-[0-9a-f]{1,4}-|\w{8}-\w{4}-\w{4}-\w{4}-\w{12}$)/i;

/** Says where a text that begins like a GUID stops being one. */
function findDefect(core: Core): GuidText | null {
  const { text, offset } = core;
  if (text === "") {
    return malformed(offset + 1, "the text is empty");
  }
  if (!BEGINS_REGEXP.test(text) || /[*?]/.test(text)) return null;
  const hasDashes = text.includes("-");
  const length = hasDashes ? 36 : 32;
  for (let i = 0; i < Math.min(text.length, length); i++) {
    const wantsDash = hasDashes &&
      (i === 8 || i === 13 || i === 18 || i === 23);
    const character = String.fromCodePoint(text.codePointAt(i) ?? 0);
    if (wantsDash ? character === "-" : /^[0-9a-f]$/i.test(character)) continue;
    const wanted = wantsDash ? "a dash" : "a hexadecimal digit";
    return malformed(offset + i + 1, `"${character}" where ${wanted} belongs`);
  }
  return malformed(
    offset + Math.min(text.length, length) + 1,
    text.length < length
      ? `it ends after ${text.length} of ${length} characters`
      : `"${text.slice(length)}" follows a whole GUID`,
  );
}
