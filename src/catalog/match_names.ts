import type { CatalogRecord, Kind } from "../model/record.ts";
import { recordOf } from "./catalogue.ts";
import { entryNames } from "./entry_names.ts";

/**
 * The records whose name fits a pattern.
 *
 * @param pattern A wildcard pattern as PowerShell has it (`*`, `?`, `[abc]`, `[a-c]`,
 *   a backtick before a character that stands for itself), compared without letter
 *   case; without wildcard characters a part of the name
 * @param kind Only records of this kind
 * @returns The records in the order of the catalogue
 */
export function matchNames(
  pattern: string,
  kind?: Kind,
): readonly CatalogRecord[] {
  const matches = matcherOf(pattern.toLowerCase());
  const records: CatalogRecord[] = [];
  for (const [entry, names] of entryNames()) {
    if (kind !== undefined && entry.kind !== kind) continue;
    if (names.some(matches)) records.push(recordOf(entry));
  }
  return records;
}

function matcherOf(pattern: string): (name: string) => boolean {
  if (!/[*?[\]`]/.test(pattern)) return (name) => name.includes(pattern);
  const regex = new RegExp(`^${wildcardSource(pattern)}$`, "su");
  return (name) => regex.test(name);
}

/** A wildcard pattern as a regular expression. */
function wildcardSource(pattern: string): string {
  // A set needs at least one character; an unclosed bracket stands for itself.
  const parts = /`(.)|(\*+)|(\?)|\[(\]?[^\]]+)\]|([^])/gsu;
  return pattern.replace(parts, (_, escaped, stars, one, set, other) => {
    if (stars !== undefined) return ".*";
    if (one !== undefined) return ".";
    if (set !== undefined) return `[${set.replace(/[\\[\]^]/gu, "\\$&")}]`;
    return escapeRegExp(escaped ?? other);
  });
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
