import { encodeHex } from "@std/encoding/hex";
import type { FwpValue } from "../model/value.ts";
import { formatV4Mask, formatV6 } from "./decode_address.ts";
import { decodeSid, decodeToken } from "./decode_sid.ts";
import {
  BYTE_BLOB,
  RANGE0,
  V4_ADDR_AND_MASK,
  V6_ADDR_AND_MASK,
  VALUE0,
} from "./layouts.ts";
import { readAddress, readBlob, readStruct, readWideText } from "./memory.ts";
import type { NativeReader } from "./native_reader.ts";

/** What a value's decoder gets: the reader, the structure, and where its union is. */
interface Slot {
  readonly reader: NativeReader;
  readonly view: DataView;
  readonly offset: number;
}

/** A type of value: its symbol, and how its union is read. */
interface DataType {
  readonly symbol: string;
  decode(slot: Slot): FwpValue["value"];
}

/** `FWP_DATA_TYPE`. Source: fwptypes.h, SDK 10.0.22000. */
const DATA_TYPES: Readonly<Record<number, DataType>> = {
  0: { symbol: "FWP_EMPTY", decode: () => null },
  1: { symbol: "FWP_UINT8", decode: (s) => s.view.getUint8(s.offset) },
  2: { symbol: "FWP_UINT16", decode: (s) => s.view.getUint16(s.offset, true) },
  3: { symbol: "FWP_UINT32", decode: (s) => s.view.getUint32(s.offset, true) },
  4: {
    symbol: "FWP_UINT64",
    decode: (s) => follow(s, 8, (view) => String(view.getBigUint64(0, true))),
  },
  5: { symbol: "FWP_INT8", decode: (s) => s.view.getInt8(s.offset) },
  6: { symbol: "FWP_INT16", decode: (s) => s.view.getInt16(s.offset, true) },
  7: { symbol: "FWP_INT32", decode: (s) => s.view.getInt32(s.offset, true) },
  8: {
    symbol: "FWP_INT64",
    decode: (s) => follow(s, 8, (view) => String(view.getBigInt64(0, true))),
  },
  9: { symbol: "FWP_FLOAT", decode: (s) => s.view.getFloat32(s.offset, true) },
  10: {
    symbol: "FWP_DOUBLE",
    decode: (s) => follow(s, 8, (view) => view.getFloat64(0, true)),
  },
  11: { symbol: "FWP_BYTE_ARRAY16_TYPE", decode: (s) => decodeArray(s, 16) },
  12: { symbol: "FWP_BYTE_BLOB_TYPE", decode: decodeBlobHex },
  13: {
    symbol: "FWP_SID",
    decode: (s) => decodeSid(s.reader.memory, pointerOf(s)),
  },
  14: { symbol: "FWP_SECURITY_DESCRIPTOR_TYPE", decode: decodeSecurity },
  15: {
    symbol: "FWP_TOKEN_INFORMATION_TYPE",
    decode: (s) => decodeToken(s.reader.memory, pointerOf(s)),
  },
  16: { symbol: "FWP_TOKEN_ACCESS_INFORMATION_TYPE", decode: decodeBlobHex },
  17: {
    symbol: "FWP_UNICODE_STRING_TYPE",
    decode: (s) => readWideText(s.reader.memory, pointerOf(s)),
  },
  18: { symbol: "FWP_BYTE_ARRAY6_TYPE", decode: (s) => decodeArray(s, 6) },
  19: {
    symbol: "FWP_BITMAP_INDEX_TYPE",
    decode: (s) => s.view.getUint8(s.offset),
  },
  20: { symbol: "FWP_BITMAP_ARRAY64_TYPE", decode: (s) => decodeArray(s, 8) },
  0x100: {
    symbol: "FWP_V4_ADDR_MASK",
    decode: (s) => follow(s, V4_ADDR_AND_MASK.size, decodeV4),
  },
  0x101: {
    symbol: "FWP_V6_ADDR_MASK",
    decode: (s) => follow(s, V6_ADDR_AND_MASK.size, decodeV6),
  },
  0x102: {
    symbol: "FWP_RANGE_TYPE",
    decode: (s) =>
      follow(s, RANGE0.size, (view) => ({
        low: decodeEnd(s.reader, view, RANGE0.valueLow),
        high: decodeEnd(s.reader, view, RANGE0.valueHigh),
      })),
  },
};

const RANGE_TYPE = 0x102;

/**
 * Decodes a `FWP_VALUE0` or `FWP_CONDITION_VALUE0`.
 *
 * @param reader Where its pointers lead
 * @param view The structure that holds it
 * @param offset Where in it
 * @returns The value; one of a type that the header does not name has the type's number and no value
 */
export function decodeValue(
  reader: NativeReader,
  view: DataView,
  offset: number,
): FwpValue {
  const number = view.getUint32(offset + VALUE0.type, true);
  const type = DATA_TYPES[number];
  if (type === undefined) {
    return { type: `0x${number.toString(16).padStart(8, "0")}`, value: null };
  }
  const slot = { reader, view, offset: offset + VALUE0.uint8 };
  return { type: type.symbol, value: type.decode(slot) };
}

/** An end of a range is a plain value: a range within a range could go on for ever. */
function decodeEnd(
  reader: NativeReader,
  view: DataView,
  offset: number,
): FwpValue {
  if (view.getUint32(offset + VALUE0.type, true) === RANGE_TYPE) {
    return { type: "FWP_RANGE_TYPE", value: null };
  }
  return decodeValue(reader, view, offset);
}

function pointerOf(slot: Slot): number {
  return readAddress(slot.view, slot.offset);
}

/** Reads what the union points to; null for a null pointer. */
function follow<T>(
  slot: Slot,
  sizeBytes: number,
  decode: (view: DataView<ArrayBuffer>) => T,
): T | null {
  const address = pointerOf(slot);
  if (address === 0) return null;
  return decode(readStruct(slot.reader.memory, address, sizeBytes));
}

function decodeArray(slot: Slot, sizeBytes: number): string | null {
  return follow(
    slot,
    sizeBytes,
    (view) => encodeHex(bytesOf(view, sizeBytes)),
  );
}

function bytesOf(view: DataView<ArrayBuffer>, sizeBytes: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, sizeBytes);
}

function decodeV4(view: DataView): string {
  return formatV4Mask(
    view.getUint32(V4_ADDR_AND_MASK.addr, true),
    view.getUint32(V4_ADDR_AND_MASK.mask, true),
  );
}

function decodeV6(view: DataView<ArrayBuffer>): string {
  const address = formatV6(bytesOf(view, 16));
  return `${address}/${view.getUint8(V6_ADDR_AND_MASK.prefixLength)}`;
}

function decodeBlobHex(slot: Slot): string | null {
  return follow(
    slot,
    BYTE_BLOB.size,
    (view) => encodeHex(decodeBlob(slot.reader, view, 0)),
  );
}

function decodeSecurity(slot: Slot): string | null {
  return follow(slot, BYTE_BLOB.size, (view) => {
    const bytes = decodeBlob(slot.reader, view, 0);
    return slot.reader.formatSecurity(bytes) ?? encodeHex(bytes);
  });
}

/**
 * Copies what an inline `FWP_BYTE_BLOB` holds.
 *
 * @param reader Where its pointer leads
 * @param view The structure that holds it
 * @param offset Where in it
 * @returns The bytes; none for a null pointer
 */
export function decodeBlob(
  reader: NativeReader,
  view: DataView,
  offset: number,
): Uint8Array<ArrayBuffer> {
  return readBlob(
    reader.memory,
    readAddress(view, offset + BYTE_BLOB.data),
    view.getUint32(offset + BYTE_BLOB.count, true),
  );
}
