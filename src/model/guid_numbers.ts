import { guidFromDigits } from "./guid.ts";
import type { GuidCore } from "./guid_core.ts";
import {
  foundBytes,
  foundOne,
  type GuidText,
  malformed,
} from "./guid_reading.ts";
import {
  type NumberList,
  type NumberToken,
  readNumberList,
} from "./number_list.ts";

const CODE_REGEXP = /0x|\bGUID\b|\bbyte\b|\bUint8Array\b|^[\s@[{(]*-?\d+\s*,/i;
const DEFINITION_REGEXP = /^\s*DEFINE_\w*GUID\s*\(/i;
/** Numbers, perhaps with a fraction or in quotes, and nothing else: what can only be meant as bytes. */
const LIST_REGEXP =
  /^[\s@[{(]*-?\d+(?:\s*,\s*(?:"[^",]*"|-?\d+(?:\.\d+)?)){3,}[\s\])},;]*$/;
/** Pairs of hexadecimal digits, some of which look like decimal numbers. */
const REG_REGEXP = /\bhex(?:\([0-9a-f]+\))?:/i;

/**
 * Reads numbers with commas: the fields of a C initialiser, or 16 bytes.
 *
 * @param core The text and what stands round it
 * @returns The GUIDs, or what is wrong with the list; null if there is no list
 */
export function readNumbers(core: GuidCore): GuidText | null {
  const { whole: text, wholeOffset: offset } = core;
  const isDefinition = DEFINITION_REGEXP.test(text);
  const isCode = text.includes(",") && CODE_REGEXP.test(text);
  if (REG_REGEXP.test(text) || !(isDefinition || isCode)) return null;
  const list = readNumberList(text);
  const isList = isDefinition || /0x/i.test(text) || LIST_REGEXP.test(text);
  if (!isList && !isInBrackets(text, list)) return null;
  if (list.defect !== null) {
    return malformed(offset + list.defect.position, list.defect.detail);
  }
  const read = readValues(list, core);
  if (read.type === "malformed" || list.unclosed === null) return read;
  return malformed(
    offset + text.length + 1,
    `it ends without the closing ${list.unclosed}`,
  );
}

/** Whether decimal numbers in brackets are as many as a GUID has: code says no more of them. */
function isInBrackets(text: string, { numbers }: NumberList): boolean {
  return /[{([]/.test(text) &&
    (numbers.length === 16 || numbers.length === 11);
}

function readValues(
  { numbers }: NumberList,
  { whole, wholeOffset: offset }: GuidCore,
): GuidText {
  if (numbers.length === 16) return readBytes(numbers, offset);
  if (numbers.length === 11) return readFields(numbers, offset);
  const last = numbers.at(-1);
  const end = last === undefined
    ? whole.length + 1
    : last.position + last.text.length;
  return malformed(
    offset + (numbers[16]?.position ?? end),
    `${numbers.length} ${
      numbers.length === 1 ? "number" : "numbers"
    }, where a GUID has 11 fields or 16 bytes`,
  );
}

function readBytes(numbers: readonly NumberToken[], offset: number): GuidText {
  const wide = numbers.find(({ value }) => value < 0 || value > 0xff);
  if (wide === undefined) {
    return foundBytes(Uint8Array.from(numbers, ({ value }) => value));
  }
  return malformed(
    offset + wide.position,
    `the number ${wide.text} does not fit into a byte`,
  );
}

function readFields(numbers: readonly NumberToken[], offset: number): GuidText {
  let digits = "";
  for (const [i, { value, text, position }] of numbers.entries()) {
    const width = i === 0 ? 8 : i < 3 ? 4 : 2;
    // The constructor of .NET takes its first three fields with a sign
    const least = width === 2 ? 0 : -(16 ** width) / 2;
    const unsigned = value < 0 ? value + 16 ** width : value;
    const written = unsigned.toString(16).padStart(width, "0");
    if (value < least || written.length > width) {
      return malformed(
        offset + position,
        `the number ${text} does not fit into ${width * 4} bits`,
      );
    }
    digits += written;
  }
  return foundOne(guidFromDigits(digits), "c");
}
