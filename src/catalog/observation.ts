import { CALLOUT_FLAGS, formatFlags } from "../model/flags.ts";
import type { Guid, Observation } from "../model/record.ts";
import { OBSERVED_CALLOUTS } from "./data/observed_callouts.ts";
import { OBSERVED_OTHER_CALLOUTS } from "./data/observed_other_callouts.ts";
import type { OtherCalloutFact } from "./facts.ts";
import { findGuid } from "./find_guid.ts";
import { onlyValue } from "./only_value.ts";
import { isFromMachine, type SourceKey, sourceName } from "./references.ts";

/** An observation, and where it is from. */
export interface Observed {
  readonly observation: Observation;
  readonly sources: readonly SourceKey[];
}

/**
 * What dumps show of a callout of the header.
 *
 * @param name Its symbol
 * @returns The observation, or null if no dump shows the callout
 */
export function observeBuiltin(name: string): Observed | null {
  const row = OBSERVED_CALLOUTS.holding(name)
    .find((row) => row[0] === name);
  if (row === undefined) return null;
  const [, layer, runtimeId, displayName, flags, sources, chineseName] = row;
  return {
    observation: {
      displayName,
      localizedNames: chineseName === null
        ? []
        : [{ locale: "zh-CN", name: chineseName }],
      layer,
      layerGuid: findGuid(layer, "layer"),
      ...stateOf(flags),
      runtimeId,
      seenIn: sources.map(sourceName),
    },
    sources,
  };
}

/**
 * What running systems, not source code, show of a callout outside the header.
 *
 * @param guid Its GUID
 * @param rows Its sightings
 * @returns The observation, or null if only source code is known
 */
export function observeOther(
  guid: Guid,
  rows: readonly OtherCalloutFact[],
): Observed | null {
  const seen = rows.filter((row) => isFromMachine(row[4]));
  if (seen.length === 0) return null;
  const layer = onlyValue(seen.map((row) => row[2]));
  const state = OBSERVED_OTHER_CALLOUTS.holding(guid)
    .find((row) => row[0] === guid);
  const sources = [...new Set(seen.flatMap(sourcesOf))];
  return {
    observation: {
      displayName: seen.find((row) => row[1] !== null)?.[1] ?? null,
      localizedNames: [],
      layer,
      layerGuid: layer === null ? null : findGuid(layer, "layer"),
      ...stateOf(state?.[1] ?? null),
      runtimeId: state?.[2] ?? null,
      seenIn: sources.map(sourceName),
    },
    sources,
  };
}

/** All sources of one sighting. */
export function sourcesOf(row: OtherCalloutFact): readonly SourceKey[] {
  return [row[4], ...row[5]?.also ?? []];
}

function stateOf(
  bits: number | null,
): Pick<Observation, "flags" | "registered"> {
  if (bits === null) return { flags: null, registered: null };
  const flags = formatFlags(CALLOUT_FLAGS, bits);
  return { flags, registered: flags.includes("FWPM_CALLOUT_FLAG_REGISTERED") };
}
