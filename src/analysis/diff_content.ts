/**
 * What of a record counts when two snapshots are compared.
 *
 * @module
 */

import type { CalloutRecord, FilterRecord, Guid } from "../model/record.ts";
import type { Snapshot } from "../model/snapshot.ts";

/** The members of a record that count, under the names that a difference is reported by. */
export type Content = Readonly<Record<string, unknown>>;

/**
 * The GUIDs that both sides know. Drivers that make their keys at run time have
 * other ones after each start; a reference to such an object is compared by its name.
 */
export class SharedGuids {
  readonly #shared: ReadonlySet<Guid>;
  readonly #displayNames = new Map<Guid, string>();

  /**
   * @param before The one side
   * @param after The other side
   * @param withFilters Whether filters are compared too
   */
  constructor(before: Snapshot, after: Snapshot, withFilters: boolean) {
    const known = listGuids(before, withFilters);
    this.#shared = listGuids(after, withFilters).intersection(known);
    for (const snapshot of [before, after]) this.#addNames(snapshot);
  }

  /** What stands for a referenced object in a comparison; null if there is none. */
  reference(guid: Guid | null, name: string | null): string | null {
    if (guid === null) return name;
    if (this.#shared.has(guid)) return guid;
    return this.#displayNames.get(guid) ?? name ?? guid;
  }

  /** The display name is what stays: the catalogue may have a symbol for only one of two GUIDs. */
  #addNames({ callouts, sublayers, providers }: Snapshot): void {
    for (
      const { guid, displayName } of [
        ...callouts ?? [],
        ...sublayers ?? [],
        ...providers ?? [],
      ]
    ) {
      if (guid !== null && displayName !== null) {
        this.#displayNames.set(guid, displayName);
      }
    }
  }
}

function listGuids(snapshot: Snapshot, withFilters: boolean): Set<Guid> {
  const guids = new Set<Guid>();
  const add = (guid: Guid | null): void => {
    if (guid !== null) guids.add(guid);
  };
  for (const { guid } of snapshot.sublayers ?? []) add(guid);
  for (const { guid } of snapshot.providers ?? []) add(guid);
  for (const { guid, providerGuid } of snapshot.callouts ?? []) {
    add(guid);
    add(providerGuid);
  }
  for (const filter of withFilters ? snapshot.filters ?? [] : []) {
    add(filter.sublayerGuid);
    add(filter.providerGuid);
    add(filter.callout);
  }
  return guids;
}

/** What of a callout counts; the display texts of built-ins follow the system's language. */
export function calloutContent(
  record: CalloutRecord,
  shared: SharedGuids,
): Content {
  return {
    displayName: record.builtin ? null : record.displayName,
    description: record.builtin ? null : record.description,
    layer: record.layerGuid ?? record.layer,
    registered: record.registered,
    persistent: record.persistent,
    flags: sorted(record.flags),
    provider: shared.reference(record.providerGuid, record.provider),
    providerData: record.providerData,
  };
}

/** What makes two callouts with different GUIDs the same. */
export function calloutIdentity(
  record: CalloutRecord,
  shared: SharedGuids,
): string {
  const { layer, provider } = calloutContent(record, shared);
  return JSON.stringify([record.displayName ?? record.name, layer, provider]);
}

/** What of a filter counts. The effective weight does not: the system works it out anew from the weight. */
export function filterContent(
  record: FilterRecord,
  shared: SharedGuids,
): Content {
  return {
    displayName: record.displayName,
    description: record.description,
    layer: record.layerGuid ?? record.layer,
    sublayer: shared.reference(record.sublayerGuid, record.sublayer),
    sublayerWeight: record.sublayerWeight,
    weight: record.weight,
    action: record.action,
    callout: shared.reference(record.callout, record.calloutName),
    flags: sorted(record.flags),
    conditions: sorted(record.conditions?.map((item) => JSON.stringify(item))),
    provider: shared.reference(record.providerGuid, record.provider),
    providerContext: record.providerContext,
  };
}

/** What makes two filters with different GUIDs the same. */
export function filterIdentity(
  record: FilterRecord,
  shared: SharedGuids,
): string {
  const content = filterContent(record, shared);
  return JSON.stringify([
    content["displayName"],
    content["layer"],
    content["sublayer"],
    content["provider"],
    content["action"],
    content["callout"],
    content["conditions"],
    content["weight"],
  ]);
}

function sorted(
  items: readonly string[] | null | undefined,
): readonly string[] | null {
  return items ? [...items].sort() : null;
}
