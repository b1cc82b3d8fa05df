import { assert, assertEquals } from "@std/assert";
import { readEvents } from "../../src/readers/event_file.ts";
import type { EventItem } from "../../src/readers/event_item.ts";
import { EVENT_SAMPLES } from "../testing/event_samples.ts";
import { formatXml } from "../testing/event_shapes.ts";
import { buildEvtx } from "../testing/evtx_builder.ts";

/** Three events whose XML is one line each. */
const SAMPLES = EVENT_SAMPLES.filter(({ eventId }) =>
  [5442, 5448, 5450].includes(eventId)
);
const EVENTS = SAMPLES.map(formatXml);
const [FIRST = "", SECOND = "", THIRD = ""] = EVENTS;
const JSON_LINE = '{"EventID":5442,"ProviderType":"%%16387"}';

/** Reads a file that comes in pieces of `step` bytes; errors as text, events as numbers. */
async function read(
  content: string | Uint8Array,
  step?: number,
): Promise<(number | string)[]> {
  return (await readItems(content, step)).map(describe);
}

async function readItems(
  content: string | Uint8Array,
  step = 1 << 20,
): Promise<EventItem[]> {
  const bytes = typeof content === "string"
    ? new TextEncoder().encode(content)
    : content;
  let at = 0;
  const readSync = (buffer: Uint8Array): number | null => {
    if (at >= bytes.length) return null;
    const part = bytes.subarray(at, at + Math.min(step, buffer.length));
    buffer.set(part);
    at += part.length;
    return part.length;
  };
  return [...await readEvents({ readSync }, { file: "f" })];
}

function describe(item: EventItem): number | string {
  if (item.kind === "event") return item.event.eventId;
  return item.kind === "error" ? item.error.message : item.message;
}

Deno.test("readEvents() reads a file whatever pieces it comes in", async () => {
  const xml = `\ufeff<Events>\n${EVENTS.join("\n")}\n</Events>`;
  const json = `${JSON_LINE}\n${JSON_LINE}\n`;
  const indented = JSON.stringify([JSON.parse(JSON_LINE)], null, 2);
  for (const step of [1, 2, 3, 7, 100]) {
    assertEquals(await read(xml, step), [5442, 5448, 5450]);
    assertEquals(await read(json, step), [5442, 5442]);
    assertEquals(await read(indented, step), [5442]);
    assertEquals(await read(indented.repeat(2), step), [5442, 5442]);
  }
  assertEquals(
    await read(buildEvtx(SAMPLES), 1000),
    [5442, 5448, 5450],
  );
});

Deno.test("readEvents() reads an array that is one long line, in a time that grows with it", async () => {
  // A pattern that is quadratic in the line would need hours for this
  const count = 50_000;
  const array = `[${Array(count).fill(JSON_LINE).join(",")}]`;
  assertEquals((await read(array)).length, count);
});

Deno.test("readEvents() finds nothing in an empty file, without an error", async () => {
  const texts = ["", "\ufeff", " \r\n\n", "[]", "<Events/>"];
  const answers = ['{"hits":{"hits":[]}}', '{"records":[]}'];
  for (const text of [...texts, ...answers]) {
    assertEquals(await read(text), []);
  }
});

Deno.test("readEvents() reads what stands behind any number of blanks", async () => {
  const blanks = " \n".repeat(100_000);
  assertEquals(await read(blanks), []);
  assertEquals(
    await read(`${blanks}${JSON_LINE}\n${JSON_LINE.slice(0, 9)}\n`),
    [
      5442,
      'Cannot read the event at line 100002 of "f": it is cut short',
    ],
  );
  assertEquals(await read(blanks + FIRST), [5442]);
});

Deno.test("readEvents() says what a file is that holds no events", async () => {
  assertEquals(await read("Time;Id\n1;2\n"), [
    'Cannot read events from "f": it is neither Event XML nor JSON nor EVTX',
  ]);
  assertEquals(await read("<wfpstate><layers/></wfpstate>"), [
    'Cannot read events from "f": it is XML, but not Event XML',
  ]);
  assertEquals(await read(`<!DOCTYPE a [<!ENTITY b "c">]>${FIRST}`), [
    'Cannot read "f": it has a DOCTYPE, which Event XML never has',
  ]);
});

Deno.test("readEvents() names what a packed or escaped file is, and what to do", async () => {
  const cases: readonly (readonly [string | Uint8Array, string, string])[] = [
    [Uint8Array.of(0x1f, 0x8b, 8, 0), "a gzip archive", "unpack it first"],
    ["PK\u0003\u0004 <Event>", "a ZIP archive", "unpack it first"],
    [
      FIRST.replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
      "Event XML written as HTML: its tags begin with &lt;",
      "copy the XML as a browser displays the page",
    ],
    [
      "Event[0]:\n  Log Name: Security\n",
      "neither Event XML nor JSON nor EVTX",
      "wevtutil qe Security /f:xml writes events as XML",
    ],
  ];
  for (const [content, what, hint] of cases) {
    const [item, ...more] = await readItems(content);
    const error = item?.kind === "error" ? item.error : undefined;
    assertEquals([error?.message, error?.hint, more], [
      `Cannot read events from "f": it is ${what}`,
      hint,
      [],
    ]);
  }
});

Deno.test("readEvents() reads JSON behind what syslog puts before it", async () => {
  const heads = [
    '<14>1 2024-05-06T07:08:09Z pc1 nxlog - - [a@1 b="1"] ',
    "<14>May  6 07:08:09 pc1 nxlog: ",
    "May  6 07:08:09 pc1 nxlog[7]: ",
    "2024-05-06T07:08:09.123+02:00 pc1 ",
  ];
  const at = 'Cannot read the event at line 2 of "f": ';
  for (const head of heads) {
    const line = head + JSON_LINE;
    assertEquals(await read(`${line}\n${line}\n`), [5442, 5442]);
    assertEquals(await read(`${line}\n${line.slice(0, -5)}\n${line}`), [
      5442,
      `${at}it is cut short`,
      5442,
    ]);
  }
});

Deno.test("readEvents() passes over what Wazuh took from other systems", async () => {
  const entry = (data: unknown, decoder: string): string =>
    JSON.stringify({ agent: { id: "1" }, decoder: { name: decoder }, data });
  const own = entry({ win: { system: { eventID: "5442" } } }, "windows");
  const lines = [
    own,
    entry({ srcuser: "root" }, "sshd"),
    entry({ id: "404", url: "/" }, "web-accesslog"),
    own,
  ];
  assertEquals(await read(lines.join("\n")), [5442, 404, 5442]);
});

Deno.test("readEvents() takes the events of a wrapper that holds other things too", async () => {
  const events = [JSON.parse(JSON_LINE), { note: "none" }];
  const text = JSON.stringify({ result: { events } });
  assertEquals((await read(text)).filter(Number), [5442]);
});

Deno.test("readEvents() goes into each wrapper once", async () => {
  const fields = Array.from({ length: 5000 }, (_, i) => [`field${i}`, "text"]);
  let value: unknown = Object.fromEntries(fields);
  for (let depth = 0; depth < 8; depth++) value = { data: value };
  const started = performance.now();
  await read(JSON.stringify(value));
  const elapsedMs = performance.now() - started;
  assert(elapsedMs < 3000, `${elapsedMs} ms`);
});

Deno.test("readEvents() keeps the digits of numbers in JSON within JSON", async () => {
  const inner =
    '{"Event":{"System":{"EventID":5447},"EventData":{"Weight":18446744073709551615}}}';
  const [item] = await readItems(JSON.stringify({ message: inner }));
  assertEquals(
    item?.kind === "event" ? [...item.event.fields] : item,
    [["weight", "18446744073709551615"]],
  );
});

Deno.test("readEvents() takes no names of types for the values that ConvertTo-Json lost", async () => {
  const type = "System.Diagnostics.Eventing.Reader.EventProperty";
  const event = {
    Id: 5157,
    ProviderName: "Microsoft-Windows-Security-Auditing",
    TimeCreated: { value: "/Date(1714979289123)/", DateTime: "Monday" },
    MachineName: "pc1",
    RecordId: 7,
    Properties: [type, type],
    Message: "Text",
  };
  const [item] = await readItems(JSON.stringify([event, event], null, 4));
  assertEquals(item?.kind === "event" && { ...item.event, fields: null }, {
    eventId: 5157,
    provider: "Microsoft-Windows-Security-Auditing",
    time: "2024-05-06T07:08:09.123Z",
    hasLocalTime: false,
    computer: "pc1",
    recordId: "7",
    fields: null,
    values: null,
    message: "Text",
  });
});

Deno.test("readEvents() names a damaged XML event and goes on behind it", async () => {
  const at = 'Cannot read the event at line 2 of "f": ';
  const cases: readonly (readonly [string, string])[] = [
    [SECOND.slice(0, 200), "<Event> begins before the last one ends"],
    [SECOND.replace("</System>", ""), "</Event> ends <System>"],
    [SECOND.replace("<System>", "<System"), "<System> is not well formed"],
    [SECOND.replace("<EventID>", "< EventID>"), "a < begins no element"],
    [SECOND.replace("5448", "x"), "it has no event number"],
    [SECOND.replace("<Event ", "<Evnt "), "its start tag is missing"],
    [
      SECOND.replace("<System>", "<!ENTITY x><System>"),
      "a declaration that begins with <! is not allowed",
    ],
    [
      SECOND.replace("<System>", "<a>".repeat(70) + "<System>"),
      "its elements are nested too deeply",
    ],
  ];
  for (const [broken, reason] of cases) {
    const text = `${FIRST}\n${broken}\n${THIRD}\n`;
    assertEquals(await read(text), [5442, at + reason, 5450]);
  }
});

Deno.test("readEvents() bounds an XML event that does not end", async () => {
  const endless = `${FIRST}\n<Event>${"<a/>".repeat(400_000)}`;
  assertEquals(await read(`${endless}\n${THIRD}`), [
    5442,
    'Cannot read the event at line 2 of "f": it has no end within 1,048,576 characters',
    5450,
  ]);
});

Deno.test("readEvents() names a damaged JSON line and goes on behind it", async () => {
  const at = 'Cannot read the event at line 2 of "f": ';
  const cases: readonly (readonly [string, string])[] = [
    [JSON_LINE.slice(0, 20), "it is cut short"],
    ['{"EventID" 5442}', "it is not valid JSON"],
    ['{"a":1}', "it has no event number"],
    ["17", "it is cut short"],
    ["plain text", "it is not valid JSON"],
  ];
  for (const [broken, reason] of cases) {
    const [first, second, third] = await read(
      `${JSON_LINE}\n${broken}\n${JSON_LINE}\n`,
    );
    assertEquals([first, third], [5442, 5442]);
    if (broken !== "17") assertEquals(second, at + reason);
  }
});

Deno.test("readEvents() names a damaged value of indented JSON and goes on", async () => {
  const value = JSON.stringify(JSON.parse(JSON_LINE), null, 2);
  const broken = value.replace(/\}$/, "");
  assertEquals(await read(`${value}\n${broken}\n${value}\n`), [
    5442,
    'Cannot read the event at line 5 of "f": it is cut short',
    5442,
  ]);
});

Deno.test("readEvents() says that a list or a root is cut between two events", async () => {
  const xml = `<Events>\n${FIRST}\n${SECOND}\n`;
  const json = `[${JSON_LINE},\n${JSON_LINE},\n`;
  const [event, list] = ["the events", "the event"].map((what) =>
    `Cannot read ${what} at line `
  );
  for (const step of [1, 5, 1 << 20]) {
    assertEquals(await read(xml, step), [
      5442,
      5448,
      `${event}4 of "f": they are cut short`,
    ]);
    assertEquals(await read(`${xml}</Events>`, step), [5442, 5448]);
    assertEquals(await read(`${xml}</Events>\n${xml}</Events>\n`, step), [
      ...[5442, 5448],
      ...[5442, 5448],
    ]);
    assertEquals(await read(json, step), [
      5442,
      5442,
      `${list}3 of "f": it is cut short`,
    ]);
    assertEquals(await read(`${json}${JSON_LINE}\n]\n`, step), [
      ...[5442, 5442],
      5442,
    ]);
  }
  assertEquals(await read("["), [`${list}1 of "f": it is cut short`]);
});

Deno.test("readEvents() names a damaged record of EVTX and goes on behind it", async () => {
  const bytes = buildEvtx(SAMPLES);
  const view = new DataView(bytes.buffer);
  const second = 0x1200 + view.getUint32(0x1204, true);
  bytes[second] = 0;
  assertEquals(await read(bytes), [
    'Cannot read the chunk at byte 4096 of "f": its checksum does not match',
    5442,
    `Cannot read the record at byte ${second} of "f": it has no valid head`,
    5450,
  ]);
});

Deno.test("readEvents() names a damaged record of forwarded events", async () => {
  const bytes = buildEvtx(SAMPLES, { isForwarded: true });
  const at = 0x1000 + 0x200;
  const second = at + new DataView(bytes.buffer).getUint32(at + 4, true);
  const edits: readonly (readonly [offset: number, byte: number])[] = [
    [0x18 + 4, 0x07], // another token than that of an element
    [0x18 + 4 + 8, 0xff], // a name beyond the chunk
  ];
  for (const [offset, byte] of edits) {
    const broken = bytes.slice();
    broken[second + offset] = byte;
    assertEquals(await read(broken), [
      'Cannot read the chunk at byte 4096 of "f": its checksum does not match',
      5442,
      `Cannot read the record at byte ${second} of "f": it holds no event`,
      5450,
    ]);
  }
});

Deno.test("readEvents() names where EVTX is cut", async () => {
  const bytes = buildEvtx(SAMPLES);
  assertEquals(await read(bytes.subarray(0, 100)), [
    'Cannot read the log at byte 100 of "f": it is cut short',
  ]);
  assertEquals(await read(bytes.subarray(0, 0x8000)), [
    5442,
    5448,
    5450,
    'Cannot read the log at byte 32768 of "f": it is cut short',
  ]);
  const wrong = bytes.slice();
  wrong[0x1000] = 0;
  assertEquals(await read(wrong), [
    'Cannot read the chunk at byte 4096 of "f": it has no signature',
  ]);
});

Deno.test("readEvents() only warns of a log that Windows was writing to", async () => {
  const bytes = buildEvtx(SAMPLES);
  bytes[0x78] = 1;
  bytes[0x1034] = 1;
  assertEquals(await read(bytes), [
    '"f" was copied while Windows wrote to it: its newest events may be missing',
    5442,
    5448,
    5450,
  ]);
});

Deno.test("readEvents() warns of bytes that are not in the file's encoding", async () => {
  const bytes = new TextEncoder().encode(FIRST);
  bytes[bytes.indexOf(0x4d)] = 0xff;
  assertEquals(await read(bytes), [
    5442,
    '"f" holds bytes that are not valid in its encoding: letters are lost there; name another with --encoding',
  ]);
});

Deno.test("readEvents() says that a log is cut between two of its chunks", async () => {
  const bytes = buildEvtx(SAMPLES);
  bytes[0x2a] = 2;
  assertEquals(await read(bytes), [
    5442,
    5448,
    5450,
    'Cannot read the log at byte 69632 of "f": it is cut short',
  ]);
  assertEquals(await read(bytes.subarray(0, 0x1000)), [
    'Cannot read the log at byte 4096 of "f": it is cut short',
  ]);
});
