import { guidFromBytes, NIL_GUID } from "../model/guid.ts";
import type { Guid } from "../model/record.ts";
import { GUID } from "./layouts.ts";

/**
 * Decodes an inline `GUID`.
 *
 * @param view The structure that holds it
 * @param offset Where in it
 * @returns The canonical form
 */
export function decodeGuid(view: DataView, offset: number): Guid {
  const start = view.byteOffset + offset;
  const bytes = new Uint8Array(view.buffer, start, GUID.size);
  return guidFromBytes(bytes, "little-endian");
}

/**
 * Decodes an inline `GUID` that may be unset.
 *
 * @returns The canonical form, or null for the nil GUID
 */
export function decodeSetGuid(view: DataView, offset: number): Guid | null {
  const guid = decodeGuid(view, offset);
  return guid === NIL_GUID ? null : guid;
}
