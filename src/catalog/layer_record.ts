import { formatFlags, LAYER_FLAGS } from "../model/flags.ts";
import type { LayerRecord } from "../model/record.ts";
import { addressFamily } from "./address_family.ts";
import { LAYER_BUILDS, LAYER_RUNTIME_IDS } from "./data/layer_runtime_ids.ts";
import type { LayerFact } from "./facts.ts";
import { findGuid } from "./find_guid.ts";
import { formatReferences } from "./references.ts";
import { sinceOf } from "./windows_versions.ts";

/** The default sublayer that the dump shows for every layer. */
const DEFAULT_SUBLAYER = "FWPM_SUBLAYER_UNIVERSAL";

/** The record of a layer. */
export function layerRecord(row: LayerFact): LayerRecord {
  const [name, guid, since, mode, runtimeName, displayName, flags] = row;
  const [, , , , , , , source, description, extra] = row;
  const runtimeIds = runtimeIdsOf(runtimeName);
  // A layer with flags is one that the dump shows.
  const defaultSublayer = flags === null ? null : DEFAULT_SUBLAYER;
  return {
    kind: "layer",
    name,
    guid,
    aliases: extra?.aliases ?? [],
    displayName,
    description,
    addressFamily: addressFamily(name),
    since: sinceOf(since),
    builtin: since !== null,
    mode,
    runtimeName,
    runtimeId: runtimeIds.at(-1)?.id ?? null,
    runtimeIds,
    flags: flags === null ? null : formatFlags(LAYER_FLAGS, flags),
    defaultSublayer,
    defaultSublayerGuid: defaultSublayer === null
      ? null
      : findGuid(defaultSublayer, "sublayer"),
    notes: extra?.notes ?? [],
    references: formatReferences([
      source,
      "fwpsk",
      ...flags === null ? [] : ["keployDump" as const],
      ...extra?.also ?? [],
    ]),
    source: "builtin",
  };
}

function runtimeIdsOf(runtimeName: string): LayerRecord["runtimeIds"] {
  const row = LAYER_RUNTIME_IDS.holding(runtimeName)
    .find((row) => row[0] === runtimeName);
  return LAYER_BUILDS.flatMap((build, column) => {
    const id = row?.[column + 1];
    return typeof id === "number" ? [{ windows: String(build), id }] : [];
  });
}
