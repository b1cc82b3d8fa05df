import { findGuid } from "../catalog/find_guid.ts";
import { findRecord } from "../catalog/find_record.ts";
import { findSymbol } from "../catalog/find_symbol.ts";
import type { CatalogKind } from "../catalog/tables.ts";
import { isCanonicalGuid, NIL_GUID } from "../model/guid.ts";
import type { RawKey, RawSnapshot } from "../model/raw.ts";
import type { CatalogRecord, Guid } from "../model/record.ts";

/** An object that another one names. */
export interface Reference {
  /** The symbol, else the display name, else null. */
  readonly name: string | null;
  /** Null if the source gives a symbol that we do not know. */
  readonly guid: Guid | null;
}

interface Named {
  readonly key: RawKey;
  readonly name: string | null;
}

const NONE: Reference = { name: null, guid: null };

/** Finds the names and GUIDs of the objects of one source. */
export class References {
  readonly #known: Partial<Record<CatalogKind, Map<string, Reference>>> = {};
  readonly #displayNames: Partial<Record<CatalogKind, Map<string, string>>> =
    {};
  readonly #raw: RawSnapshot;

  /** @param raw The source, whose objects may name one another */
  constructor(raw: RawSnapshot) {
    this.#raw = raw;
  }

  /**
   * What a key stands for.
   *
   * @param key A symbol, a canonical GUID or null, as the source gives it
   * @param kind What it is the key of
   */
  find(key: RawKey, kind: CatalogKind): Reference {
    if (key === null || key === NIL_GUID) return NONE;
    const known = this.#known[kind] ??= new Map();
    let reference = known.get(key);
    if (reference === undefined) {
      reference = this.#look(key, kind);
      known.set(key, reference);
    }
    return reference;
  }

  #look(key: string, kind: CatalogKind): Reference {
    if (!isCanonicalGuid(key)) {
      const guid = findGuid(key, kind);
      return { name: (guid && findSymbol(guid, kind)) ?? key, guid };
    }
    const name = findSymbol(key, kind) ??
      this.#findDisplayName(key, kind) ?? findRecord(key, kind)?.name;
    return { name: name ?? null, guid: key };
  }

  #findDisplayName(key: string, kind: CatalogKind): string | undefined {
    const names = this.#displayNames[kind] ??= listDisplayNames(
      this.#objectsOf(kind),
    );
    return names.get(key);
  }

  #objectsOf(kind: CatalogKind): readonly Named[] | null {
    switch (kind) {
      case "callout":
        return this.#raw.callouts;
      case "layer":
        return this.#raw.layers;
      case "sublayer":
        return this.#raw.sublayers;
      case "provider":
        return this.#raw.providers;
      default:
        return null;
    }
  }
}

/** What the catalogue says of a GUID as an object of a kind. */
export function findFacts<K extends CatalogKind>(
  guid: Guid | null,
  kind: K,
): Extract<CatalogRecord, { kind: K }> | null {
  return guid === null ? null : findRecord(guid, kind);
}

function listDisplayNames(
  objects: readonly Named[] | null,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const { key, name } of objects ?? []) {
    if (key !== null && name !== null) names.set(key, name);
  }
  return names;
}
