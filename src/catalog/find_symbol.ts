import type { Guid, Kind } from "../model/record.ts";
import { catalogue } from "./catalogue.ts";

let byKind: Map<Kind, Map<Guid, string>> | null = null;

/**
 * The symbol of a GUID, as the header defines it and netsh prints it.
 *
 * @param guid The GUID in canonical form
 * @param kind What the object is
 * @returns The symbol, or null if none is known
 */
export function findSymbol(guid: Guid, kind: Kind): string | null {
  return (byKind ??= makeIndex()).get(kind)?.get(guid) ?? null;
}

function makeIndex(): Map<Kind, Map<Guid, string>> {
  const index = new Map<Kind, Map<Guid, string>>();
  for (const { kind, guid, name, hasSymbol } of catalogue()) {
    if (name === null || !hasSymbol) continue;
    const symbols = index.get(kind) ?? new Map<Guid, string>();
    index.set(kind, symbols.set(guid, name));
  }
  return index;
}
