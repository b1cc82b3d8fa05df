/**
 * Texts that people hold when they ask for a GUID, in every spelling that
 * Windows tools, headers and registry files use.
 *
 * @module
 */

import { decodeBase64 } from "@std/encoding/base64";
import { guidFromDigits } from "./guid.ts";
import { readByteString } from "./guid_byte_string.ts";
import { bytesOfHex, guidFromBytes } from "./guid_bytes.ts";
import { findGuidCore, type GuidCore } from "./guid_core.ts";
import { findGuidDefect } from "./guid_defect.ts";
import { readDump } from "./guid_dump.ts";
import { assemblyToC } from "./guid_in_assembly.ts";
import {
  findGuidInCode,
  findGuidInLine,
  findOnlyString,
  type GuidPart,
} from "./guid_in_code.ts";
import { readNumbers } from "./guid_numbers.ts";
import {
  found,
  foundBytes,
  foundOne,
  type GuidText,
  malformed,
} from "./guid_reading.ts";

const DASHED_REGEXP =
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const OTHER: GuidText = { type: "other" };
/** Longer texts are no GUID in any spelling, comments and line breaks included. */
const LONGEST = 4096;
/** An address in a string in code; without a bound the time would grow with every layer. */
const MOST_LAYERS = 3;

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
  return readLayer(text, MOST_LAYERS);
}

/** Reads a text, and parts of it as texts of their own while any layers are left. */
function readLayer(text: string, layers: number): GuidText {
  const core = findGuidCore(text);
  if (DASHED_REGEXP.test(core.text)) {
    return core.unclosed === null ? dashed(core.text) : notClosed(core);
  }
  const whole = readNumbers(core) ?? readBytes(core) ??
    readInCode(text, layers);
  if (whole?.type === "guid") return whole;
  return readInside(text, layers) ?? whole ?? readDefect(core) ??
    readSaidDefect(text, layers) ?? OTHER;
}

/** Digits and bytes; what was opened round them has to be closed. */
function readBytes(core: GuidCore): GuidText | null {
  const read = readHexDigits(core) ?? readEscapes(core) ??
    readBase64(core.text);
  return read?.type === "guid" && core.unclosed !== null
    ? notClosed(core)
    : read;
}

/** A registry value or a constructor: what it is given is read by itself. */
function readInCode(text: string, layers: number): GuidText | null {
  return layers === 0 ? null : readGiven(findGuidInCode(text), layers);
}

function readGiven(part: GuidPart | null, layers: number): GuidText | null {
  if (part === null) return null;
  const read = readLayer(part.text, layers - 1);
  return read.type === "malformed"
    ? malformed(part.offset + read.defect.position, read.defect.detail)
    : read;
}

/** What stands in something else, which counts only if it is a GUID. */
function readInside(text: string, layers: number): GuidText | null {
  if (layers === 0) return null;
  return readPart(findOnlyString(text), layers) ?? readDecoded(text, layers) ??
    readPart(findGuidInLine(text), layers) ??
    readPart(toPart(assemblyToC(text)), layers);
}

/** What is wrong with the string that `new Guid("…")` and its like are given. */
function readSaidDefect(text: string, layers: number): GuidText | null {
  const part = layers === 0 ? null : findOnlyString(text);
  if (part === null || !SAYS_GUID_REGEXP.test(text.slice(0, part.offset))) {
    return null;
  }
  const read = readGiven(part, layers);
  return read?.type === "malformed" ? read : null;
}

const SAYS_GUID_REGEXP = /(?:guid|uuid)(?:::?\w+|\.\w+)?[\s(\]@]*$/i;

function toPart(text: string | null): GuidPart | null {
  return text === null ? null : { text, offset: 0, isDoubtful: false };
}

function readPart(part: GuidPart | null, layers: number): GuidText | null {
  if (part === null) return null;
  const read = readLayer(part.text, layers - 1);
  if (read.type !== "guid") return null;
  return part.isDoubtful
    ? found(read.readings.map((each) => ({ ...each, tentative: true })))
    : read;
}

/** An address or a form of the web, where braces are `%7B` and `%7D`. */
function readDecoded(text: string, layers: number): GuidText | null {
  if (!/%[0-9a-f]{2}/i.test(text)) return null;
  try {
    return readPart(toPart(decodeURIComponent(text)), layers);
  } catch {
    return null;
  }
}

function readDefect(core: GuidCore): GuidText | null {
  const defect = findGuidDefect(core);
  return defect === null ? null : { type: "malformed", defect };
}

function dashed(text: string): GuidText {
  return foundOne(text.toLowerCase(), "guid");
}

function notClosed(core: GuidCore): GuidText {
  return malformed(
    core.offset + core.text.length + 1,
    `it ends without the closing ${core.unclosed}`,
  );
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
  const dump = readDump(text);
  if (dump !== null) return foundBytes(dump);
  const value = text.replace(REG_REGEXP, "");
  const pairs = value.replace(/\\\r?\n/g, "")
    .replace(/(?<!\S)0x(?=[0-9a-f]{2}(?!\S))/gi, "").trim();
  if (/^(?:[0-9a-f]{2}(?:[ :,-]|,?\s+)){15}[0-9a-f]{2}[,;]?$/i.test(pairs)) {
    return foundBytes(bytesOfHex(pairs.replace(/[^0-9a-f]/gi, "")));
  }
  const [list = ""] = /^(?:[0-9a-f]{2}(?:[ :,-]|$))*/i.exec(pairs) ?? [];
  const count = Math.ceil(list.length / 3);
  if (count < 4 && value === text) return null;
  const end = core.offset + core.text.length + 1;
  const rest = pairs.slice(list.length);
  return count === 16 && rest !== ""
    ? malformed(end - rest.length, `"${rest}" follows a whole GUID`)
    : wrongCount(end, count);
}

const ESCAPES_REGEXP = /^(?:b(["']))?((?:\\x[0-9a-f]{2})+)(.?)/iu;

/** `\xd1\x57…`, the string of a C, Python or Ruby source. */
function readEscapes(core: GuidCore): GuidText | null {
  const bytes = readByteString(core.text);
  if (bytes !== null) return foundBytes(bytes);
  const match = ESCAPES_REGEXP.exec(core.text);
  if (match === null) return null;
  const [whole, quote = "", escapes = "", next = ""] = match;
  const end = core.offset + whole.length + 1;
  if (next !== quote) {
    return malformed(
      end - next.length,
      next === ""
        ? `it ends without the closing ${quote}`
        : `"${next}" where \\x and two hexadecimal digits belong`,
    );
  }
  const digits = escapes.replace(/\\x/gi, "");
  return digits.length === 32
    ? foundBytes(bytesOfHex(digits))
    : wrongCount(end, digits.length / 2);
}

function wrongCount(position: number, count: number): GuidText {
  const bytes = count === 1 ? "byte" : "bytes";
  return malformed(position, `${count} ${bytes}, where a GUID has 16`);
}

const BASE64_REGEXP = /^(?:[A-Za-z0-9+/]{21}|[A-Za-z0-9_-]{21})[AQgw](==)?$/;

/** 16 bytes in Base64 or in its form for addresses, which may go without padding. */
function readBase64(text: string): GuidText | null {
  const match = BASE64_REGEXP.exec(text);
  if (match === null) return null;
  const digits = text.slice(0, 22).replaceAll("-", "+").replaceAll("_", "/");
  return foundBytes(decodeBase64(`${digits}==`), match[1] === undefined);
}
