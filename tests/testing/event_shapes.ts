import { type EventSample, SAMPLE_HEAD } from "./event_samples.ts";

const { time, computer, recordId } = SAMPLE_HEAD;
const NAME = "Microsoft-Windows-Security-Auditing";
const GUID = "{54849625-5478-4994-A5BA-3E3B0328C30D}";
const XMLNS = "http://schemas.microsoft.com/win/2004/08/events/event";

/** A way in which a program writes an event. */
export interface EventShape {
  readonly name: string;
  readonly format: (sample: EventSample) => string;
}

/** Event XML on one line, as `wevtutil` and `ToXml()` write it. */
export function formatXml({ eventId, fields }: EventSample): string {
  return `<Event xmlns='${XMLNS}'><System><Provider Name='${NAME}' Guid='${GUID}'/>` +
    `<EventID>${eventId}</EventID><Version>0</Version><Level>0</Level>` +
    `<TimeCreated SystemTime='${time.replace("Z", "00Z")}'/>` +
    `<EventRecordID>${recordId}</EventRecordID><Correlation/>` +
    `<Execution ProcessID='4' ThreadID='8'/><Channel>Security</Channel>` +
    `<Computer>${computer}</Computer><Security/></System>` +
    `${formatEventData(fields)}</Event>`;
}

function formatEventData(fields: EventSample["fields"]): string {
  const items = Object.entries(fields).map(([name, value]) =>
    `<Data Name='${name}'>${escapeXml(value)}</Data>`
  );
  return `<EventData>${items.join("")}</EventData>`;
}

/**
 * What Event Viewer puts on the clipboard: marks before the tags that hold others, and
 * texts as it shows them, their white space collapsed.
 */
export function formatViewerCopy({ eventId, fields }: EventSample): string {
  const shown = Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [
      name,
      text.replace(/\s+/g, " "),
    ]),
  );
  return formatXml({ eventId, fields: shown })
    .replaceAll("'", '"')
    .replace(/<(System|EventData)>/g, "\n- <$1>\n  ")
    .replaceAll("><Data", ">\n  <Data")
    .replace(/^<Event /, "- <Event ");
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function lowerGuids(fields: EventSample["fields"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      /^\{.*\}$/.test(value) ? value.toLowerCase() : value,
    ]),
  );
}

/** Fields as dumpers of EVTX files give them: numbers as numbers, GUIDs without braces. */
function typedFields(fields: EventSample["fields"]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const guid = /^\{(.*)\}$/.exec(value)?.[1];
      return [name, guid ?? (/^\d+$/.test(value) ? { raw: value } : value)];
    }),
  );
}

/** JSON in which a number of 64 bits keeps its digits. */
function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent)
    .replace(/\{\s*"raw":\s*"(\d+)"\s*\}/g, "$1");
}

const system = (eventId: unknown): object => ({
  Provider: { "#attributes": { Name: NAME, Guid: GUID } },
  EventID: eventId,
  TimeCreated: { "#attributes": { SystemTime: time } },
  EventRecordID: Number(recordId),
  Channel: "Security",
  Computer: computer,
});

/** JSON of the programs that are read, one value without line ends unless it says so. */
export const JSON_SHAPES: readonly EventShape[] = [
  {
    name: "NXLog",
    format: ({ eventId, fields }) =>
      toJson({
        EventTime: "2024-05-06T09:08:09.1234567+02:00",
        Hostname: computer,
        EventID: eventId,
        SourceName: NAME,
        ProviderGuid: GUID,
        RecordNumber: Number(recordId),
        ExecutionProcessID: 4,
        Message: "Text",
        ...lowerGuids(fields),
      }),
  },
  {
    name: "Winlogbeat",
    format: ({ eventId, fields }) =>
      toJson({
        "@timestamp": time,
        event: { code: String(eventId), provider: NAME },
        host: { name: "pc1" },
        message: "Text",
        winlog: {
          computer_name: computer,
          event_data: fields,
          event_id: String(eventId),
          provider_name: NAME,
          provider_guid: GUID,
          process: { pid: 4, thread: { id: 8 } },
          record_id: recordId,
        },
      }),
  },
  {
    name: "Winlogbeat in Elasticsearch",
    format: ({ eventId, fields }) =>
      toJson({
        _index: "winlogbeat",
        _source: {
          "@timestamp": time,
          "winlog.event_id": [eventId],
          "winlog.computer_name": [computer],
          "winlog.provider_name": [NAME],
          "winlog.record_id": [recordId],
          ...Object.fromEntries(
            Object.entries(fields).map((
              [name, value],
            ) => [`winlog.event_data.${name}`, [value]]),
          ),
        },
      }),
  },
  {
    name: "Sentinel, SecurityEvent",
    format: ({ eventId, fields }) =>
      toJson({
        TenantId: "x",
        TimeGenerated: time,
        SourceSystem: "OpsManager",
        Computer: computer,
        EventSourceName: NAME,
        Channel: "Security",
        EventID: eventId,
        EventRecordId: recordId,
        EventData: `<EventData xmlns="${XMLNS}">${
          formatEventData(fields).slice("<EventData>".length)
        }`,
        Type: "SecurityEvent",
      }),
  },
  {
    name: "Sentinel, WindowsEvent",
    format: ({ eventId, fields }) =>
      toJson({
        "TimeGenerated [UTC]": "5/6/2024, 7:08:09.1234567 AM",
        Computer: computer,
        Provider: NAME,
        EventID: eventId,
        EventRecordId: recordId,
        EventData: fields,
      }),
  },
  {
    name: "Azure Monitor, columns",
    format: ({ eventId, fields }) =>
      toJson({
        TimeGenerated: time,
        Computer: computer,
        EventSourceName: NAME,
        EventID: eventId,
        EventRecordId: recordId,
        ...fields,
      }),
  },
  {
    name: "Azure Monitor, ParameterXml",
    format: ({ eventId, fields }) =>
      toJson({
        TimeGenerated: time,
        Computer: computer,
        Source: NAME,
        EventID: eventId,
        EventRecordId: recordId,
        ParameterXml: Object.values(fields)
          .map((value) => `<Param>${escapeXml(value)}</Param>`).join(""),
      }),
  },
  {
    name: "Azure diagnostics, RawXml",
    format: (sample) =>
      toJson({
        time: "2024-05-06T07:10:00Z",
        properties: { RawXml: formatXml(sample) },
      }),
  },
  {
    name: "EvtxECmd",
    format: ({ eventId, fields }) =>
      toJson({
        PayloadData1: "Text",
        Computer: computer,
        Payload: JSON.stringify({
          EventData: {
            Data: Object.entries(fields).map(([name, value]) => ({
              "@Name": name,
              "#text": value,
            })),
          },
        }),
        Channel: "Security",
        Provider: NAME,
        EventId: eventId,
        EventRecordId: recordId,
        ProcessId: 4,
        TimeCreated: "2024-05-06T07:08:09.1234567+00:00",
        RecordNumber: 1,
      }),
  },
  {
    name: "evtx_dump",
    format: ({ eventId, fields }) =>
      toJson({
        Event: {
          "#attributes": { xmlns: XMLNS },
          System: system(eventId),
          EventData: typedFields(fields),
        },
      }),
  },
  {
    name: "evtx_dump, EventID with attributes",
    format: ({ eventId, fields }) =>
      toJson({
        Event: {
          System: system({
            "#attributes": { Qualifiers: "" },
            "#text": eventId,
          }),
          EventData: typedFields(fields),
        },
      }),
  },
  {
    name: "python-evtx through xmltodict",
    format: ({ eventId, fields }) =>
      toJson({
        Event: {
          "@xmlns": XMLNS,
          System: {
            Provider: { "@Name": NAME, "@Guid": GUID },
            EventID: { "@Qualifiers": "", "#text": String(eventId) },
            TimeCreated: { "@SystemTime": "2024-05-06 07:08:09.1234567" },
            EventRecordID: recordId,
            Computer: computer,
          },
          EventData: {
            Data: Object.entries(fields).map(([name, value]) => ({
              "@Name": name,
              "#text": value,
            })),
          },
        },
      }),
  },
  {
    name: "Data with attributes",
    format: ({ eventId, fields }) =>
      toJson({
        Event: {
          System: system(eventId),
          EventData: {
            Data: Object.entries(fields).map(([Name, value]) => ({
              "#attributes": { Name },
              "#text": value,
            })),
          },
        },
      }),
  },
  {
    name: "evtx_dump, attributes apart",
    format: ({ eventId, fields }) =>
      toJson({
        Event_attributes: { xmlns: XMLNS },
        Event: {
          System: {
            Provider_attributes: { Name: NAME, Guid: GUID },
            EventID: eventId,
            TimeCreated_attributes: { SystemTime: time },
            EventRecordID: Number(recordId),
            Computer: computer,
          },
          EventData: typedFields(fields),
        },
      }),
  },
  {
    name: "python-evtx's own evtx_dump_json",
    format: ({ eventId, fields }) =>
      toJson({
        EventRecordID: recordId,
        EventID: String(eventId),
        Task: "13573",
        TimeCreated: "2024-05-06 07:08:09.1234567",
        Channel: "Security",
        Computer: computer,
        UserID: "",
        ...fields,
      }),
  },
  {
    name: "xmltodict, all events in one value",
    format: ({ eventId, fields }) =>
      toJson({
        Events: {
          Event: [{
            System: {
              Provider: { "@Name": NAME },
              EventID: String(eventId),
              TimeCreated: { "@SystemTime": time },
              EventRecordID: recordId,
              Computer: computer,
            },
            EventData: {
              Data: Object.entries(fields).map(([name, value]) => ({
                "@Name": name,
                "#text": value,
              })),
            },
          }],
        },
      }),
  },
  {
    name: "Winlogbeat, with the event's XML",
    format: (sample) =>
      toJson({
        "@timestamp": time.replace("4567Z", "Z"),
        event: {
          code: String(sample.eventId),
          original: formatXml(sample),
          provider: NAME,
        },
        winlog: { event_id: String(sample.eventId), channel: "Security" },
      }),
  },
  {
    name: "Winlogbeat, the fields that Kibana shows",
    format: ({ eventId, fields }) =>
      toJson({
        _index: "winlogbeat",
        _id: "x",
        fields: {
          "@timestamp": [time],
          "event.code": [String(eventId)],
          "winlog.computer_name": [computer],
          "winlog.provider_name": [NAME],
          "winlog.record_id": [recordId],
          ...Object.fromEntries(
            Object.entries(fields).map((
              [name, value],
            ) => [`winlog.event_data.${name}`, [value]]),
          ),
        },
      }),
  },
  {
    name: "Azure Monitor through an event hub",
    format: ({ eventId, fields }) =>
      toJson({
        records: [{
          time: "2024-05-06T07:10:00Z",
          category: "SecurityEvent",
          properties: {
            TimeGenerated: time,
            Computer: computer,
            EventSourceName: NAME,
            EventID: eventId,
            EventRecordId: recordId,
            ...fields,
          },
        }],
      }),
  },
  {
    name: "Azure Monitor, the answer of its query",
    format: ({ eventId, fields }) => {
      const columns = {
        TimeGenerated: time,
        Computer: computer,
        EventSourceName: NAME,
        EventID: eventId,
        EventRecordId: recordId,
        ...fields,
      };
      return toJson({
        tables: [{
          name: "PrimaryResult",
          columns: Object.keys(columns).map((name) => ({
            name,
            type: "string",
          })),
          rows: [Object.values(columns)],
        }],
      });
    },
  },
  {
    name: "Splunk's collector, XML in its event",
    format: (sample) => toJson({ host: "pc1", event: formatXml(sample) }),
  },
  {
    name: "Fluent Bit",
    format: ({ eventId, fields }) =>
      toJson({
        ProviderName: NAME,
        EventID: eventId,
        TimeCreated: "2024-05-06 07:08:09.1234567 +0000",
        EventRecordID: Number(recordId),
        ProcessID: 4,
        Computer: computer,
        Message: "Text",
        StringInserts: Object.values(fields),
      }),
  },
  {
    name: "Get-WinEvent of PowerShell 7",
    format: ({ eventId, fields }) =>
      toJson({
        Id: eventId,
        ProviderName: NAME,
        ProviderId: "54849625-5478-4994-a5ba-3e3b0328c30d",
        LogName: "Security",
        ProcessId: 4,
        RecordId: Number(recordId),
        MachineName: computer,
        UserId: null,
        TimeCreated: "2024-05-06T09:08:09.1234567+02:00",
        Properties: Object.values(fields).map((Value) => ({ Value })),
        Message: "Text",
      }),
  },
];
