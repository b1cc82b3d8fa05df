/**
 * The values inside the objects of a netsh file: keys, numbers, flags, typed values.
 *
 * Every function is given a scanner that has just entered the element, and leaves it.
 *
 * @module
 */

import { type FlagTable, formatFlags, normalizeFlags } from "../model/flags.ts";
import type { RawKey } from "../model/raw.ts";
import type { FwpValue } from "../model/value.ts";
import { parseIpv4, parseIpv6 } from "./ip_address.ts";
import type { XmlScanner } from "./xml_scanner.ts";

const BRACED_GUID =
  /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;
const HEX = /^(?:[0-9a-f]{2})*$/i;
const UINT64_MAX = 0xffffffffffffffffn;

/** Reads a text; an empty element is null. */
export function readText(xml: XmlScanner): string | null {
  const text = xml.text();
  return text === "" ? null : text;
}

/** Reads a key: a symbol, or a GUID in braces. */
export function readKey(xml: XmlScanner): RawKey {
  const text = xml.text().trim();
  if (text === "") return null;
  return BRACED_GUID.exec(text)?.[1]?.toLowerCase() ?? text;
}

/** Reads an unsigned number of at most 32 bits; anything else is null. */
export function readUint32(xml: XmlScanner): number | null {
  return parseUint32(xml.text());
}

/** Reads an unsigned number of 64 bits as its digits; anything else is null. */
export function readUint64(xml: XmlScanner): string | null {
  return parseUint64(xml.text());
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
    if (child === "item") items.push(xml.text().trim());
    else xml.skip();
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
    if (child === "type") type = xml.text().trim();
    else value = readTyped(xml, child);
  }
  return type === null ? null : { type, value };
}

function readTyped(xml: XmlScanner, element: string): FwpValue["value"] {
  switch (element) {
    case "uint8":
    case "uint16":
    case "uint32": {
      const text = xml.text();
      return parseUint32(text) ?? parseIpv4(text.trim());
    }
    case "uint64":
      return readUint64(xml);
    case "int8":
    case "int16":
    case "int32":
    case "float32":
      return parseNumber(xml.text());
    case "byteBlob":
      return readBlob(xml) ?? "";
    case "byteArray16": {
      const text = xml.text().trim();
      return parseIpv6(text) ?? parseHex(text) ?? text;
    }
    case "byteArray6": {
      const text = xml.text().trim();
      return parseHex(text.replace(/[-:]/g, "")) ?? text;
    }
    case "v4AddrMask":
    case "v6AddrMask":
      return readAddressMask(xml);
    case "rangeValue":
      return readRange(xml);
    default:
      return readText(xml);
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

/** Reads `addr` with `mask` (a dotted one) or `prefixLength`. */
function readAddressMask(xml: XmlScanner): string | null {
  let address: string | null = null;
  let mask: string | null = null;
  for (let child = xml.child(); child !== null; child = xml.child()) {
    if (child === "addr") address = readText(xml);
    else if (child === "mask" || child === "prefixLength") mask = readText(xml);
    else xml.skip();
  }
  if (address === null || mask === null) return null;
  return `${address}/${prefixLength(mask) ?? mask}`;
}

/** The number of leading ones of a dotted mask, or null if ones follow a zero. */
function prefixLength(mask: string): number | null {
  const bits = parseIpv4(mask);
  if (bits === null) return null;
  const host = ~bits >>> 0;
  return (host & (host + 1)) === 0 ? Math.clz32(host) : null;
}

function parseUint32(text: string): number | null {
  if (!/^\s*[0-9]{1,10}\s*$/.test(text)) return null;
  const value = Number(text);
  return value <= 0xffffffff ? value : null;
}

function parseUint64(text: string): string | null {
  const digits = text.trim();
  if (!/^[0-9]{1,20}$/.test(digits)) return null;
  const value = BigInt(digits);
  return value <= UINT64_MAX ? value.toString() : null;
}

function parseNumber(text: string): number | null {
  const value = Number(text);
  return text.trim() === "" || !Number.isFinite(value) ? null : value;
}

function parseHex(text: string): string | null {
  const digits = text.trim();
  return digits !== "" && HEX.test(digits) ? digits.toLowerCase() : null;
}
