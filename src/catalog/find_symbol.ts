import type { Guid, Kind } from "../model/record.ts";
import { findRow } from "./find_row.ts";

/**
 * The symbol of a GUID, as the header defines it and netsh prints it, or as
 * Microsoft's FwDiagnose names an object of Windows that the header leaves out.
 *
 * @param guid The GUID in canonical form
 * @param kind What the object is
 * @returns The symbol, or null if there is none
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const symbol = findSymbol("3b89653c-c170-49e4-b1cd-e0eeeee19a3e", "layer");
 * assertEquals(symbol, "FWPM_LAYER_STREAM_V4");
 * ```
 */
export function findSymbol(guid: Guid, kind: Kind): string | null {
  return findRow(guid, kind)?.[0] ?? null;
}
