import type { SublayerRecord } from "../model/record.ts";
import type { SublayerFact } from "./facts.ts";
import { findGuid } from "./find_guid.ts";
import { formatReferences } from "./references.ts";
import { sinceOf } from "./windows_versions.ts";

/** The record of a sublayer. */
export function sublayerRecord(row: SublayerFact): SublayerRecord {
  const [name, guid, since, displayName, weight, provider, source] = row;
  const [, , , , , , , description, extra] = row;
  return {
    kind: "sublayer",
    name,
    guid,
    aliases: extra?.aliases ?? [],
    displayName,
    description,
    since: sinceOf(since),
    builtin: since !== null,
    weight,
    flags: null,
    provider,
    providerGuid: provider === null ? null : findGuid(provider, "provider"),
    providerData: null,
    notes: extra?.notes ?? [],
    references: formatReferences([source, ...extra?.also ?? []]),
    source: "builtin",
  };
}
