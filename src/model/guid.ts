/**
 * GUIDs as values in canonical text; their bytes are in `guid_bytes.ts`, the
 * spellings that programs write in `format_guid.ts` and `guid_text.ts`.
 *
 * @module
 */

import type { Guid } from "./record.ts";

/** The GUID of sixteen zero bytes, which Windows writes for "none". */
export const NIL_GUID: Guid = "00000000-0000-0000-0000-000000000000";

const CANONICAL_REGEXP = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text is a GUID in canonical form: lower case, no braces. */
export function isCanonicalGuid(text: string): boolean {
  return text.length === 36 && CANONICAL_REGEXP.test(text);
}

/** Puts the dashes into 32 hexadecimal digits. */
export function guidFromDigits(digits: string): Guid {
  const d = digits.toLowerCase();
  return `${d.slice(0, 8)}-${d.slice(8, 12)}-${d.slice(12, 16)}-${
    d.slice(16, 20)
  }-${d.slice(20)}`;
}

/** The 32 hexadecimal digits of a canonical GUID. */
export function guidDigits(guid: Guid): string {
  return guid.slice(0, 8) + guid.slice(9, 13) + guid.slice(14, 18) +
    guid.slice(19, 23) + guid.slice(24);
}

/**
 * The GUID whose first three fields have their bytes in the other order: what a
 * program shows that confuses the two orders of 16 bytes.
 *
 * @param guid A GUID in canonical form
 * @returns The other one, in canonical form; the same function turns it back
 */
export function swapGuidBytes(guid: Guid): Guid {
  const d = guidDigits(guid);
  return guidFromDigits(
    d.slice(6, 8) + d.slice(4, 6) + d.slice(2, 4) + d.slice(0, 2) +
      d.slice(10, 12) + d.slice(8, 10) + d.slice(14, 16) + d.slice(12, 14) +
      d.slice(16),
  );
}

/**
 * The positions at which the hexadecimal digits of two GUIDs differ.
 *
 * @param a A GUID in canonical form
 * @param b Another one
 * @returns Offsets into the canonical text of 36 characters, counted from 0
 */
export function differingDigits(a: Guid, b: Guid): number[] {
  const places = [];
  for (let i = 0; i < 36; i++) if (a[i] !== b[i]) places.push(i);
  return places;
}
