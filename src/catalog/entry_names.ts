import { namesOf } from "./callout_record.ts";
import { catalogue, type Entry } from "./catalogue.ts";
import { LAYERS } from "./data/layers.ts";
import { OBSERVED_CALLOUTS } from "./data/observed_callouts.ts";
import { PROVIDERS } from "./data/providers.ts";
import { SUBLAYERS } from "./data/sublayers.ts";
import { findSightings } from "./sightings.ts";

const PREFIX =
  /^(?:callout|layer|sublayer|condition|provider_context|provider|keying_module)_/;

let names: ReadonlyMap<Entry, readonly string[]> | null = null;

/**
 * Every name of every object, in lower case: symbols and aliases whole, without
 * `FWPM_` and without the prefix of their kind, run-time symbols of layers, and
 * display names in every language.
 *
 * @returns The same map on each call
 */
export function entryNames(): ReadonlyMap<Entry, readonly string[]> {
  return names ??= makeNames();
}

/**
 * The ways to write one name, in lower case: whole and without prefixes.
 *
 * @param name A symbol, or a display name, which has no prefix
 */
export function spellings(name: string): readonly string[] {
  const whole = name.toLowerCase();
  if (!whole.startsWith("fwpm_")) return [whole];
  const short = whole.slice(5);
  return [whole, short, short.replace(PREFIX, "")];
}

function makeNames(): ReadonlyMap<Entry, readonly string[]> {
  const display = displayNames();
  return new Map(
    catalogue().map((entry) => {
      const { kind, name, aliases, guid, isOther } = entry;
      const all = [
        ...(name === null ? [] : [name, ...aliases]).flatMap(spellings),
        ...display.get(`${kind} ${name}`) ?? [],
        ...kind === "callout" && !isOther ? namesOf(findSightings(guid)) : [],
      ];
      return [entry, [...new Set(all.map((text) => text.toLowerCase()))]];
    }),
  );
}

/** Display names and run-time symbols by kind and symbol. */
function displayNames(): Map<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  const add = (kind: string, symbol: string, all: readonly (string | null)[]) =>
    names.set(`${kind} ${symbol}`, all.flatMap((name) => name ?? []));
  for (const row of OBSERVED_CALLOUTS()) {
    add("callout", row[0], [row[3], row[6]]);
  }
  for (const row of LAYERS()) add("layer", row[0], [row[5], row[4]]);
  for (const row of SUBLAYERS()) add("sublayer", row[0], [row[3]]);
  for (const row of PROVIDERS()) add("provider", row[0], [row[3]]);
  return names;
}
