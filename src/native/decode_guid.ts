import { NIL_GUID } from "../model/guid.ts";
import type { Guid } from "../model/record.ts";
import { GUID } from "./layouts.ts";

/** Added before a number is written, so that none of its eight digits is left out. */
const NINTH_DIGIT = 0x1_0000_0000;

/**
 * Decodes an inline `GUID`; a read holds some ten thousand of them.
 *
 * @param view The structure that holds it
 * @param offset Where in it
 * @returns The canonical form
 */
export function decodeGuid(view: DataView, offset: number): Guid {
  const a = hex(view.getUint32(offset + GUID.Data1, true));
  const b = hex(view.getUint32(offset + GUID.Data2, true));
  const c = hex(view.getUint32(offset + GUID.Data4));
  const d = hex(view.getUint32(offset + GUID.Data4 + 4));
  // The second number holds Data3 above Data2, in the order of this memory
  return `${a.slice(1)}-${b.slice(5)}-${b.slice(1, 5)}-${c.slice(1, 5)}-${
    c.slice(5)
  }${d.slice(1)}`;
}

function hex(word: number): string {
  return (word + NINTH_DIGIT).toString(16);
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
