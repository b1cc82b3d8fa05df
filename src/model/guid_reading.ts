import { type ByteOrder, guidFromBytes } from "./guid_bytes.ts";
import type { GuidDefect } from "./guid_defect.ts";
import type { Guid } from "./record.ts";

/** How a text was read as a GUID. */
export type GuidReadingName =
  | "guid"
  | "c"
  | "digits"
  | "bytes, little-endian"
  | "bytes, big-endian";

/** One GUID that a text may mean. */
export interface GuidReading {
  readonly guid: Guid;
  readonly reading: GuidReadingName;
  /** Whether the text may as well be something else, so that only a known GUID counts. */
  readonly tentative: boolean;
}

/** What a text was found to be. */
export type GuidText =
  | { readonly type: "guid"; readonly readings: readonly GuidReading[] }
  | { readonly type: "malformed"; readonly defect: GuidDefect }
  | { readonly type: "other" };

/** A text that spells one of these GUIDs, the likelier first. */
export function found(readings: readonly GuidReading[]): GuidText {
  return { type: "guid", readings };
}

/** A text with one GUID in it and no doubt. */
export function foundOne(guid: Guid, reading: GuidReadingName): GuidText {
  return found([{ guid, reading, tentative: false }]);
}

/** A text that begins like a GUID and goes wrong at `position`, counted from 1. */
export function malformed(position: number, detail: string): GuidText {
  return { type: "malformed", defect: { position, detail } };
}

const BOTH_ORDERS: readonly ByteOrder[] = ["little-endian", "big-endian"];

/** 16 bytes in both orders: which one was meant is for those to say who know GUIDs. */
export function foundBytes(bytes: Uint8Array, tentative = false): GuidText {
  return found(BOTH_ORDERS.map((order) => ({
    guid: guidFromBytes(bytes, order),
    reading: `bytes, ${order}` as const,
    tentative,
  })));
}
