import type { CatalogRecord, Kind } from "../model/record.ts";
import { hasWildcards, parseWildcard } from "../model/wildcard.ts";
import { recordOf } from "./catalogue.ts";
import { entryNames } from "./entry_names.ts";

let joined: string | null = null;

/** Every name in one text, so that a part that none has is looked for once. */
function allNames(): string {
  return joined ??= [...entryNames().values()].flatMap(withoutParts).join("\n");
}

/** Leaves out the names that are parts of others. */
function withoutParts(names: readonly string[]): string[] {
  return names.filter((name) =>
    !names.some((other) => other !== name && other.includes(name))
  );
}

/**
 * The records whose name fits a pattern.
 *
 * @param pattern A wildcard pattern as PowerShell has it (`*`, `?`, `[abc]`, `[a-c]`,
 *   a backtick before a character that stands for itself), compared without letter
 *   case; without wildcard characters a part of the name. Names are symbols with and
 *   without their prefixes, aliases and display names
 * @param kind Only records of this kind
 * @returns The records in the order of the catalogue
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const names = matchNames("STREAM_PACKET_V?", "layer").map((record) => record.name);
 * assertEquals(names, ["FWPM_LAYER_STREAM_PACKET_V4", "FWPM_LAYER_STREAM_PACKET_V6"]);
 * ```
 */
export function matchNames(
  pattern: string,
  kind?: Kind,
): readonly CatalogRecord[] {
  const part = pattern.toLowerCase();
  const isPart = !hasWildcards(pattern);
  if (isPart && !allNames().includes(part)) return [];
  const fits = isPart
    ? (name: string): boolean => name.includes(part)
    : parseWildcard(pattern);
  const records: CatalogRecord[] = [];
  for (const [entry, names] of entryNames()) {
    if (kind !== undefined && entry.kind !== kind) continue;
    if (names.some(fits)) records.push(recordOf(entry));
  }
  return records;
}
