/**
 * The record that `events` prints for one audit event of the Windows Filtering
 * Platform.
 *
 * Unknown is null, never missing. A word that Windows keeps as a code (`%%16384`)
 * is the code's English word, whatever the language of the machine.
 *
 * @module
 */

import type { FilterCondition, Guid, Owner } from "./record.ts";

/** An object that an event names: `name` is the symbol, else the display name. */
export interface EventObject {
  readonly guid: Guid | null;
  readonly name: string | null;
  readonly displayName: string | null;
}

/** The callout of an event. */
export interface EventCallout extends EventObject {
  /** The run-time id, valid for one boot. */
  readonly runtimeId: number | null;
  /** The most likely owner; null if none is known. */
  readonly owner: Owner | null;
}

/** The filter of an event; a connection event says only its `filterId`. */
export interface EventFilter extends EventObject {
  /** The run-time id, valid for one boot: 64 bits as decimal digits. */
  readonly filterId: string | null;
  /** 64 bits as decimal digits. */
  readonly weight: string | null;
  readonly conditions: readonly FilterCondition[] | null;
}

/** The layer of an event. */
export interface EventLayer extends EventObject {
  readonly runtimeId: number | null;
}

/** The sublayer of an event. */
export interface EventSublayer extends EventObject {
  /** 0 to 65535; the highest is evaluated first. */
  readonly weight: number | null;
}

/** The process that made the change, or whose traffic it is. */
export interface EventProcess {
  readonly id: number | null;
  readonly path: string | null;
}

/** The user that made the change. */
export interface EventUser {
  readonly sid: string | null;
  readonly name: string | null;
}

/** The traffic of a connection event, 5150 to 5159. */
export interface EventConnection {
  readonly direction: "Inbound" | "Outbound" | null;
  /** The number of the IP protocol, such as 6 for TCP. */
  readonly protocol: number | null;
  readonly sourceAddress: string | null;
  readonly sourcePort: number | null;
  readonly destinationAddress: string | null;
  readonly destinationPort: number | null;
  /** A SID; null where the event has none or the nobody SID, `S-1-0-0`. */
  readonly remoteUser: string | null;
  /** A SID; null where the event has none or the nobody SID, `S-1-0-0`. */
  readonly remoteMachine: string | null;
  /** What Windows reports as the origin of the filter, as written. */
  readonly filterOrigin: string | null;
  readonly etherType: number | null;
  readonly mediaType: number | null;
  readonly interfaceType: number | null;
  readonly vlanTag: number | null;
}

/** What became of the search for a filter's run-time id in the sources given. */
export interface EventJoin {
  /** Whether a filter with this run-time id was found; `note` says if it is at another layer. */
  readonly matched: boolean;
  /** The source of the filter, the path as given; null if none was found. */
  readonly source: string | null;
  /** `FWP_ACTION_…` of the filter; null if none was found. */
  readonly filterAction: string | null;
  /** How far this can be relied on: run-time ids are valid for one boot only. */
  readonly note: string;
}

/** What an event says was done. */
export type EventChange = "Add" | "Delete";

/** How long the object of an event lives. */
export type EventObjectType = "Boot-time" | "Persistent" | "Not persistent";

/** What the filter of an event does, or what was done to the traffic. */
export type EventAction = "Block" | "Permit" | "Callout";

/** One audit event of the Windows Filtering Platform. */
export interface EventRecord {
  readonly eventId: number;
  /** ISO 8601 in UTC, with as many digits as the event has, at most seven. */
  readonly time: string | null;
  readonly computer: string | null;
  /** Null where nothing was changed: present at start, or a connection event. */
  readonly change: EventChange | null;
  readonly callout: EventCallout | null;
  readonly filter: EventFilter | null;
  readonly layer: EventLayer | null;
  readonly provider: EventObject | null;
  readonly process: EventProcess | null;
  readonly user: EventUser | null;
  /** What happened, in the words of this program, such as `Filter changed`. */
  readonly title: string;
  /** The lifetime of the object that the event is about. */
  readonly type: EventObjectType | null;
  readonly action: EventAction | null;
  readonly sublayer: EventSublayer | null;
  readonly connection: EventConnection | null;
  /** The number of the event in its log: 64 bits as decimal digits. */
  readonly recordId: string | null;
  /** Null without `--from` and `--live`, or where the event has no run-time id to look up. */
  readonly join: EventJoin | null;
  /** The path as given, `-` for standard input. */
  readonly source: string;
}
