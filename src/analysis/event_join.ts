import type {
  EventCallout,
  EventJoin,
  EventObject,
  EventRecord,
} from "../model/event.ts";
import type { FilterRecord, Guid, LayerRecord } from "../model/record.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { nameEventLayer, nameEventObject } from "./event_record.ts";

const SAME_BOOT =
  "run-time ids are valid for one boot only: this is the filter if the state is from the boot of the event";
const OTHER_LAYER =
  "the filter is at another layer than the event: the state may be from another boot, or the engine kept an earlier decision";
const NOT_FOUND =
  "no filter has this run-time id: the filter is gone, or the state is from another boot";

/** What states say of the run-time ids of events. */
export class EventJoiner {
  readonly #filters = new Map<string, FilterRecord[]>();
  readonly #layers = new Map<number, LayerRecord>();
  readonly #snapshots: readonly Snapshot[];

  /** @param snapshots The states; of two filters with one id that at the event's layer counts */
  constructor(snapshots: readonly Snapshot[]) {
    this.#snapshots = snapshots;
    for (const { filters, layers } of snapshots) {
      for (const filter of filters ?? []) {
        if (filter.filterId === null) continue;
        const known = this.#filters.get(filter.filterId);
        if (known === undefined) this.#filters.set(filter.filterId, [filter]);
        else known.push(filter);
      }
      for (const layer of layers ?? []) {
        if (layer.runtimeId !== null && !this.#layers.has(layer.runtimeId)) {
          this.#layers.set(layer.runtimeId, layer);
        }
      }
    }
  }

  /**
   * Fills in the filter that an event names by its run-time id only, and its callout.
   *
   * @param event The event
   * @returns The event with what was found and a word on how far that holds; the event
   *   as it is, but for its callout's owner, if it names its objects by GUID
   */
  join(event: EventRecord): EventRecord {
    const { connection, filter } = event;
    if (connection === null) {
      return { ...event, callout: this.#completeCallout(event.callout) };
    }
    const layer = this.#completeLayer(event.layer);
    // Windows writes 0 where no filter decided.
    if (
      filter === null || filter.filterId === null || filter.filterId === "0"
    ) {
      return { ...event, layer };
    }
    const candidates = this.#filters.get(filter.filterId) ?? [];
    const sameLayer = candidates.find(({ layerGuid }) =>
      layerGuid !== null && layerGuid === layer?.guid
    );
    const found = sameLayer ?? candidates[0];
    if (found === undefined) {
      return { ...event, layer, join: notFound() };
    }
    return { ...event, layer, ...this.#fill(found, sameLayer !== undefined) };
  }

  #fill(
    found: FilterRecord,
    isSameLayer: boolean,
  ): Pick<
    EventRecord,
    "callout" | "filter" | "provider" | "sublayer" | "join"
  > {
    const { guid, displayName, filterId, effectiveWeight, conditions } = found;
    const sublayer = nameEventObject(
      found.sublayerGuid,
      displayNameOf(this.#snapshots, "sublayers", found.sublayerGuid),
      "sublayer",
    );
    return {
      callout: this.#completeCallout(calloutOf(found)),
      filter: {
        guid,
        name: displayName,
        displayName,
        filterId,
        weight: effectiveWeight,
        conditions,
      },
      provider: nameEventObject(
        found.providerGuid,
        displayNameOf(this.#snapshots, "providers", found.providerGuid),
        "provider",
      ),
      sublayer: sublayer && { ...sublayer, weight: found.sublayerWeight },
      join: {
        matched: true,
        source: found.source,
        filterAction: found.action,
        note: isSameLayer ? SAME_BOOT : OTHER_LAYER,
      },
    };
  }

  #completeCallout(callout: EventCallout | null): EventCallout | null {
    if (callout === null || callout.guid === null) return callout;
    const record = this.#snapshots.flatMap(({ callouts }) => callouts ?? [])
      .find(({ guid }) => guid === callout.guid);
    if (record === undefined) return callout;
    return {
      guid: callout.guid,
      name: callout.name ?? record.name,
      displayName: callout.displayName ?? record.displayName,
      runtimeId: callout.runtimeId ?? record.runtimeId,
      owner: callout.owner ?? record.owner,
    };
  }

  #completeLayer(layer: EventRecord["layer"]): EventRecord["layer"] {
    if (layer === null || layer.guid !== null || layer.runtimeId === null) {
      return layer;
    }
    const record = this.#layers.get(layer.runtimeId);
    return record === undefined
      ? layer
      : nameEventLayer(record, layer.displayName);
  }
}

function notFound(): EventJoin {
  return { matched: false, source: null, filterAction: null, note: NOT_FOUND };
}

function calloutOf(filter: FilterRecord): EventCallout | null {
  const { callout, calloutName } = filter;
  if (callout === null) return null;
  const object = nameEventObject(callout, null, "callout") as EventObject;
  return {
    ...object,
    name: object.name ?? calloutName,
    runtimeId: null,
    owner: null,
  };
}

function displayNameOf(
  snapshots: readonly Snapshot[],
  list: "sublayers" | "providers",
  guid: Guid | null,
): string | null {
  for (const snapshot of snapshots) {
    const records: readonly {
      guid: Guid | null;
      displayName: string | null;
    }[] = snapshot[list] ?? [];
    const record = records.find((item) => item.guid === guid);
    if (record !== undefined) return record.displayName;
  }
  return null;
}
