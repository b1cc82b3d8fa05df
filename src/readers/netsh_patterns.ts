/**
 * The objects of a netsh file in the one form that netsh writes, taken by patterns,
 * which capture each value in its final form. Each function reads what the one
 * of the same object in `netsh_objects.ts` reads, or returns null and leaves the
 * scanner where it is, before the `item`.
 *
 * @module
 */

import {
  CALLOUT_FLAGS,
  FILTER_FLAGS,
  type FlagTable,
  LAYER_FLAGS,
  normalizeFlags,
} from "../model/flags.ts";
import type {
  RawCallout,
  RawCondition,
  RawFilter,
  RawLayer,
} from "../model/raw.ts";
import type { FwpValue } from "../model/value.ts";
import { formatAddressMask, parseTyped } from "./netsh_values.ts";
import {
  branch,
  COUNT,
  elementPattern,
  leaf,
  PLAIN_TEXT,
} from "./xml_patterns.ts";
import type { XmlScanner } from "./xml_scanner.ts";

const GUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const SYMBOL = "[A-Z][A-Z0-9_]*";
/** A symbol, or what the braces round a GUID hold. */
const KEY = `\\{?((?<=\\{)${GUID}(?=\\})|(?<=>)${SYMBOL}(?=<))\\}?`;
const TEXT = "([^<&\\r]*)";
const HEX = "((?:[0-9a-f]{2})+)";
/** Numbers without leading zeros; those that might be too large go the long way. */
const UINT32 = "(0|[1-9][0-9]{0,8})";
const UINT64 = "(0|[1-9][0-9]{0,18}|1(?:[0-7][0-9]|8[0-3])[0-9]{17}|" +
  "184467440[0-6][0-9]{10}|18446744073709551615)";

/** Captures: the text as it is, or as CDATA, by which netsh writes what holds an `&`. */
const NAME_TEXT = `(?:${TEXT}|<!\\[CDATA\\[([^\\]\\r]*)\\]\\]>)`;
const DISPLAY_DATA = branch(
  "displayData",
  leaf("name", NAME_TEXT),
  leaf("description", NAME_TEXT),
);
const FLAGS =
  `<flags(?:/>|${COUNT}>\\s*((?:<item>[A-Z0-9_]+</item>\\s*){1,40})</flags>)`;
const BLOB = `<data>${HEX}</data>\\s*<asString(?:/>|>${PLAIN_TEXT}</asString>)`;
const TYPE = `<type>(${SYMBOL})</type>`;
/** Captures: 1 element, 2 text; the element ends as it begins. */
function simpleValue(capture: number): string {
  return `<(uint8|uint16|uint32|uint64|byteArray16|byteArray6|sd|sid|unicodeString)>${TEXT}</\\${capture}>`;
}

/** Captures: 1 key, 2 to 5 name and description, 6 flags, 7 provider, 8 data, 9 layer, 10 id. */
const CALLOUT = elementPattern(
  "<item>",
  leaf("calloutKey", KEY),
  DISPLAY_DATA,
  FLAGS,
  leaf("providerKey", KEY),
  branch("providerData", BLOB),
  leaf("applicableLayer", KEY),
  leaf("calloutId", UINT32),
  "</item>",
);

/** Captures: 1 key, 2 to 5 name and description, 6 flags, 7 sublayer, 8 id. */
const LAYER = elementPattern(
  "<layer>",
  leaf("layerKey", KEY),
  DISPLAY_DATA,
  FLAGS,
  `<field(?:/>|${COUNT}>\\s*(?:<item>\\s*<fieldKey>[^<&]*</fieldKey>\\s*` +
    "<type>[A-Z0-9_]*</type>\\s*<dataType>[A-Z0-9_]*</dataType>\\s*" +
    "</item>\\s*){0,200}</field>)",
  leaf("defaultSubLayerKey", KEY),
  leaf("layerId", UINT32),
  "</layer>",
);

/**
 * Captures: 1 key, 2 to 5 name and description, 6 flags, 7 provider, 8 data, 9 layer,
 * 10 sublayer, 11 weight of 8 bits, 12 of 64 bits, 13 whether conditions follow.
 */
const FILTER_HEAD = elementPattern(
  "<item>",
  leaf("filterKey", KEY),
  DISPLAY_DATA,
  FLAGS,
  leaf("providerKey", KEY),
  branch("providerData", BLOB),
  leaf("layerKey", KEY),
  leaf("subLayerKey", KEY),
  "<weight>",
  "(?:<type>FWP_EMPTY</type>|" +
    `<type>FWP_UINT8</type>\\s*<uint8>${UINT32}</uint8>|` +
    `<type>FWP_UINT64</type>\\s*<uint64>${UINT64}</uint64>)`,
  "</weight>",
  `<filterCondition(?:/>|(${COUNT}>))`,
);

/**
 * Captures: 1 field, 2 match, 3 type; then 4 element and 5 text, or 6 data of a blob, or
 * of a range 7 low type, 8 element, 9 text, 10 high type, 11 element, 12 text, or 14
 * address and 16 mask.
 */
const CONDITION = elementPattern(
  "<item>",
  leaf("fieldKey", KEY),
  `<matchType>(${SYMBOL})</matchType>`,
  "<conditionValue>",
  TYPE,
  `(?:${simpleValue(4)}|<byteBlob>\\s*${BLOB}\\s*</byteBlob>|` +
    "<rangeValue>\\s*" +
    `<valueLow>\\s*${TYPE}\\s*${simpleValue(8)}\\s*</valueLow>\\s*` +
    `<valueHigh>\\s*${TYPE}\\s*${simpleValue(11)}\\s*</valueHigh>\\s*` +
    "</rangeValue>|" +
    `<(v4AddrMask|v6AddrMask)>\\s*<addr>${TEXT}</addr>\\s*` +
    `<(mask|prefixLength)>${TEXT}</\\15>\\s*</\\13>)`,
  "</conditionValue>",
  "</item>",
);

/** Captures: 1 action, 2 callout or filter type, 3 provider context, 4 id, 5 effective weight. */
const FILTER_TAIL = elementPattern(
  "<action>",
  TYPE,
  leaf("filterType", KEY),
  "</action>",
  `(?:<rawContext>${PLAIN_TEXT}</rawContext>|${
    leaf("providerContextKey", KEY)
  })`,
  "<reserved/>",
  leaf("filterId", UINT64),
  "<effectiveWeight>",
  "<type>FWP_UINT64</type>",
  `<uint64>${UINT64}</uint64>`,
  "</effectiveWeight>",
  "</item>",
);
const CONDITIONS_END = elementPattern("</filterCondition>");

/** Takes a callout. */
export function takeCallout(xml: XmlScanner): RawCallout | null {
  const match = xml.match(CALLOUT);
  if (match === null) return null;
  return {
    key: match[1] ?? null,
    name: match[2] || match[3] || null,
    description: match[4] || match[5] || null,
    flags: parseFlags(match[6], CALLOUT_FLAGS),
    providerKey: match[7] ?? null,
    providerData: match[8] ?? null,
    layerKey: match[9] ?? null,
    calloutId: match[10] === undefined ? null : Number(match[10]),
  };
}

/** Takes a layer, without the callouts and filters beside it; there is no `item` here. */
export function takeLayer(xml: XmlScanner): RawLayer | null {
  const match = xml.match(LAYER);
  if (match === null) return null;
  return {
    key: match[1] ?? null,
    name: match[2] || match[3] || null,
    description: match[4] || match[5] || null,
    flags: parseFlags(match[6], LAYER_FLAGS),
    defaultSublayerKey: match[7] ?? null,
    layerId: match[8] === undefined ? null : Number(match[8]),
  };
}

/** Takes a filter with its conditions. */
export function takeFilter(xml: XmlScanner): RawFilter | null {
  const start = xml.offset;
  const head = xml.match(FILTER_HEAD);
  if (head === null) return null;
  const conditions = head[13] === undefined ? [] : takeConditions(xml);
  const tail = xml.match(FILTER_TAIL);
  if (tail === null) {
    xml.rewind(start);
    return null;
  }
  const actionType = tail[1] ?? null;
  const isCallout = actionType?.startsWith("FWP_ACTION_CALLOUT") ?? false;
  return {
    key: head[1] ?? null,
    name: head[2] || head[3] || null,
    description: head[4] || head[5] || null,
    flags: parseFlags(head[6], FILTER_FLAGS),
    providerKey: head[7] ?? null,
    providerData: head[8] ?? null,
    layerKey: head[9] ?? null,
    sublayerKey: head[10] ?? null,
    weight: weight(head[11], head[12]),
    conditions,
    actionType,
    calloutKey: isCallout ? tail[2] ?? null : null,
    providerContextKey: tail[3] ?? null,
    filterId: tail[4] ?? null,
    effectiveWeight: tail[5] ?? null,
  };
}

function takeConditions(xml: XmlScanner): RawCondition[] {
  const conditions: RawCondition[] = [];
  for (
    let match = xml.match(CONDITION);
    match !== null;
    match = xml.match(CONDITION)
  ) {
    conditions.push({
      fieldKey: match[1] ?? null,
      matchType: match[2] ?? null,
      value: conditionValue(match),
    });
  }
  xml.match(CONDITIONS_END);
  return conditions;
}

function conditionValue(match: RegExpExecArray): FwpValue {
  const type = match[3] ?? "";
  if (match[4] !== undefined) return typed(match[4], type, match[5]);
  if (match[6] !== undefined) return { type, value: match[6] };
  if (match[14] !== undefined) {
    return { type, value: formatAddressMask(match[14], match[16] ?? "") };
  }
  return {
    type,
    value: {
      low: typed(match[8], match[7], match[9]),
      high: typed(match[11], match[10], match[12]),
    },
  };
}

function typed(element = "", type = "", text = ""): FwpValue {
  return { type, value: parseTyped(element, text) };
}

const EMPTY: FwpValue = { type: "FWP_EMPTY", value: null };

function weight(
  uint8: string | undefined,
  uint64: string | undefined,
): FwpValue {
  if (uint8 !== undefined) return { type: "FWP_UINT8", value: Number(uint8) };
  return uint64 === undefined ? EMPTY : { type: "FWP_UINT64", value: uint64 };
}

/** The lists that were parsed, by kind: a file repeats a few hundreds of times. */
const PARSED = new Map<FlagTable, Map<string, string[]>>();
const MAX_PARSED = 100;

function parseFlags(list: string | undefined, table: FlagTable): string[] {
  if (list === undefined) return [];
  const parsed = PARSED.get(table) ?? new Map<string, string[]>();
  PARSED.set(table, parsed);
  const known = parsed.get(list);
  if (known !== undefined) return known;
  const flags = normalizeFlags(table, list.match(/[A-Z0-9_]+(?=<)/g) ?? []);
  if (parsed.size < MAX_PARSED) parsed.set(list, flags);
  return flags;
}
