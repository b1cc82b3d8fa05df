import { type EventSample, SAMPLE_HEAD } from "./event_samples.ts";
import { type EventShape, formatXml } from "./event_shapes.ts";

const { time, computer, recordId } = SAMPLE_HEAD;
const NAME = "Microsoft-Windows-Security-Auditing";
const GUID = "{54849625-5478-4994-A5BA-3E3B0328C30D}";
const SECONDS = "1714979289.1234567";

type Fields = Readonly<Record<string, unknown>>;

function rename(
  fields: Fields,
  name: (name: string) => string,
  value: (value: string) => unknown = (text) => text,
): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, text]) => [
      name(key),
      value(String(text)),
    ]),
  );
}

/** A tree of objects as one level of dotted names. */
function dotted(tree: object, before = ""): Record<string, unknown> {
  return Object.assign(
    {},
    ...Object.entries(tree).map(([name, value]) =>
      typeof value === "object"
        ? dotted(value, `${before}${name}.`)
        : { [before + name]: value }
    ),
  );
}

/** The part of a Wazuh alert that its decoder of event channels makes. */
function wazuhWin({ eventId, fields }: EventSample): object {
  return {
    system: {
      providerName: NAME,
      providerGuid: GUID,
      eventID: String(eventId),
      systemTime: time,
      eventRecordID: recordId,
      processID: "4",
      threadID: "8",
      channel: "Security",
      computer,
      severityValue: "AUDIT_FAILURE",
      message: '"Text"',
    },
    eventdata: rename(
      fields,
      (name) => name.charAt(0).toLowerCase() + name.slice(1),
      (text) => text.replaceAll("\\", "\\\\"),
    ),
  };
}

function wazuhAlert(sample: EventSample): object {
  return {
    timestamp: "2024-05-06T09:08:10.100+0200",
    rule: { level: 5, description: "x", id: "60103" },
    agent: { id: "001", name: "PC1", ip: "10.0.0.5" },
    manager: { name: "wazuh" },
    id: "1714979290.1",
    decoder: { name: "windows_eventchannel" },
    data: { win: wazuhWin(sample) },
    location: "EventChannel",
  };
}

/** The body that the receiver of OpenTelemetry makes of an event. */
function otelBody({ eventId, fields }: EventSample, isList = false): object {
  return {
    channel: "Security",
    computer,
    event_data: isList
      ? {
        data: Object.entries(fields).map(([name, text]) => ({ [name]: text })),
      }
      : fields,
    event_id: { id: eventId, qualifiers: 0 },
    keywords: ["Audit Failure"],
    level: "Information",
    message: "Text",
    details: { Subject: { "Account Name": "x" } },
    provider: { event_source: "", guid: GUID, name: NAME },
    record_id: Number(recordId),
    system_time: time,
    task: "x",
  };
}

/** A value as OTLP writes it in JSON. */
function anyValue(value: unknown): object {
  if (typeof value === "number") return { intValue: String(value) };
  if (Array.isArray(value)) {
    return { arrayValue: { values: value.map(anyValue) } };
  }
  if (typeof value !== "object" || value === null) {
    return { stringValue: value };
  }
  const values = Object.entries(value).map(([key, inner]) => ({
    key,
    value: anyValue(inner),
  }));
  return { kvlistValue: { values } };
}

function otlp(body: unknown): string {
  const logRecords = [{
    timeUnixNano: "1714979289123456700",
    body: anyValue(body),
    attributes: [],
  }];
  return JSON.stringify({
    resourceLogs: [{ resource: {}, scopeLogs: [{ scope: {}, logRecords }] }],
  });
}

function graylogMessage({ eventId, fields }: EventSample): object {
  return {
    _id: "x",
    source: "pc1",
    message: "Text",
    timestamp: time,
    winlogbeat_event_code: String(eventId),
    winlogbeat_event_provider: NAME,
    winlogbeat_winlog_channel: "Security",
    winlogbeat_winlog_computer_name: computer,
    winlogbeat_winlog_event_id: String(eventId),
    winlogbeat_winlog_provider_name: NAME,
    winlogbeat_winlog_record_id: recordId,
    ...rename(fields, (name) => `winlogbeat_winlog_event_data_${name}`),
  };
}

/** JSON of log collectors and of the programs that search EVTX files. */
export const COLLECTOR_SHAPES: readonly EventShape[] = [
  { name: "Wazuh", format: (sample) => JSON.stringify(wazuhAlert(sample)) },
  {
    name: "Wazuh, the event alone",
    format: (sample) => JSON.stringify({ win: wazuhWin(sample) }),
  },
  {
    name: "Wazuh in Elasticsearch",
    format: (sample) =>
      JSON.stringify({
        took: 1,
        hits: { hits: [{ _index: "wazuh", _source: wazuhAlert(sample) }] },
      }),
  },
  {
    name: "Wazuh, the fields that its dashboard shows",
    format: (sample) =>
      JSON.stringify({
        _index: "wazuh",
        fields: rename(dotted(wazuhAlert(sample)), (name) => name, (text) => [
          text,
        ]),
      }),
  },
  {
    name: "OpenTelemetry",
    format: (sample) => JSON.stringify(otelBody(sample)),
  },
  {
    name: "OpenTelemetry, fields as a list",
    format: (sample) => JSON.stringify(otelBody(sample, true)),
  },
  {
    name: "OpenTelemetry, an entry",
    format: (sample) =>
      JSON.stringify({
        timestamp: time,
        body: otelBody(sample),
        attributes: {},
      }),
  },
  {
    name: "OpenTelemetry in Elasticsearch",
    format: (sample) =>
      JSON.stringify({
        "@timestamp": time,
        body: { structured: otelBody(sample) },
      }),
  },
  {
    name: "OpenTelemetry, OTLP",
    format: (sample) => otlp(otelBody(sample)),
  },
  {
    name: "OpenTelemetry, OTLP of raw events",
    format: (sample) => otlp(formatXml(sample)),
  },
  {
    name: "Graylog",
    format: (sample) => JSON.stringify(graylogMessage(sample)),
  },
  {
    name: "Graylog, the answer of its search",
    format: (sample) =>
      JSON.stringify({
        messages: [{ message: graylogMessage(sample), index: "graylog_0" }],
        total_results: 1,
      }),
  },
  {
    name: "Graylog, an older Winlogbeat",
    format: ({ eventId, fields }) =>
      JSON.stringify({
        timestamp: time,
        winlogbeat_computer_name: computer,
        winlogbeat_event_id: eventId,
        winlogbeat_record_number: recordId,
        winlogbeat_source_name: NAME,
        ...rename(fields, (name) => `winlogbeat_event_data_${name}`),
      }),
  },
  {
    name: "GELF",
    format: ({ eventId, fields }) =>
      JSON.stringify({
        version: "1.1",
        host: computer,
        short_message: "Text",
        full_message: "Text",
        timestamp: Number(SECONDS),
        level: 6,
        _EventID: eventId,
        _SourceName: NAME,
        _RecordNumber: Number(recordId),
        _ExecutionProcessID: 4,
        ...rename(fields, (name) => `_${name}`),
      }),
  },
  {
    name: "Velociraptor",
    format: ({ eventId, fields }) =>
      JSON.stringify({
        System: {
          Provider: { Name: NAME, Guid: GUID },
          EventID: { Value: eventId },
          TimeCreated: { SystemTime: Number(SECONDS) },
          EventRecordID: Number(recordId),
          Channel: "Security",
          Computer: computer,
        },
        EventData: fields,
        Message: "Text",
      }),
  },
  {
    name: "Chainsaw",
    format: ({ eventId, fields }) =>
      JSON.stringify({
        group: "Sigma",
        kind: "individual",
        document: {
          kind: "evtx",
          path: "Security.evtx",
          data: {
            Event: {
              System: {
                Provider_attributes: { Name: NAME, Guid: GUID },
                EventID: eventId,
                TimeCreated_attributes: { SystemTime: time },
                EventRecordID: Number(recordId),
                Computer: computer,
              },
              EventData: fields,
            },
            Event_attributes: { xmlns: "x" },
          },
        },
        name: "x",
        timestamp: time,
      }),
  },
  {
    name: "Hayabusa, all fields",
    format: ({ eventId, fields }) =>
      JSON.stringify({
        Timestamp: "2024-05-06 09:08:09.1234567 +02:00",
        RuleTitle: "x",
        Level: "info",
        Computer: computer,
        Channel: "Sec",
        EventID: eventId,
        RecordID: Number(recordId),
        Details: { Proto: 6 },
        AllFieldInfo: fields,
      }),
  },
  {
    name: "Fluentd",
    format: ({ eventId, fields }) =>
      JSON.stringify({
        ProviderName: NAME,
        ProviderGUID: GUID,
        EventID: String(eventId),
        TimeCreated: time,
        EventRecordID: recordId,
        ThreadID: "8",
        Computer: computer,
        Description: "Text",
        EventData: Object.values(fields),
      }),
  },
  {
    name: "Fluentd, the older plugin",
    format: ({ eventId, fields }) =>
      JSON.stringify({
        channel: "security",
        record_number: recordId,
        time_generated: "2024-05-06 07:08:09.1234567 +0000",
        event_id: String(eventId),
        source_name: NAME,
        computer_name: computer,
        description: "Text",
        string_inserts: Object.values(fields),
      }),
  },
  {
    name: "Loki",
    format: (sample) =>
      JSON.stringify({
        source: NAME,
        channel: "Security",
        computer,
        event_id: sample.eventId,
        timeCreated: time,
        eventRecordID: Number(recordId),
        execution: { processId: 4, threadId: 8 },
        event_data: /<EventData>([^]*)<\/EventData>/
          .exec(formatXml(sample))?.[1],
        message: "Text",
      }),
  },
  {
    name: "a store that keeps the dumped event as text",
    format: ({ eventId, fields }) =>
      JSON.stringify({
        "@timestamp": time,
        "event.code": String(eventId),
        "event.original": JSON.stringify({
          Event: {
            System: {
              Provider: { "#attributes": { Name: NAME } },
              EventID: eventId,
              TimeCreated: { "#attributes": { SystemTime: time } },
              EventRecordID: Number(recordId),
              Computer: computer,
            },
            EventData: fields,
          },
        }),
      }),
  },
  {
    name: "Splunk, the columns of a search",
    format: ({ eventId, fields }) =>
      JSON.stringify({
        preview: false,
        result: {
          _time: "2024-05-06T09:08:09.1234567+02:00",
          ComputerName: computer,
          EventCode: String(eventId),
          RecordNumber: recordId,
          SourceName: "Microsoft Windows security auditing.",
          ...fields,
        },
      }),
  },
  {
    name: "xml2js",
    format: ({ eventId, fields }) =>
      JSON.stringify({
        Event: {
          $: { xmlns: "x" },
          System: [{
            Provider: [{ $: { Name: NAME, Guid: GUID } }],
            EventID: [{ _: String(eventId), $: { Qualifiers: "" } }],
            TimeCreated: [{ $: { SystemTime: time } }],
            EventRecordID: [recordId],
            Computer: [computer],
          }],
          EventData: [{
            Data: Object.entries(fields).map(([Name, text]) =>
              text === "" ? { $: { Name } } : { _: text, $: { Name } }
            ),
          }],
        },
      }),
  },
];
