/**
 * The values inside the objects of a netsh file: keys, numbers, flags, typed values.
 * The `parse…` functions take an element's text, the `read…` functions a scanner
 * that has just entered the element, which they leave.
 *
 * @module
 */

import { type FlagTable, formatFlags, normalizeFlags } from "../model/flags.ts";
import type { RawKey } from "../model/raw.ts";
import type { FwpValue } from "../model/value.ts";
import { parseIpv4, parseIpv6 } from "./ip_address.ts";
import type { XmlScanner } from "./xml_scanner.ts";

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const HEX = /^(?:[0-9a-f]{2})+$/i;
const UINT64_MAX = 0xffffffffffffffffn;

/** Parses a key: a symbol as it is, a GUID in canonical form, null if empty. */
function parseKey(text: string): RawKey {
  const key = text.trim();
  if (key === "") return null;
  const bare = key.startsWith("{") ? key.slice(1, -1) : key;
  return bare.length === 36 && GUID.test(bare) ? bare.toLowerCase() : key;
}

/** Parses an unsigned number of at most 32 bits; anything else is null. */
export function parseUint32(text: string): number | null {
  if (!/^\s*[0-9]{1,10}\s*$/.test(text)) return null;
  const value = Number(text);
  return value <= 0xffffffff ? value : null;
}

/** Parses an unsigned number of 64 bits to its digits; anything else is null. */
export function parseUint64(text: string): string | null {
  const digits = text.trim();
  // Up to 19 digits always fit: most weights need no big number.
  if (/^(?:0|[1-9][0-9]{0,18})$/.test(digits)) return digits;
  if (!/^[0-9]{1,20}$/.test(digits)) return null;
  const value = BigInt(digits);
  return value <= UINT64_MAX ? value.toString() : null;
}

/** Parses bytes to lower-case hexadecimal; nothing, and anything else, is null. */
function parseHex(text: string): string | null {
  const digits = text.trim();
  return HEX.test(digits) ? digits.toLowerCase() : null;
}

/** Parses the value of an element that holds text only, by the element's name. */
export function parseTyped(element: string, text: string): FwpValue["value"] {
  switch (element) {
    case "uint8":
    case "uint16":
    case "uint32":
      return parseUint32(text) ?? parseIpv4(text.trim());
    case "uint64":
      return parseUint64(text);
    case "int8":
    case "int16":
    case "int32":
    case "float32":
      return parseNumber(text);
    case "byteArray16":
      return parseIpv6(text.trim()) ?? parseHex(text) ?? text;
    case "byteArray6":
      return parseHex(text.replace(/[-:]/g, "")) ?? text;
    default:
      return text || null;
  }
}

/** Formats an address and a mask, a dotted one or a length; null if one is empty. */
export function formatAddressMask(
  address: string,
  mask: string,
): string | null {
  if (address === "" || mask === "") return null;
  return `${address}/${prefixLength(mask) ?? mask}`;
}

/** The digits of a weight; null where there is none. */
export function weightDigits(value: FwpValue["value"]): string | null {
  return value === null || typeof value === "object" ? null : String(value);
}

/** Reads a text; an empty one is null. */
export function readText(xml: XmlScanner): string | null {
  return xml.text() || null;
}

/** Reads a key; see {@linkcode parseKey}. */
export function readKey(xml: XmlScanner): RawKey {
  return parseKey(xml.text());
}

/** Reads `name` and `description`. */
export function readDisplayData(
  xml: XmlScanner,
): { readonly name: string | null; readonly description: string | null } {
  let name: string | null = null;
  let description: string | null = null;
  for (let child = xml.child(); child !== null; child = xml.child()) {
    if (child === "name") name = readText(xml);
    else if (child === "description") description = readText(xml);
    else xml.skip();
  }
  return { name, description };
}

/** Reads a list of flags, or a number in its place. */
export function readFlags(xml: XmlScanner, table: FlagTable): string[] {
  const items: string[] = [];
  const number = parseUint32(xml.text((child) => {
    const item = child === "item" ? xml.text().trim() : xml.skip();
    if (item) items.push(item);
  }));
  if (number !== null) return formatFlags(table, number);
  return normalizeFlags(table, items);
}

/** Reads the `data` of a blob: lower-case hexadecimal, null where there is none. */
export function readBlob(xml: XmlScanner): string | null {
  let data: string | null = null;
  for (let child = xml.child(); child !== null; child = xml.child()) {
    if (child === "data") data = parseHex(xml.text());
    else xml.skip();
  }
  return data;
}

/** Reads a `type` and the element that the type names, as a typed value. */
export function readValue(xml: XmlScanner): FwpValue | null {
  let type: string | null = null;
  let value: FwpValue["value"] = null;
  for (let child = xml.child(); child !== null; child = xml.child()) {
    if (child === "type") type = readText(xml);
    else value = readTyped(xml, child);
  }
  return type === null ? null : { type, value };
}

function readTyped(xml: XmlScanner, element: string): FwpValue["value"] {
  switch (element) {
    case "byteBlob":
      return readBlob(xml) ?? "";
    case "v4AddrMask":
    case "v6AddrMask":
      return readAddressMask(xml);
    case "rangeValue":
      return readRange(xml);
    default:
      return parseTyped(element, xml.text());
  }
}

function readRange(xml: XmlScanner): FwpValue["value"] {
  let low: FwpValue | null = null;
  let high: FwpValue | null = null;
  for (let child = xml.child(); child !== null; child = xml.child()) {
    if (child === "valueLow") low = readValue(xml);
    else if (child === "valueHigh") high = readValue(xml);
    else xml.skip();
  }
  return low === null || high === null ? null : { low, high };
}

/** Reads `addr` with `mask`, a dotted one, or `prefixLength`. */
function readAddressMask(xml: XmlScanner): string | null {
  let address: string | null = null;
  let mask: string | null = null;
  for (let child = xml.child(); child !== null; child = xml.child()) {
    if (child === "addr") address = readText(xml);
    else if (child === "mask" || child === "prefixLength") mask = readText(xml);
    else xml.skip();
  }
  return formatAddressMask(address ?? "", mask ?? "");
}

/** The number of leading ones of a dotted mask, or null if a one follows a zero. */
function prefixLength(mask: string): number | null {
  const bits = parseIpv4(mask);
  if (bits === null) return null;
  const host = ~bits >>> 0;
  return (host & (host + 1)) === 0 ? Math.clz32(host) : null;
}

function parseNumber(text: string): number | null {
  const value = Number(text);
  return text.trim() === "" || !Number.isFinite(value) ? null : value;
}
