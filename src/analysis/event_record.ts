import { findLayerByRuntimeId } from "../catalog/find_layer_by_runtime_id.ts";
import { findOwners } from "../catalog/find_owners.ts";
import { findRecord } from "../catalog/find_record.ts";
import { findSymbol } from "../catalog/find_symbol.ts";
import type {
  EventCallout,
  EventConnection,
  EventFilter,
  EventLayer,
  EventObject,
  EventRecord,
  EventSublayer,
} from "../model/event.ts";
import type { RawEvent } from "../model/raw_event.ts";
import type { Guid, Kind, LayerRecord, Owner } from "../model/record.ts";
import { parseEventConditions } from "./event_conditions.ts";
import { EventFields } from "./event_fields.ts";
import type { EventTemplate } from "./event_template.ts";
import {
  ACTION_WORDS,
  CHANGE_WORDS,
  decodeEventWord,
  DIRECTION_WORDS,
  TYPE_WORDS,
} from "./event_words.ts";

/** An object that a callout belongs to. */
interface EventReference {
  readonly name: string | null;
  readonly guid: Guid | null;
}

/** What tells whose a callout is. */
export interface EventOwnerClues {
  readonly guid: Guid | null;
  /** Those that the catalogue knows by the GUID. */
  readonly known: readonly Owner[];
  readonly displayName: string | null;
  readonly layer: EventReference;
  readonly provider: EventReference;
}

/** What an event is described with. */
export interface EventContext {
  /** The path as given. */
  readonly source: string;
  /** The owners of a callout, the most likely first. */
  readonly attributeOwners: (clues: EventOwnerClues) => readonly Owner[];
  /** Is told when a word is in another language than English, and so unknown. */
  readonly onUnknownWord: () => void;
}

/**
 * Says what an audit event of the Windows Filtering Platform means.
 *
 * @param event The event as its file says it
 * @param template What is known of its number
 * @param context Where it is from, and what else to ask
 * @returns The record; what the event does not say is null
 */
export function describeEvent(
  event: RawEvent,
  template: EventTemplate,
  context: EventContext,
): EventRecord {
  const fields = new EventFields(event, template);
  const { isTraffic, typeField } = template;
  const word = makeDecoder(fields, context);
  const provider = readObject(fields, "provider", "provider");
  const layer = isTraffic ? readTrafficLayer(fields) : readLayer(fields);
  const filter = readFilter(fields);
  if (filter?.conditions?.some(({ match }) => match === null)) {
    context.onUnknownWord();
  }
  return {
    eventId: event.eventId,
    time: event.time,
    computer: event.computer,
    change: word("changetype", CHANGE_WORDS),
    callout: readCallout(fields, { layer, provider }, context),
    filter,
    layer,
    provider,
    process: readProcess(fields, isTraffic),
    user: readUser(fields),
    title: template.title,
    type: typeField === null ? null : word(typeField, TYPE_WORDS),
    action: template.action ?? word("action", ACTION_WORDS),
    sublayer: readSublayer(fields),
    connection: isTraffic
      ? readConnection(fields, word("direction", DIRECTION_WORDS))
      : null,
    recordId: event.recordId,
    join: null,
    source: context.source,
  };
}

type WordDecoder = <Word extends string>(
  name: string,
  words: Readonly<Record<string, Word>>,
) => Word | null;

function makeDecoder(fields: EventFields, context: EventContext): WordDecoder {
  return (name, words) => {
    const word = decodeEventWord(fields.text(name), words);
    if (word === undefined) context.onUnknownWord();
    return word ?? null;
  };
}

/**
 * Names an object of an event.
 *
 * @param guid Its key; null if it is not known
 * @param displayName What the event calls it
 * @param kind What it is
 * @returns The object, or null if nothing is known of it
 */
export function nameEventObject(
  guid: Guid | null,
  displayName: string | null,
  kind: Kind,
): EventObject | null {
  if (guid === null) {
    return displayName === null
      ? null
      : { guid, name: displayName, displayName };
  }
  const known = kind === "filter" ? null : findRecord(guid, kind);
  const shown = displayName ?? known?.displayName ?? null;
  const name = findSymbol(guid, kind) ?? shown;
  return { guid, name, displayName: shown };
}

/** Names a layer that the catalogue or a state holds, as an event shows it. */
export function nameEventLayer(
  record: LayerRecord,
  displayName: string | null,
): EventLayer {
  const { guid, name, runtimeId } = record;
  return {
    guid,
    name,
    displayName: displayName ?? record.displayName,
    runtimeId,
  };
}

function readObject(
  fields: EventFields,
  prefix: string,
  kind: Kind,
): EventObject | null {
  const guid = fields.guid(`${prefix}key`);
  return nameEventObject(guid, fields.text(`${prefix}name`), kind);
}

function readCallout(
  fields: EventFields,
  { layer, provider }: Pick<EventRecord, "layer" | "provider">,
  context: EventContext,
): EventCallout | null {
  const object = readObject(fields, "callout", "callout");
  if (object === null) return null;
  const { guid, displayName } = object;
  const [owner] = context.attributeOwners({
    guid,
    known: guid === null ? [] : findOwners(guid),
    displayName,
    layer: layer ?? UNKNOWN,
    provider: provider ?? UNKNOWN,
  });
  const runtimeId = fields.uint32("calloutid");
  return { ...object, runtimeId, owner: owner ?? null };
}

const UNKNOWN: EventReference = { name: null, guid: null };

function readFilter(fields: EventFields): EventFilter | null {
  const object = readObject(fields, "filter", "filter");
  const filterId = fields.uint64("filterid") ?? fields.uint64("filterrtid");
  if (object === null && filterId === null) return null;
  const conditions = fields.raw("conditions");
  return {
    guid: object?.guid ?? null,
    name: object?.name ?? null,
    displayName: object?.displayName ?? null,
    filterId,
    weight: object === null ? null : fields.uint64("weight"),
    conditions: conditions === null ? null : parseEventConditions(conditions),
  };
}

function readLayer(fields: EventFields): EventLayer | null {
  const object = readObject(fields, "layer", "layer");
  const runtimeId = fields.uint32("layerid");
  return object === null ? null : { ...object, runtimeId };
}

/** The layer of a connection event, which says a run-time id and a code for a name. */
function readTrafficLayer(fields: EventFields): EventLayer | null {
  const runtimeId = fields.uint32("layerrtid");
  const text = fields.text("layername");
  const displayName = text?.startsWith("%%") ? null : text;
  const record = runtimeId === null ? null : findLayerByRuntimeId(runtimeId);
  if (record !== null) {
    return { ...nameEventLayer(record, displayName), runtimeId };
  }
  return runtimeId === null && displayName === null
    ? null
    : { guid: null, name: displayName, displayName, runtimeId };
}

function readSublayer(fields: EventFields): EventSublayer | null {
  const object = readObject(fields, "sublayer", "sublayer");
  const weight = fields.uint32("weight");
  return object === null ? null : { ...object, weight };
}

function readProcess(
  fields: EventFields,
  isTraffic: boolean,
): EventRecord["process"] {
  const id = fields.uint32("processid");
  const path = isTraffic ? fields.text("application") : null;
  return id === null && path === null ? null : { id, path };
}

function readUser(fields: EventFields): EventRecord["user"] {
  const sid = fields.text("usersid");
  const name = fields.text("username");
  return sid === null && name === null ? null : { sid, name };
}

function readConnection(
  fields: EventFields,
  direction: EventConnection["direction"],
): EventConnection {
  const sid = (name: string): string | null => {
    const text = fields.text(name);
    return text === "S-1-0-0" ? null : text;
  };
  return {
    direction,
    protocol: fields.uint32("protocol"),
    sourceAddress: fields.text("sourceaddress"),
    sourcePort: fields.uint32("sourceport"),
    destinationAddress: fields.text("destaddress"),
    destinationPort: fields.uint32("destport"),
    remoteUser: sid("remoteuserid"),
    remoteMachine: sid("remotemachineid"),
    filterOrigin: fields.text("filterorigin"),
    etherType: fields.uint32("ethertype"),
    mediaType: fields.uint32("mediatype"),
    interfaceType: fields.uint32("interfacetype"),
    vlanTag: fields.uint32("vlantag"),
  };
}
