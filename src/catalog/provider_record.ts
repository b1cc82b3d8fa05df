import type { ProviderRecord } from "../model/record.ts";
import type { ProviderFact } from "./facts.ts";
import { formatReferences } from "./references.ts";
import { sinceOf } from "./windows_versions.ts";

/** The record of a provider. */
export function providerRecord(row: ProviderFact): ProviderRecord {
  const [name, guid, since, displayName, serviceName, source, description] =
    row;
  const extra = row[7];
  return {
    kind: "provider",
    name,
    guid,
    aliases: extra?.aliases ?? [],
    displayName,
    description,
    since: sinceOf(since),
    builtin: since !== null,
    flags: null,
    serviceName,
    providerData: null,
    notes: extra?.notes ?? [],
    references: formatReferences([source, ...extra?.also ?? []]),
    source: "builtin",
  };
}
