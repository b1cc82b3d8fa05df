import { encodeHex } from "@std/encoding/hex";
import type { FwpRange, FwpValue } from "../../src/model/value.ts";

type Plain = string | number;

/** How a type's value becomes the bytes of its union, or those that it points to. */
interface TypeEncoder {
  readonly number: number;
  encode(value: Plain): string;
}

const TYPES: Readonly<Record<string, TypeEncoder>> = {
  FWP_UINT8: { number: 1, encode: (value) => integer(value, 1) },
  FWP_UINT16: { number: 2, encode: (value) => integer(value, 2) },
  FWP_UINT32: { number: 3, encode: (value) => integer(value, 4) },
  FWP_UINT64: { number: 4, encode: (value) => integer(value, 8) },
  FWP_INT8: { number: 5, encode: (value) => integer(value, 1) },
  FWP_INT16: { number: 6, encode: (value) => integer(value, 2) },
  FWP_INT32: { number: 7, encode: (value) => integer(value, 4) },
  FWP_INT64: { number: 8, encode: (value) => integer(value, 8) },
  FWP_FLOAT: {
    number: 9,
    encode: (value) => bytes(new Float32Array([Number(value)])),
  },
  FWP_DOUBLE: {
    number: 10,
    encode: (value) => bytes(new Float64Array([Number(value)])),
  },
  FWP_BYTE_ARRAY16_TYPE: { number: 11, encode: String },
  FWP_BYTE_BLOB_TYPE: { number: 12, encode: String },
  FWP_SID: { number: 13, encode: (value) => sid(String(value)) },
  FWP_SECURITY_DESCRIPTOR_TYPE: {
    number: 14,
    encode: (value) => descriptor(String(value)),
  },
  FWP_TOKEN_ACCESS_INFORMATION_TYPE: { number: 16, encode: String },
  FWP_UNICODE_STRING_TYPE: { number: 17, encode: (value) => wide(value) },
  FWP_BYTE_ARRAY6_TYPE: { number: 18, encode: String },
  FWP_BITMAP_INDEX_TYPE: { number: 19, encode: (value) => integer(value, 1) },
  FWP_BITMAP_ARRAY64_TYPE: { number: 20, encode: String },
  FWP_V4_ADDR_MASK: { number: 0x100, encode: (value) => v4(String(value)) },
  FWP_V6_ADDR_MASK: { number: 0x101, encode: (value) => v6(String(value)) },
};

/**
 * Writes a value as a field of the engine file.
 *
 * @param value The value; null is `FWP_EMPTY`
 * @returns `TYPE:` and what objects.c reads
 */
export function encodeValue(value: FwpValue | null): string {
  if (value === null || value.type === "FWP_EMPTY") return "0:";
  if (value.type === "FWP_RANGE_TYPE") return range(value.value as FwpRange);
  if (value.type === "FWP_TOKEN_INFORMATION_TYPE") {
    return `15:${token(String(value.value))}`;
  }
  const type = TYPES[value.type];
  if (type === undefined) return `${Number(value.type)}:-`;
  if (value.value === null) return `${type.number}:-`;
  return `${type.number}:=${type.encode(value.value as Plain)}`;
}

function range(value: FwpRange): string {
  return `258:${encodeValue(value.low)}~${encodeValue(value.high)}`;
}

function bytes(array: ArrayBufferView<ArrayBuffer>): string {
  return encodeHex(new Uint8Array(array.buffer));
}

function integer(value: Plain, sizeBytes: number): string {
  return bytes(new BigInt64Array([BigInt.asIntN(64, BigInt(value))]))
    .slice(0, 2 * sizeBytes);
}

function wide(value: Plain): string {
  return encodeUnits(String(value));
}

/**
 * Writes the UTF-16 units of a text as hexadecimal digits of their bytes.
 *
 * @param text Any text; unpaired surrogates stay
 */
export function encodeUnits(text: string): string {
  const units = Array.from(
    { length: text.length },
    (_, i) => text.charCodeAt(i),
  );
  return bytes(new Uint16Array(units));
}

function sid(text: string): string {
  const [revision, authority, ...parts] = text.split("-").slice(1);
  const head = [Number(revision), parts.length];
  const big = BigInt(authority ?? 0).toString(16).padStart(12, "0");
  const tail = Uint32Array.from(parts, Number);
  return encodeHex(new Uint8Array(head)) + big + bytes(tail);
}

/** `=SID,=SID|=SID`: those of the token, then the restricting ones. */
function token(text: string): string {
  const sids = text.split("; ");
  const plain = sids.filter((item) => item.startsWith("S-"));
  const restricting = sids.filter((item) => !item.startsWith("S-"))
    .map((item) => item.slice("restricting ".length));
  return [plain, restricting]
    .map((items) => items.map((item) => `=${sid(item)}`).join(",")).join("|");
}

/** An empty descriptor's head, and behind it the SDDL that the double's conversion gives back. */
function descriptor(text: string): string {
  if (/^[0-9a-f]*$/.test(text)) return text;
  return "01000080".padEnd(40, "0") + wide(text) + "0000";
}

function v4(text: string): string {
  const [address = "", suffix = ""] = text.split("/");
  const prefix = Number(suffix);
  const mask = suffix.includes(".")
    ? v4Number(suffix)
    : prefix === 0
    ? 0
    : (-1 << (32 - prefix)) >>> 0;
  return bytes(new Uint32Array([v4Number(address), mask]));
}

function v4Number(text: string): number {
  return text.split(".").reduce((all, part) => all * 256 + Number(part), 0);
}

function v6(text: string): string {
  const [address = "", prefix] = text.split("/");
  const [head = "", tail] = address.split("::");
  const groups = (part: string): string[] => part === "" ? [] : part.split(":");
  const after = groups(tail ?? "");
  const before = groups(head);
  const zeros = new Array(8 - before.length - after.length).fill("0");
  const hex = [...before, ...zeros, ...after]
    .map((group) => group.padStart(4, "0")).join("");
  return hex + integer(Number(prefix), 1);
}
