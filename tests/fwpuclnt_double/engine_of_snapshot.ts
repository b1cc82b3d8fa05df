import { findGuid } from "../../src/catalog/find_guid.ts";
import type { RawSnapshot } from "../../src/model/raw.ts";
import type { Guid } from "../../src/model/record.ts";
import type { Snapshot } from "../../src/model/snapshot.ts";

/**
 * Makes of a source's records what the engine that they are from would hold.
 *
 * @param snapshot Records of a dump
 * @returns Raw objects whose keys are GUIDs
 */
export function engineOfSnapshot(snapshot: Snapshot): RawSnapshot {
  return {
    time: snapshot.time,
    computer: snapshot.computer,
    windows: snapshot.windows,
    complete: snapshot.complete,
    warnings: [],
    callouts: snapshot.callouts?.map((callout) => ({
      key: callout.guid,
      name: callout.displayName,
      description: callout.description,
      flags: callout.flags,
      providerKey: callout.providerGuid,
      providerData: callout.providerData,
      layerKey: callout.layerGuid,
      calloutId: callout.runtimeId,
    })) ?? null,
    filters: snapshot.filters?.map((filter) => ({
      key: filter.guid,
      name: filter.displayName,
      description: filter.description,
      flags: filter.flags,
      providerKey: filter.providerGuid,
      providerData: null,
      layerKey: filter.layerGuid,
      sublayerKey: filter.sublayerGuid,
      weight: filter.weight,
      conditions: filter.conditions?.map(({ field, match, value }) => ({
        fieldKey: guidOfField(field),
        matchType: match,
        value,
      })) ?? null,
      actionType: filter.action,
      calloutKey: filter.callout,
      providerContextKey: filter.providerContext,
      filterId: filter.filterId,
      effectiveWeight: filter.effectiveWeight,
    })) ?? null,
    layers: snapshot.layers?.map((layer) => ({
      key: layer.guid,
      name: layer.displayName,
      description: layer.description,
      flags: layer.flags,
      defaultSublayerKey: layer.defaultSublayerGuid,
      layerId: layer.runtimeId,
    })) ?? null,
    sublayers: snapshot.sublayers?.map((sublayer) => ({
      key: sublayer.guid,
      name: sublayer.displayName,
      description: sublayer.description,
      flags: sublayer.flags,
      providerKey: sublayer.providerGuid,
      providerData: sublayer.providerData,
      weight: sublayer.weight,
    })) ?? null,
    providers: snapshot.providers?.map((provider) => ({
      key: provider.guid,
      name: provider.displayName,
      description: provider.description,
      flags: provider.flags,
      providerData: provider.providerData,
      serviceName: provider.serviceName,
    })) ?? null,
  };
}

/** The field of a condition is a symbol where the catalogue has one. */
function guidOfField(field: string | null): Guid | null {
  return field?.startsWith("FWPM_") ? findGuid(field, "condition") : field;
}
