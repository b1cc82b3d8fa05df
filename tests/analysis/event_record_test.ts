import { assertEquals } from "@std/assert";
import { findOwners } from "../../src/catalog/find_owners.ts";
import { COLLECTOR_SHAPES } from "../testing/event_collector_shapes.ts";
import { EVENT_SAMPLES, type EventSample } from "../testing/event_samples.ts";
import {
  formatViewerCopy,
  formatXml,
  JSON_SHAPES,
} from "../testing/event_shapes.ts";
import { buildEvtx } from "../testing/evtx_builder.ts";
import { runInMemory } from "../testing/memory_system.ts";

const RECORDS: readonly Record<string, unknown>[] = Deno.readTextFileSync(
  new URL("../testdata/events/records.jsonl", import.meta.url),
).trimEnd().split("\n").map((line) => JSON.parse(line)).map(withOwner);

/** The file names no owners: what is known of them is the catalogue's affair. */
function withOwner(record: Record<string, unknown>): Record<string, unknown> {
  const callout = record.callout as { guid: string } | null;
  if (callout === null) return record;
  const [owner] = findOwners(callout.guid);
  return { ...record, callout: { ...callout, owner: owner ?? null } };
}

async function decode(
  text: string | Uint8Array,
  words: readonly string[] = [],
): Promise<Record<string, unknown>[]> {
  const result = await runInMemory(["events", "in", "--jsonl", ...words], {
    files: { in: text },
  });
  assertEquals([result.code, result.stderr], [0, ""]);
  return result.stdout.split("\n").filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

function describeAll(format: (sample: EventSample) => string): string {
  return EVENT_SAMPLES.map(format).join("\n") + "\n";
}

Deno.test("events: one record of each number, from Event XML", async () => {
  const records = await decode(describeAll(formatXml));
  for (const [i, record] of records.entries()) assertEquals(record, RECORDS[i]);
  assertEquals(records.length, EVENT_SAMPLES.length);
});

const SHAPES = [...JSON_SHAPES, ...COLLECTOR_SHAPES];

for (const shape of SHAPES) {
  Deno.test(`events: the same records from JSON lines of ${shape.name}`, async () => {
    assertEquals(await decode(describeAll(shape.format)), RECORDS);
  });
}

Deno.test("events: the same records from JSON arrays and indented JSON", async () => {
  for (const { format } of SHAPES) {
    const values = EVENT_SAMPLES.map(format);
    assertEquals(await decode(`[${values.join(",")}]`), RECORDS);
    // Numbers of 64 bits would be rounded here, so the text is kept.
    assertEquals(await decode(`[\n  ${values.join(",\n  ")}\n]\n`), RECORDS);
  }
});

Deno.test("events: the same records from values over several lines", async () => {
  for (const { format } of JSON_SHAPES.filter(({ name }) => name === "NXLog")) {
    const values = EVENT_SAMPLES.map((sample) =>
      JSON.stringify(JSON.parse(format(sample)), null, 2)
    );
    assertEquals(await decode(values.join("\n")), RECORDS);
    assertEquals(await decode(`{"Events":[${values.join(",")}]}`), RECORDS);
  }
});

Deno.test("events: the same records from XML with a root, CRLF and a declaration", async () => {
  const text = '<?xml version="1.0" encoding="utf-16"?>\r\n<Events>\r\n' +
    describeAll(formatXml).replaceAll("\n", "\r\n") + "</Events>\r\n";
  assertEquals(await decode(text), RECORDS);
});

Deno.test("events: the same records from Event Viewer's copy", async () => {
  assertEquals(await decode(describeAll(formatViewerCopy)), RECORDS);
});

Deno.test("events: the same records from UTF-16 with and without a mark", async () => {
  const text = describeAll(formatXml);
  for (const start of ["\ufeff", ""]) {
    for (const isBig of [false, true]) {
      assertEquals(await decode(toUtf16(start + text, isBig)), RECORDS);
    }
  }
});

Deno.test("events: the same records from EVTX", async () => {
  assertEquals(await decode(buildEvtx(EVENT_SAMPLES)), RECORDS);
});

Deno.test("events: the same records from EVTX of forwarded events", async () => {
  const log = buildEvtx(EVENT_SAMPLES, { isForwarded: true });
  assertEquals(await decode(log), RECORDS);
});

Deno.test("events: fields without names need the number of a known version", async () => {
  const samples = EVENT_SAMPLES.filter(({ eventId }) => eventId === 5157);
  const values = samples.flatMap(({ fields }) => Object.values(fields));
  const filterIdOf = async (texts: readonly string[]): Promise<unknown> => {
    const xml = `<Event><System><EventID>5157</EventID></System><EventData>${
      texts.map((text) => `<Data>${text}</Data>`).join("")
    }</EventData></Event>`;
    const [record] = await decode(xml);
    return (record?.filter as { filterId: string } | null)?.filterId;
  };
  assertEquals(await filterIdOf(values), "66238");
  assertEquals(await filterIdOf(values.slice(0, -2)), "66238");
  assertEquals(await filterIdOf(values.slice(0, -1)), undefined);
  assertEquals(await filterIdOf([...values, "new"]), undefined);
});

Deno.test("events --encoding: letters of a console code page", async () => {
  const text = formatXml({ eventId: 5442, fields: { ProviderName: "#" } });
  const bytes = new TextEncoder().encode(text)
    .map((byte) => byte === 0x23 ? 0x82 : byte);
  const cases = [["cp850", "é"], ["1251", "\u201a"]] as const;
  for (const [encoding, letter] of cases) {
    const [record] = await decode(bytes, ["--encoding", encoding]);
    const provider = record?.provider as { displayName: string };
    assertEquals(provider.displayName, letter);
  }
});

function toUtf16(text: string, isBig: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) {
    view.setUint16(i * 2, text.charCodeAt(i), !isBig);
  }
  return new Uint8Array(view.buffer);
}
