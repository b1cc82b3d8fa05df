import type { Guid, Kind } from "../model/record.ts";
import { catalogue } from "./catalogue.ts";

let byKind: Map<Kind, Map<string, Guid>> | null = null;

/**
 * The GUID of a symbol, spelled as netsh prints it; aliases count.
 *
 * @param symbol The whole symbol, such as `FWPM_LAYER_STREAM_V4`
 * @param kind What the object is
 * @returns The GUID, or null if the symbol is not known
 */
export function findGuid(symbol: string, kind: Kind): Guid | null {
  return (byKind ??= makeIndex()).get(kind)?.get(symbol) ?? null;
}

function makeIndex(): Map<Kind, Map<string, Guid>> {
  const index = new Map<Kind, Map<string, Guid>>();
  for (const { kind, guid, name, hasSymbol, aliases } of catalogue()) {
    if (name === null || !hasSymbol) continue;
    const guids = index.get(kind) ?? new Map<string, Guid>();
    index.set(kind, guids);
    for (const symbol of [name, ...aliases]) guids.set(symbol, guid);
  }
  return index;
}
