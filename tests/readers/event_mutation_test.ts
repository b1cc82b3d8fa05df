import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { describeEvent } from "../../src/analysis/event_record.ts";
import { findEventTemplate } from "../../src/analysis/event_template.ts";
import type { RawEvent } from "../../src/model/raw_event.ts";
import { readEvents } from "../../src/readers/event_file.ts";
import { PROPERTY_RUNS } from "../property_runs.ts";
import { COLLECTOR_SHAPES } from "../testing/event_collector_shapes.ts";
import { EVENT_SAMPLES } from "../testing/event_samples.ts";
import {
  formatViewerCopy,
  formatXml,
  JSON_SHAPES,
} from "../testing/event_shapes.ts";
import { buildEvtx } from "../testing/evtx_builder.ts";

const MAX_BYTES = 8192;
const ENCODER = new TextEncoder();

/** A file of at most 8 KB, or the part of it that is mutated. */
interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const TEXTS: readonly Seed[] = [
  { name: "XML", text: EVENT_SAMPLES.slice(9).map(formatXml).join("\n") },
  {
    name: "Event Viewer's copy",
    text: EVENT_SAMPLES.slice(9).map(formatViewerCopy).join("\n"),
  },
  ...[...JSON_SHAPES, ...COLLECTOR_SHAPES].map(({ name, format }) => ({
    name,
    text: EVENT_SAMPLES.slice(9).map(format).join("\n"),
  })),
  {
    name: "indented JSON",
    text: `[${
      JSON_SHAPES.slice(0, 3).map(({ format }) =>
        EVENT_SAMPLES.slice(14).map(format)
          .map((text) => JSON.stringify(JSON.parse(text), null, 1))
      ).join(",\n")
    }]`,
  },
].map(({ name, text }) => ({
  name,
  bytes: ENCODER.encode(text).subarray(0, MAX_BYTES),
}));

/** One change: bytes put in place of others. */
const EDIT = fc.record({
  at: fc.nat({ max: MAX_BYTES - 1 }),
  removed: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 600 })),
  added: fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc.constantFrom("<", ">", '"', "<Event ", "</Event>", "]]>", "<![CDATA[")
      .map((text) => ENCODER.encode(text)),
    fc.constantFrom("{", "}", "[", "\\", "\n", "null", "1e9", "&#0;")
      .map((text) => ENCODER.encode(text)),
  ),
});
const EDITS = fc.array(EDIT, { minLength: 1, maxLength: 4 });

function mutate(
  bytes: Uint8Array,
  edits: readonly { at: number; removed: number; added: Uint8Array }[],
): Uint8Array {
  return edits.reduce((before, { at, removed, added }) => {
    const from = Math.min(at, before.length);
    const rest = before.subarray(Math.min(from + removed, before.length));
    const after = new Uint8Array(from + added.length + rest.length);
    after.set(before.subarray(0, from));
    after.set(added, from);
    after.set(rest, from + added.length);
    return after;
  }, bytes);
}

function describe(event: RawEvent): void {
  const template = findEventTemplate(event.eventId, event.provider);
  if (template === undefined) return;
  describeEvent(event, template, {
    source: "f",
    attributeOwners: () => [],
    onUnknownWord: () => {},
  });
}

/** Reads to the end; every error names the file and a place in it. */
async function readAll(bytes: Uint8Array): Promise<number> {
  let at = 0;
  let count = 0;
  const readSync = (buffer: Uint8Array): number | null => {
    const part = bytes.subarray(at, at + buffer.length);
    if (part.length === 0) return null;
    buffer.set(part);
    at += part.length;
    return part.length;
  };
  for (const item of await readEvents({ readSync }, { file: "f" })) {
    count++;
    if (item.kind === "event") describe(item.event);
    assert(count <= bytes.length, "more items than bytes");
    if (item.kind !== "error") continue;
    const { file, line, offsetBytes } = item.error.place;
    const isPlace = line !== undefined || offsetBytes !== undefined ||
      item.error.code === "notEvents";
    assert(file === "f" && isPlace, item.error.message);
  }
  return count;
}

for (const { name, bytes } of TEXTS) {
  Deno.test(`readEvents(): mutated ${name} gives events or errors with a place`, async () => {
    await fc.assert(
      fc.asyncProperty(EDITS, async (edits) => {
        await readAll(mutate(bytes, edits));
      }),
      PROPERTY_RUNS,
    );
  });

  Deno.test(`readEvents(): ${name} cut at every byte gives events or errors with a place`, async () => {
    const small = bytes.subarray(0, 1500);
    for (let length = 0; length <= small.length; length++) {
      const count = await readAll(small.subarray(0, length));
      assert(length === 0 || count > 0 || length < 20);
    }
  });
}

/** Events of this machine, and of another one, which are written in another way. */
const LOGS = [{ isForwarded: false }, { isForwarded: true }].map((options) =>
  buildEvtx(EVENT_SAMPLES.slice(-2), options)
);

Deno.test("readEvents(): mutated EVTX gives events or errors with a place", async () => {
  const START = 0x1000;
  await fc.assert(
    fc.asyncProperty(
      EDITS,
      fc.boolean(),
      fc.constantFrom(...LOGS),
      async (edits, keepsLength, whole) => {
        const part = mutate(whole.subarray(START, START + MAX_BYTES), edits);
        const bytes = keepsLength
          ? whole.slice()
          : new Uint8Array(whole.length + part.length);
        bytes.set(whole);
        bytes.set(part.subarray(0, bytes.length - START), START);
        await readAll(bytes);
      },
    ),
    { ...PROPERTY_RUNS, numRuns: Math.ceil(PROPERTY_RUNS.numRuns / 10) },
  );
});

Deno.test("readEvents(): EVTX cut anywhere gives events or errors with a place", async () => {
  for (const whole of LOGS) {
    for (let length = 0; length < 0x1800; length += 97) {
      await readAll(whole.subarray(0, length));
    }
    assertEquals(await readAll(whole), 2);
  }
});
