import type { LayerRecord } from "../model/record.ts";
import { addressFamily } from "./address_family.ts";
import { LAYER_BUILDS, LAYER_RUNTIME_IDS } from "./data/layer_runtime_ids.ts";
import type { LayerFact, LayerRuntimeIdFact } from "./facts.ts";
import { findGuid } from "./find_guid.ts";
import { formatReferences } from "./references.ts";
import { sinceOf } from "./windows_versions.ts";

/** The flags of a layer by bit, lowest first, as fwpmtypes.h names them. */
const FLAGS = [
  [0x1, "FWPM_LAYER_FLAG_KERNEL"],
  [0x2, "FWPM_LAYER_FLAG_BUILTIN"],
  [0x4, "FWPM_LAYER_FLAG_CLASSIFY_MOSTLY"],
  [0x8, "FWPM_LAYER_FLAG_BUFFERED"],
] as const;

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
    flags: flags === null ? null : flagNames(flags),
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

function flagNames(flags: number): readonly string[] {
  return FLAGS.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name);
}

function runtimeIdsOf(runtimeName: string): LayerRecord["runtimeIds"] {
  const rows: readonly LayerRuntimeIdFact[] = LAYER_RUNTIME_IDS;
  const row = rows.find((row) => row[0] === runtimeName);
  return LAYER_BUILDS.flatMap((build, column) => {
    const id = row?.[column + 1];
    return typeof id === "number" ? [{ windows: String(build), id }] : [];
  });
}
