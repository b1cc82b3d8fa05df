import { NIL_GUID } from "../model/guid.ts";
import type { Guid } from "../model/record.ts";

const HEX = Array.from(
  { length: 256 },
  (_, byte) => byte.toString(16).padStart(2, "0"),
);

/**
 * Decodes an inline `GUID`; a read holds some ten thousand of them.
 *
 * @param view The structure that holds it
 * @param offset Where in it
 * @returns The canonical form
 */
export function decodeGuid(view: DataView, offset: number): Guid {
  const hex = (byte: number): string => HEX[view.getUint8(offset + byte)] ?? "";
  return hex(3) + hex(2) + hex(1) + hex(0) + "-" + hex(5) + hex(4) + "-" +
    hex(7) + hex(6) + "-" + hex(8) + hex(9) + "-" + hex(10) + hex(11) +
    hex(12) + hex(13) + hex(14) + hex(15);
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
