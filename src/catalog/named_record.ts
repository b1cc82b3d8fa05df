import type { NamedRecord } from "../model/record.ts";
import type { NamedFact } from "./facts.ts";
import { formatReferences } from "./references.ts";
import { sinceOf } from "./windows_versions.ts";

/** The record of a condition field, a keying module or a provider context. */
export function namedRecord(
  kind: NamedRecord["kind"],
  row: NamedFact,
): NamedRecord {
  const [name, guid, since, source, description, extra] = row;
  return {
    kind,
    name,
    guid,
    aliases: extra?.aliases ?? [],
    displayName: null,
    description,
    since: sinceOf(since),
    builtin: since !== null,
    notes: extra?.notes ?? [],
    references: formatReferences([source, ...extra?.also ?? []]),
    source: "builtin",
  };
}
