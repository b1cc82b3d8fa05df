import { findSymbol } from "../catalog/find_symbol.ts";
import type { FilterCondition } from "../model/record.ts";
import type { FwpValue } from "../model/value.ts";
import { listConditionLines } from "./event_condition_lines.ts";
import { MATCH_WORDS } from "./event_words.ts";

const FIELD_LINE =
  /^[^{}]*[:\uff1a]\s*\{([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}\s*$/i;
const LABEL = /^\s*\S[^\t]*?[:\uff1a][ \u00a0]*(?:\t|$)\s*/;

/**
 * Parses the conditions of a filter as events 5441 and 5447 print them: for each three
 * labelled lines, told apart by their order, and maybe more lines of the value.
 *
 * @param text The field `Conditions`
 * @returns The conditions in order; what is not known is null
 */
export function parseEventConditions(text: string): FilterCondition[] {
  const lines = listConditionLines(text);
  const starts = lines.flatMap((line, i) => FIELD_LINE.test(line) ? [i] : []);
  return starts.map((start, i) => {
    const block = lines.slice(start, starts[i + 1] ?? lines.length);
    const guid = FIELD_LINE.exec(block[0] ?? "")?.[1]?.toLowerCase() ?? null;
    const match = stripLabel(block[1] ?? "").toLowerCase();
    const value = [stripLabel(block[2] ?? ""), ...block.slice(3)]
      .map((line) => line.trim()).filter((line) => line !== "");
    return {
      field: guid === null ? null : findSymbol(guid, "condition") ?? guid,
      match: MATCH_WORDS[match] ?? null,
      value: parseConditionValue(value),
    };
  });
}

function stripLabel(line: string): string {
  return line.replace(LABEL, "").trim();
}

function parseConditionValue(lines: readonly string[]): FwpValue | null {
  const [first = ""] = lines;
  if (/^[\da-f]{8} {1,2}[\da-f]{2}\b/i.test(first)) {
    return { type: "FWP_BYTE_BLOB_TYPE", value: parseHexDump(lines) };
  }
  const text = lines.join("");
  const range = text.split(" - ");
  if (range.length === 2) {
    const low = parseScalar(range[0] ?? "");
    const high = parseScalar(range[1] ?? "");
    return low === null || high === null
      ? null
      : { type: "FWP_RANGE_TYPE", value: { low, high } };
  }
  return parseScalar(text);
}

/** Windows prints a number with all digits of its type. */
const TYPE_BY_DIGITS: Readonly<Record<number, string>> = {
  2: "FWP_UINT8",
  4: "FWP_UINT16",
  8: "FWP_UINT32",
  16: "FWP_UINT64",
};

function parseScalar(text: string): FwpValue | null {
  if (text === "" || text === "-") return null;
  const digits = /^0x([\da-f]+)$/i.exec(text)?.[1];
  if (digits !== undefined) {
    const type = TYPE_BY_DIGITS[digits.length];
    if (type === undefined) return null;
    const value = BigInt(text);
    return { type, value: digits.length === 16 ? `${value}` : Number(value) };
  }
  if (/^[\da-f]{32}$/i.test(text)) {
    return { type: "FWP_BYTE_ARRAY16_TYPE", value: text.toLowerCase() };
  }
  if (/^S-1-\d/.test(text)) return { type: "FWP_SID", value: text };
  if (/^[OGDS]:/.test(text)) {
    return { type: "FWP_SECURITY_DESCRIPTOR_TYPE", value: text };
  }
  return parseAddress(text);
}

function parseAddress(text: string): FwpValue | null {
  const v4 = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,3}(?:\.\d{1,3}){3})$/
    .exec(text);
  if (v4 !== null) {
    const length = prefixLength(v4[2] ?? "");
    const value = length === null ? text : `${v4[1]}/${length}`;
    return { type: "FWP_V4_ADDR_MASK", value };
  }
  return /^[\da-f:.]*:[\da-f:.]*\/\d{1,3}$/i.test(text)
    ? { type: "FWP_V6_ADDR_MASK", value: text }
    : null;
}

/** The number of leading ones of a mask; null if ones follow zeros. */
function prefixLength(mask: string): number | null {
  const bits = mask.split(".").map((part) =>
    Number(part).toString(2).padStart(8, "0")
  ).join("");
  const ones = /^1*/.exec(bits)?.[0].length ?? 0;
  return bits.lastIndexOf("1") < ones ? ones : null;
}

/** The bytes of a dump whose lines are an offset, up to 16 bytes and their characters. */
function parseHexDump(lines: readonly string[]): string {
  return lines.map((line) => {
    const bytes = /^[\da-f]{8} {1,2}((?:[\da-f]{2}[ -]){1,16})/i
      .exec(`${line} `)?.[1] ?? "";
    return bytes.replace(/[^\da-f]/gi, "").toLowerCase();
  }).join("");
}
