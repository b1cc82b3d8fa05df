import { EventJoiner } from "../analysis/event_join.ts";
import { describeEvent } from "../analysis/event_record.ts";
import { EventTally } from "../analysis/event_tally.ts";
import { findEventTemplate } from "../analysis/event_template.ts";
import type { CommandSpec, Invocation, RecordWriter } from "../cli/command.ts";
import type { ByteReader } from "../cli/system.ts";
import { InputError, UsageError, WfpError } from "../model/errors.ts";
import type { EventRecord } from "../model/event.ts";
import type { RawEvent } from "../model/raw_event.ts";
import { readEvents } from "../readers/event_file.ts";
import type { EventItem } from "../readers/event_item.ts";
import { openDecoder } from "../readers/piece_decoder.ts";
import type { View } from "../render/view.ts";
import { attributeOwners } from "../sources/attribute_owners.ts";
import { readSources } from "./shared/read_sources.ts";
import { SOURCE_OPTIONS } from "./shared/source_options.ts";

/** More errors of one file are counted, not printed. */
const MAX_ERRORS = 20;

const VIEW: View<EventRecord> = {
  schema: "event",
  columns: [
    { title: "Time", value: ({ time }) => time ?? "", keepEmpty: true },
    {
      title: "Event",
      value: ({ eventId, title }) => `${eventId} ${title}`,
      leastWidth: 20,
    },
    {
      title: "Change",
      value: ({ change, action, connection }) =>
        change ?? (connection === null ? "" : action ?? ""),
    },
    { title: "Object", value: nameOfObject, leastWidth: 20 },
    {
      title: "Callout",
      value: ({ callout }) => callout?.name ?? callout?.guid ?? "",
      leastWidth: 20,
    },
    {
      title: "Layer",
      value: ({ layer }) => layer?.name ?? layer?.guid ?? "",
      leastWidth: 16,
      dropOrder: 1,
    },
    { title: "Owner", value: nameOfOwner, leastWidth: 12, dropOrder: 2 },
  ],
  rows: (event) => [event],
  summary: ({ length }) => `${length} event${length === 1 ? "" : "s"}`,
};

/** `wfpcallout events`: what do these audit events say? */
export const EVENTS: CommandSpec = {
  name: "events",
  summary: "decode audit events of the Windows Filtering Platform",
  description:
    "Decodes the events of the Security log that name callouts, filters, " +
    "providers and sublayers by GUID (5440, 5441, 5442, 5444, 5446, 5447, " +
    "5448, 5450) and those that name a filter by its run-time id (5150 to " +
    "5159). Other events are counted and skipped.\n\n" +
    "FILE is Event XML (wevtutil qe /f:xml, ToXml(), Event Viewer's copy), " +
    "JSON or JSON lines (NXLog, Winlogbeat, Azure Monitor, Wazuh, " +
    "OpenTelemetry, Graylog, Splunk, Fluentd, EvtxECmd, Velociraptor, " +
    "Chainsaw, Hayabusa, python-evtx, Get-WinEvent; also behind the head of " +
    "a syslog line) or EVTX, and is recognised by its content. Without FILE " +
    "standard input is read.\n\n" +
    "With --from or --live a run-time id becomes the filter and its callout. " +
    "Such ids are valid for one boot only, so the state must be from the " +
    "same boot as the events.",
  arguments: [{
    name: "FILE",
    repeatable: true,
    completion: "file",
    summary: "a file of events; - is standard input",
  }],
  options: SOURCE_OPTIONS,
  printsRecords: true,
  examples: [
    {
      command: "wfpcallout events Security.evtx",
      summary: "decode the events of a log that are about callouts and filters",
    },
    {
      command: "wfpcallout events --from wfpstate.xml Security.evtx --jsonl",
      summary: "which filter, and whose callout, dropped a packet",
    },
  ],
  exitOne: null,
  readsInput: () => true,
  run: async (invocation) => {
    checkEncoding(invocation);
    const decoder = new EventDecoder(
      invocation,
      await makeJoiner(invocation),
    );
    const paths = invocation.arguments.length > 0
      ? invocation.arguments
      : ["-"];
    for (const path of paths) await decoder.decodeFile(path);
    decoder.end();
    return true;
  },
};

async function makeJoiner(
  invocation: Invocation,
): Promise<EventJoiner | null> {
  const { options } = invocation;
  if (!options.has("live") && !options.has("from")) return null;
  return new EventJoiner(await readSources(invocation, { default: "live" }));
}

/** Decodes files one after another into one list of records. */
class EventDecoder {
  readonly #invocation: Invocation;
  readonly #joiner: EventJoiner | null;
  readonly #tally = new EventTally();
  readonly #writer: RecordWriter<EventRecord>;

  constructor(invocation: Invocation, joiner: EventJoiner | null) {
    this.#invocation = invocation;
    this.#joiner = joiner;
    this.#writer = invocation.output.records(VIEW);
  }

  async decodeFile(path: string): Promise<void> {
    const { options, system } = this.#invocation;
    let reader: ByteReader | null = null;
    try {
      const opened = reader = system.openFile(path);
      const file = { file: path, encoding: options.value("encoding") };
      const input = {
        readSync: (buffer: Uint8Array) => this.#read(opened, buffer),
      };
      this.#decodeItems(await readEvents(input, file), path);
    } catch (error) {
      if (!(error instanceof WfpError) || error instanceof UsageError) {
        throw error;
      }
      this.#invocation.report(error);
    } finally {
      reader?.close();
    }
  }

  /** Says what was counted. */
  end(): void {
    this.#writer.flush();
    for (const { message, ...options } of this.#tally.listNotes()) {
      this.#invocation.warn(message, options);
    }
  }

  /** Sends what was decoded before it waits for more. */
  #read(reader: ByteReader, buffer: Uint8Array): number | null {
    this.#writer.flush();
    return reader.readSync(buffer);
  }

  #decodeItems(items: Iterable<EventItem>, path: string): void {
    let errors = 0;
    for (const item of items) {
      if (item.kind === "event") this.#decodeEvent(item.event, path);
      else if (item.kind === "warning") {
        this.#invocation.warn(item.message, {
          code: "incomplete",
          details: { file: path },
        });
      } else if (++errors <= MAX_ERRORS) this.#invocation.report(item.error);
    }
    if (errors > MAX_ERRORS) {
      this.#invocation.report(moreErrors(path, errors - MAX_ERRORS));
    }
  }

  #decodeEvent(
    event: RawEvent,
    path: string,
  ): void {
    const template = findEventTemplate(event.eventId, event.provider);
    if (template === undefined) {
      this.#tally.countOther(event.eventId);
      return;
    }
    if (event.hasLocalTime) this.#tally.localTimes++;
    let hasUnknownWord = false;
    const record = describeEvent(event, template, {
      source: path,
      attributeOwners,
      onUnknownWord: () => hasUnknownWord = true,
    });
    if (hasUnknownWord) this.#tally.unknownWords++;
    this.#writer.write(this.#join(record));
  }

  #join(record: EventRecord): EventRecord {
    const joined = this.#joiner?.join(record) ?? record;
    if (joined.join !== null) {
      this.#tally.lookups.total++;
      if (joined.join.matched) this.#tally.lookups.found++;
    }
    return joined;
  }
}

function checkEncoding({ options }: Invocation): void {
  const encoding = options.value("encoding");
  // A name that is not known is an error whether it is needed or not
  if (encoding !== undefined) openDecoder(encoding);
}

function moreErrors(path: string, count: number): InputError {
  return new InputError(
    "damagedEvents",
    `Cannot read ${count} more places of "${path}"`,
    { place: { file: path }, details: { count } },
  );
}

function nameOfObject(event: EventRecord): string {
  const { callout, filter, sublayer, provider, connection } = event;
  if (connection !== null) return describeTraffic(event);
  const object = filter ?? callout ?? sublayer ?? provider;
  return object?.name ?? object?.guid ?? "";
}

/** `6 10.0.0.5:49683 -> 10.0.0.9:443 filter 76433`. */
function describeTraffic({ connection, filter }: EventRecord): string {
  if (connection === null) return "";
  const { protocol, sourceAddress, sourcePort } = connection;
  const { destinationAddress, destinationPort } = connection;
  const to = endpoint(destinationAddress, destinationPort);
  return [
    PROTOCOLS.get(protocol ?? -1) ?? protocol ?? "",
    endpoint(sourceAddress, sourcePort),
    to === "" ? "" : `-> ${to}`,
    filter === null ? "" : `filter ${filter.filterId}`,
  ].filter((part) => part !== "").join(" ");
}

const PROTOCOLS: ReadonlyMap<number, string> = new Map([
  [1, "ICMP"],
  [6, "TCP"],
  [17, "UDP"],
  [58, "ICMPv6"],
]);

function endpoint(address: string | null, port: number | null): string {
  if (address === null) return "";
  const host = address.includes(":") ? `[${address}]` : address;
  return port === null ? host : `${host}:${port}`;
}

function nameOfOwner({ callout }: EventRecord): string {
  const owner = callout?.owner;
  return owner?.product ?? owner?.vendor ?? "";
}
