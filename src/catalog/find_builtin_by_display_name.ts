import type { CalloutRecord } from "../model/record.ts";
import { OBSERVED_CALLOUTS } from "./data/observed_callouts.ts";
import { findGuid } from "./find_guid.ts";
import { findRecord } from "./find_record.ts";

/**
 * The built-in callout that has a display name on running systems.
 *
 * @param displayName The name in any language that was seen, compared to the letter
 * @returns The callout, or null if no built-in has that name
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const name = "WFP Built-in Silent Drop Transport v4 Discard Layer Callout";
 * const record = findBuiltinByDisplayName(name);
 * assertEquals(record?.guid, "eda08606-2494-4d78-89bc-67837c03b969");
 * ```
 */
export function findBuiltinByDisplayName(
  displayName: string,
): CalloutRecord | null {
  const row = OBSERVED_CALLOUTS.holding(displayName).find((row) =>
    row[3] === displayName || row[6] === displayName
  );
  const guid = row && findGuid(row[0], "callout");
  if (!guid) return null;
  return findRecord(guid, "callout");
}
