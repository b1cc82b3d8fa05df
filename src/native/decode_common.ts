import { encodeHex } from "@std/encoding/hex";
import { decodeGuid } from "./decode_guid.ts";
import { decodeBlob } from "./decode_value.ts";
import { DISPLAY_DATA0, GUID } from "./layouts.ts";
import { readAddress, readStruct, readWideText } from "./memory.ts";
import type { NativeReader } from "./native_reader.ts";

/** The name and description of an object. */
export interface DisplayTexts {
  readonly name: string | null;
  readonly description: string | null;
  readonly resources?: readonly string[];
}

/**
 * Decodes an inline `FWPM_DISPLAY_DATA0`.
 *
 * @param reader Where its pointers lead
 * @param view The structure that holds it
 * @param offset Where in it
 * @returns The texts, resource strings loaded; an empty text is none, as `netsh` writes it
 */
export function decodeDisplay(
  reader: NativeReader,
  view: DataView,
  offset: number,
): DisplayTexts {
  const resources: string[] = [];
  const readText = (member: number): string | null => {
    const address = readAddress(view, offset + member);
    const raw = readWideText(reader.memory, address) || null;
    const loaded = raw?.startsWith("@") ? reader.loadText(raw) : null;
    if (raw !== null && loaded !== null) resources.push(raw);
    return loaded ?? raw;
  };
  const name = readText(DISPLAY_DATA0.name);
  const description = readText(DISPLAY_DATA0.description);
  return {
    name,
    description,
    ...(resources.length > 0 ? { resources } : {}),
  };
}

/**
 * Decodes a `GUID*` member.
 *
 * @returns The GUID, or null for a null pointer
 */
export function decodeGuidPointer(
  reader: NativeReader,
  view: DataView,
  offset: number,
): string | null {
  const address = readAddress(view, offset);
  if (address === 0) return null;
  return decodeGuid(readStruct(reader.memory, address, GUID.size), 0);
}

/**
 * Decodes the inline `FWP_BYTE_BLOB` that a provider keeps with an object.
 *
 * @returns Hexadecimal digits, or null if there are no bytes
 */
export function decodeProviderData(
  reader: NativeReader,
  view: DataView,
  offset: number,
): string | null {
  const bytes = decodeBlob(reader, view, offset);
  return bytes.length === 0 ? null : encodeHex(bytes);
}
