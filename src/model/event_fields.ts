import type { Field, RecordFields } from "./fields.ts";

const OBJECT: readonly Field[] = [
  { name: "guid", type: "guid?", meaning: "the key" },
  {
    name: "name",
    type: "string?",
    meaning: "the symbol, else the display name",
  },
  {
    name: "displayName",
    type: "string?",
    meaning: "the name in the event, else the one that the catalogue knows",
  },
];

const EVENT: RecordFields = {
  title: "An audit event of the Windows Filtering Platform",
  fields: [
    { name: "eventId", type: "uint32", meaning: "the number of the event" },
    {
      name: "time",
      type: "time?",
      meaning: "when it happened, in UTC; null if its time zone is not known",
    },
    {
      name: "computer",
      type: "string?",
      meaning: "the computer where it happened",
    },
    {
      name: "change",
      type: "'Add'|'Delete'?",
      meaning: "what was done to the object; null where nothing was changed",
    },
    { name: "callout", type: "eventCallout?", meaning: "the callout" },
    { name: "filter", type: "eventFilter?", meaning: "the filter" },
    { name: "layer", type: "eventLayer?", meaning: "the layer" },
    { name: "provider", type: "eventObject?", meaning: "the provider" },
    {
      name: "process",
      type: "eventProcess?",
      meaning: "the process that made the change, or whose traffic it is",
    },
    {
      name: "user",
      type: "eventUser?",
      meaning: "the user that made the change",
    },
    {
      name: "title",
      type: "string",
      meaning: "what happened, in the words of this program",
    },
    {
      name: "type",
      type: "'Boot-time'|'Persistent'|'Not persistent'?",
      meaning: "how long the object of the event lives",
    },
    {
      name: "action",
      type: "'Block'|'Permit'|'Callout'?",
      meaning: "what the filter does, or what was done to the traffic",
    },
    { name: "sublayer", type: "eventSublayer?", meaning: "the sublayer" },
    {
      name: "connection",
      type: "eventConnection?",
      meaning: "the traffic, in events 5150 to 5159",
    },
    {
      name: "recordId",
      type: "uint64?",
      meaning: "the number of the event in its log",
    },
    {
      name: "join",
      type: "eventJoin?",
      meaning:
        "whether the run-time id was found in the sources of --from and --live",
    },
    { name: "source", type: "string", meaning: "the path as given" },
  ],
};

const CALLOUT: RecordFields = {
  title: "The callout of an event",
  fields: [
    ...OBJECT,
    {
      name: "runtimeId",
      type: "uint32?",
      meaning: "the run-time id, valid for one boot",
    },
    { name: "owner", type: "owner?", meaning: "the most likely owner" },
  ],
};

const FILTER: RecordFields = {
  title: "The filter of an event",
  fields: [
    ...OBJECT,
    {
      name: "filterId",
      type: "uint64?",
      meaning: "the run-time id, valid for one boot",
    },
    { name: "weight", type: "uint64?", meaning: "its weight" },
    {
      name: "conditions",
      type: "filterCondition[]?",
      meaning: "its conditions",
    },
  ],
};

const LAYER: RecordFields = {
  title: "The layer of an event",
  fields: [
    ...OBJECT,
    { name: "runtimeId", type: "uint32?", meaning: "the run-time id" },
  ],
};

const SUBLAYER: RecordFields = {
  title: "The sublayer of an event",
  fields: [
    ...OBJECT,
    {
      name: "weight",
      type: "uint32?",
      meaning: "0 to 65535; the highest is evaluated first",
    },
  ],
};

const PROCESS: RecordFields = {
  title: "The process of an event",
  fields: [
    { name: "id", type: "uint32?", meaning: "the process id" },
    { name: "path", type: "string?", meaning: "the path of its program" },
  ],
};

const USER: RecordFields = {
  title: "The user of an event",
  fields: [
    { name: "sid", type: "string?", meaning: "the SID" },
    { name: "name", type: "string?", meaning: "the account" },
  ],
};

const CONNECTION: RecordFields = {
  title: "The traffic of an event",
  fields: [
    {
      name: "direction",
      type: "'Inbound'|'Outbound'?",
      meaning: "which way it went",
    },
    {
      name: "protocol",
      type: "uint32?",
      meaning: "the number of the IP protocol",
    },
    {
      name: "sourceAddress",
      type: "string?",
      meaning: "the address that it came from",
    },
    { name: "sourcePort", type: "uint32?", meaning: "the port there" },
    {
      name: "destinationAddress",
      type: "string?",
      meaning: "the address that it went to",
    },
    { name: "destinationPort", type: "uint32?", meaning: "the port there" },
    {
      name: "remoteUser",
      type: "string?",
      meaning: "the SID of the user at the other end",
    },
    {
      name: "remoteMachine",
      type: "string?",
      meaning: "the SID of the machine at the other end",
    },
    {
      name: "filterOrigin",
      type: "string?",
      meaning: "what Windows reports as the origin of the filter",
    },
    { name: "etherType", type: "uint32?", meaning: "the type of the frame" },
    { name: "mediaType", type: "uint32?", meaning: "the NDIS media type" },
    { name: "interfaceType", type: "uint32?", meaning: "the interface's type" },
    { name: "vlanTag", type: "uint32?", meaning: "the tag of the VLAN" },
  ],
};

const JOIN: RecordFields = {
  title: "Whether a filter's run-time id was found",
  fields: [
    {
      name: "matched",
      type: "boolean",
      meaning: "whether a filter with this run-time id was found",
    },
    {
      name: "source",
      type: "string?",
      meaning: "where it was found: the path as given",
    },
    {
      name: "filterAction",
      type: "string?",
      meaning: "the filter's action: FWP_ACTION_...",
    },
    { name: "note", type: "string", meaning: "how far this can be relied on" },
  ],
};

/** The fields of the event record and of what is nested in it, by name. */
export const EVENT_FIELDS: Readonly<Record<string, RecordFields>> = {
  event: EVENT,
  eventObject: { title: "An object that an event names", fields: OBJECT },
  eventCallout: CALLOUT,
  eventFilter: FILTER,
  eventLayer: LAYER,
  eventSublayer: SUBLAYER,
  eventProcess: PROCESS,
  eventUser: USER,
  eventConnection: CONNECTION,
  eventJoin: JOIN,
};
