import type { LayerFact, ObservedCalloutFact } from "./facts.ts";
import { OBSERVED_CALLOUTS } from "./data/observed_callouts.ts";
import { catalogue, type Entry } from "./catalogue.ts";
import { LAYERS } from "./data/layers.ts";
import { PROVIDERS } from "./data/providers.ts";
import { SUBLAYERS } from "./data/sublayers.ts";

let names: ReadonlyMap<Entry, readonly string[]> | null = null;

/**
 * Every name of every object, in lower case: symbols and aliases whole, without
 * `FWPM_` and without the prefix of their kind, and display names.
 */
export function entryNames(): ReadonlyMap<Entry, readonly string[]> {
  return names ??= makeNames();
}

/**
 * The ways to write one symbol, in lower case: whole and without prefixes.
 *
 * @param symbol A symbol or a display name, which has no prefix
 */
export function spellings(symbol: string): readonly string[] {
  const whole = symbol.toLowerCase();
  if (!whole.startsWith("fwpm_")) return [whole];
  const short = whole.slice(5);
  const bare = short.replace(PREFIX, "");
  return [whole, short, bare];
}

const PREFIX =
  /^(?:callout|layer|sublayer|condition|provider_context|provider|keying_module)_/;

function makeNames(): ReadonlyMap<Entry, readonly string[]> {
  const display = displayNames();
  const names = new Map<Entry, readonly string[]>();
  for (const entry of catalogue()) {
    const own = [...entry.name === null ? [] : [entry.name], ...entry.aliases];
    const all = [
      ...own.flatMap(spellings),
      ...(display.get(`${entry.kind} ${entry.name}`) ?? []).map(lower),
    ];
    names.set(entry, [...new Set(all)]);
  }
  return names;
}

function lower(text: string): string {
  return text.toLowerCase();
}

/** Display names by kind and symbol. */
function displayNames(): Map<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const row of OBSERVED_CALLOUTS as readonly ObservedCalloutFact[]) {
    names.set(`callout ${row[0]}`, [
      row[3],
      ...row[6] === null ? [] : [row[6]],
    ]);
  }
  for (const row of LAYERS as readonly LayerFact[]) {
    names.set(`layer ${row[0]}`, [...row[5] === null ? [] : [row[5]], row[4]]);
  }
  for (const row of SUBLAYERS) {
    if (row[3] !== null) names.set(`sublayer ${row[0]}`, [row[3]]);
  }
  for (const row of PROVIDERS) {
    if (row[3] !== null) names.set(`provider ${row[0]}`, [row[3]]);
  }
  return names;
}
