import { assert, assertEquals } from "@std/assert";
import { tool } from "../tool.ts";

const GUID = "eda08606-2494-4d78-89bc-67837c03b969";
const NAME = "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP";

interface Resolution {
  readonly input: string;
  readonly matches: readonly {
    readonly kind: string;
    readonly name: string | null;
    readonly guid: string | null;
    readonly reading: string;
  }[];
  readonly suggestions: readonly {
    readonly name: string;
    readonly guid: string;
    readonly distance: number;
  }[];
  readonly line: number | null;
  readonly column: number | null;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly hint: string | null;
  } | null;
}

async function resolve(
  args: readonly string[],
  stdin?: string | Uint8Array,
): Promise<{ code: number; answers: Resolution[] }> {
  const { code, stdout } = await tool(
    ["resolve", "--jsonl", ...args],
    stdin === undefined ? {} : { stdin },
  );
  const lines = stdout === "" ? [] : stdout.trimEnd().split("\n");
  return { code, answers: lines.map((line) => JSON.parse(line)) };
}

function summarize({ matches }: Resolution): string[] {
  return matches.map(({ kind, name, reading }) => `${kind} ${name} ${reading}`);
}

Deno.test("wfpcallout resolve {GUID} names the callout", async () => {
  const { code, answers } = await resolve([`{${GUID.toUpperCase()}}`]);
  assertEquals(code, 0);
  assertEquals(answers.map(summarize), [[`callout ${NAME} guid`]]);
});

const NAMES: readonly (readonly [string, string])[] = [
  [NAME, `callout ${NAME} symbol`],
  ["wfp_transport_layer_v4_silent_drop", `callout ${NAME} symbol`],
  [
    "EDGE_TRAVERSAL_ALE_LISTEN_V6",
    "callout FWPM_CALLOUT_TEREDO_ALE_LISTEN_V6 alias",
  ],
  [
    "WFP Built-in Silent Drop Transport v4 Discard Layer Callout",
    `callout ${NAME} display name`,
  ],
  ["*LAYER_V4_SILENT_DROP", `callout ${NAME} wildcard`],
  ['"*LAYER_V4_SILENT_DROP"', `callout ${NAME} wildcard`],
  ["CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP", `callout ${NAME} symbol`],
  [`&${NAME},`, `callout ${NAME} symbol`],
  [`"${NAME}";`, `callout ${NAME} symbol`],
  [
    "\u201cWFP Built-in Silent Drop Transport v4 Discard Layer Callout\u201d",
    `callout ${NAME} display name`,
  ],
  ["FWPS_LAYER_STREAM_V4", "layer FWPM_LAYER_STREAM_V4 alias"],
];

for (const [text, answer] of NAMES) {
  Deno.test(`wfpcallout resolve "${text}"`, async () => {
    const { code, answers } = await resolve([text]);
    assertEquals(code, 0);
    assertEquals(answers.map(summarize), [[answer]]);
  });
}

Deno.test("wfpcallout resolve gives every kind that a name means, or the one of --kind", async () => {
  const both = await resolve(["TEREDO", "--kind", "sublayer"]);
  assertEquals(both.answers.map(summarize), [[
    "sublayer FWPM_SUBLAYER_TEREDO symbol",
  ]]);
  const none = await resolve([GUID, "--kind", "layer"]);
  assertEquals(none.code, 1);
  assertEquals(none.answers[0]?.matches, []);
});

Deno.test("wfpcallout resolve suggests the nearest GUIDs and names for a miss", async () => {
  const { code, answers } = await resolve([
    "eda08606-2494-4d78-89bc-67837c03b968",
    "WFP_TRANSPORT_LAYER_V4_SILENT_DORP",
    "qqqqqqqq",
    "silent_drop",
    "wfp transport-layer v4 silent dropp",
    "v4 silent drop",
    "WfpTransportLayerV4SilentDrop",
  ]);
  assertEquals(code, 1);
  assertEquals(answers[0]?.suggestions, [{
    name: NAME,
    guid: GUID,
    distance: 1,
  }]);
  assertEquals(answers[1]?.suggestions[0]?.name, NAME);
  assertEquals(answers[2]?.suggestions, []);
  assertEquals(answers[3]?.suggestions, [
    { name: NAME, guid: GUID, distance: NAME.length - "silent_drop".length },
    {
      name: NAME.replace("V4", "V6"),
      guid: "8693cc74-a075-4156-b476-9286eece814e",
      distance: NAME.length - "silent_drop".length,
    },
  ]);
  assertEquals(answers[4]?.suggestions[0], {
    name: NAME,
    guid: GUID,
    distance: 6,
  });
  assertEquals(answers[5]?.suggestions, [{
    name: NAME,
    guid: GUID,
    distance: NAME.length - "silent_drop".length - 3,
  }]);
  assertEquals(answers[6]?.suggestions[0], {
    name: NAME,
    guid: GUID,
    distance: 5,
  });
});

Deno.test("wfpcallout resolve answers standard input line by line, in order, blank lines too", async () => {
  const { code, answers } = await resolve([], `${GUID}\r\n\r\nnope\n{${GUID}`);
  assertEquals(code, 1);
  assertEquals(
    answers.map(({ input, line, matches, error }) => [
      input,
      line,
      matches.length,
      error?.code ?? null,
    ]),
    [
      [GUID, 1, 1, null],
      ["", 2, 0, "malformed"],
      ["nope", 3, 0, null],
      [`{${GUID}`, 4, 0, "malformed"],
    ],
  );
});

Deno.test("wfpcallout resolve reads UTF-16 and byte order marks", async () => {
  const text = `${GUID}\r\n${NAME}\r\n`;
  const wide = new Uint8Array(
    Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer,
  );
  const marked = new Uint8Array([0xff, 0xfe, ...wide]);
  const utf8 = new Uint8Array([
    0xef,
    0xbb,
    0xbf,
    ...new TextEncoder().encode(text),
  ]);
  for (const stdin of [wide, marked, utf8]) {
    const { code, answers } = await resolve([], stdin);
    assertEquals(code, 0);
    assertEquals(answers.map(({ input }) => input), [GUID, NAME]);
  }
});

Deno.test("wfpcallout resolve --input json takes texts with line breaks, and names bad lines", async () => {
  const definition = "DEFINE_GUID(X,\n0xeda08606, 0x2494, 0x4d78,\n" +
    "0x89, 0xbc, 0x67, 0x83, 0x7c, 0x03, 0xb9, 0x69);";
  const { code, answers } = await resolve(
    ["--input", "json"],
    `${JSON.stringify(definition)}\nplain\n12\n"${GUID}"\n`,
  );
  assertEquals(code, 3);
  assertEquals(
    answers.map((
      { matches, error },
    ) => [matches.length, error?.message ?? null]),
    [
      [1, null],
      [0, "Cannot read line 2 of standard input: it is not a JSON string"],
      [0, "Cannot read line 3 of standard input: it is not a JSON string"],
      [1, null],
    ],
  );
});

Deno.test("wfpcallout resolve answers each line before the next one is there", async () => {
  await tool(["version"]);
  const process = new Deno.Command(
    new URL("../../dist/wfpcallout", import.meta.url).pathname,
    { args: ["resolve", "--jsonl"], stdin: "piped", stdout: "piped" },
  ).spawn();
  const writer = process.stdin.getWriter();
  const reader = process.stdout.pipeThrough(new TextDecoderStream())
    .getReader();
  for (const text of [GUID, NAME, GUID]) {
    await writer.write(new TextEncoder().encode(`${text}\n`));
    let answer = "";
    while (!answer.endsWith("\n")) answer += (await reader.read()).value ?? "";
    assertEquals(JSON.parse(answer).input, text);
  }
  await writer.close();
  assertEquals((await process.status).code, 0);
  await reader.cancel();
});

const SOURCE = `// A header, a registry file and a script in one.
DEFINE_GUID(FWPM_X, 0xeda08606, 0x2494, 0x4d78,
  0x89, 0xbc, 0x67, 0x83, 0x7c, 0x03, 0xb9, 0x69);
static const GUID Y = {0x5132900d, 0x5e84, 0x4b5f,
  {0x80, 0xe4, 0x01, 0x74, 0x1e, 0x81, 0xff, 0x10}};
"Key"="{C38D57D1-05A7-4C33-904F-7FBCEEE60E82}"
"Value"=hex:06,86,a0,ed,94,24,78,4d,89,\\
  bc,67,83,7c,03,b9,69
"Hash"="d41d8cd98f00b204e9800998ecf8427e"
unknown 11111111-2222-4333-8444-555555555555
`;

Deno.test("wfpcallout resolve --scan finds every spelling with its place", async () => {
  const expected = [
    [2, 1, NAME],
    [4, 23, "FWPM_CALLOUT_IPSEC_INBOUND_TRANSPORT_V4"],
    [6, 7, "FWPM_LAYER_ALE_AUTH_CONNECT_V4"],
    [7, 9, NAME],
    [10, 9, null],
  ];
  const folder = await Deno.makeTempDir();
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(
      Uint16Array.from(SOURCE, (unit) => unit.charCodeAt(0)).buffer,
    ),
  ]);
  for (const bytes of [new TextEncoder().encode(SOURCE), utf16]) {
    await Deno.writeFile(`${folder}/x.reg`, bytes);
    const { code, answers } = await resolve(["--scan", `${folder}/x.reg`]);
    assertEquals(code, 0);
    assertEquals(
      answers.map(({ line, column, matches }) => [
        line,
        column,
        matches[0]?.name ?? null,
      ]),
      expected,
    );
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("wfpcallout resolve --scan tells the place in every format, and the file for people", async () => {
  const folder = await Deno.makeTempDir();
  const [one, two] = [`${folder}/one.h`, `${folder}/two.h`];
  await Deno.writeTextFile(one, `\n  {${GUID}}\n`);
  await Deno.writeTextFile(two, `// ${GUID}\n`);
  const scan = ["resolve", "--scan", one, "--scan", two];
  const places = [[one, 2, 3], [two, 1, 4]];
  const { answers } = await resolve(scan.slice(1));
  assertEquals(
    answers.map(({ line, column }) => [line, column]),
    [[2, 3], [1, 4]],
  );
  const text = await tool(scan);
  assertEquals(
    text.stdout.trimEnd().split("\n").map((line) => line.split("\t")[0]),
    places.map((place) => place.join(":")),
  );
  const table = await tool([...scan, "--format", "table"]);
  assertEquals(table.stdout.split(/\s/)[0], "Place");
  const csv = await tool([...scan, "--format", "csv"]);
  assert(csv.stdout.includes(",1,4,"), csv.stdout);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("wfpcallout resolve names any callout of the firewall's family", async () => {
  const { code, answers } = await resolve([
    "c3dbed20-0bb6-4bf3-828d-96732e1e0413",
  ]);
  assertEquals(code, 0);
  assert(answers[0]?.matches[0]?.reading === "family", "reading");
});

Deno.test("wfpcallout resolve --scan --encoding reads a file whose bytes do not tell", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/x.txt`;
  // Without a mark, and behind letters outside ASCII, UTF-16 cannot be told
  const text = `\u6f22\u5b57\u6f22\u5b57 {${GUID}}`;
  const units = Uint16Array.from(text, (unit) => unit.charCodeAt(0));
  await Deno.writeFile(path, new Uint8Array(units.buffer));
  const { code, answers } = await resolve([
    "--scan",
    path,
    "--encoding",
    "utf-16le",
  ]);
  assertEquals([code, answers.map(summarize)], [0, [[`callout ${NAME} guid`]]]);
  const wrong = await tool(["resolve", "--scan", path, "--encoding", "nope"]);
  assertEquals([wrong.code, wrong.stdout], [2, ""]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("wfpcallout resolve --encoding reads a pipe from a console", async () => {
  // What cp936 makes of a name that Chinese Windows gives a built-in callout
  const name = "\u5c42\u6807\u6ce8";
  const piped = new Uint8Array([0xb2, 0xe3, 0xb1, 0xea, 0xd7, 0xa2, 0x0a]);
  const { answers } = await resolve(["--encoding", "gbk"], piped);
  assertEquals(answers.map(({ input }) => input), [name]);
  const list = await tool(["list", "-", "--encoding", "gbk", "--json"], {
    stdin: piped,
  });
  assert(list.stdout.includes("FWPM_CALLOUT_"), list.stdout);
  for (const command of ["resolve", "validate"]) {
    const wrong = await tool([command, GUID, "--encoding", "nope"]);
    assertEquals(
      [wrong.code, wrong.stdout, wrong.stderr.split("\n")[0]],
      [2, "", 'error: Cannot use --encoding "nope": no encoding has that name'],
    );
  }
});

Deno.test("wfpcallout resolve hints at the GUID that a malformed text was meant to be", async () => {
  const { code, answers } = await resolve([
    "eda08606-2494-4d78-89bc-67837c03b96",
    "eda08606-2494-4d78-89bc-67837c03b9690",
    "EDAO8606-2494-4D78-89BC-67837CO3B969",
    "{eda08606\u20132494\u20134d78\u201389bc\u201367837c03b969}",
    "eda08606-2494-4d78",
    "11111111-2222-4333-8444-55555555555",
  ]);
  assertEquals(code, 1);
  const hint = `did you mean ${GUID} (${NAME})?`;
  assertEquals(
    answers.map(({ matches, suggestions, error }) => [
      matches.length + suggestions.length,
      error?.code,
      error?.hint,
    ]),
    [
      [0, "malformed", hint],
      [0, "malformed", hint],
      [0, "malformed", hint],
      [0, "malformed", hint],
      [0, "malformed", null],
      [0, "malformed", null],
    ],
  );
});

Deno.test("wfpcallout resolve --from suggests objects of the source too", async () => {
  const state = new URL(
    "../testdata/sources/small-state.xml",
    import.meta.url,
  ).pathname;
  const { answers } = await resolve([
    "11111111-1111-4111-8111-111111111122",
    "contoso conect",
    "--from",
    state,
  ]);
  assertEquals(answers.map(({ suggestions }) => suggestions), [
    [{
      name: "Contoso connect",
      guid: "11111111-1111-4111-8111-111111111111",
      distance: 2,
    }],
    [{
      name: "Contoso connect",
      guid: "11111111-1111-4111-8111-111111111111",
      distance: 1,
    }],
  ]);
});

Deno.test("wfpcallout resolve shows how far a suggestion is", async () => {
  const { code, stdout } = await tool([
    "resolve",
    "FWPM_CALLOUT_IPSEC_ALE_CONECT_V4",
  ]);
  assertEquals([code, stdout.trimEnd().split("\t").at(-1)], [
    1,
    "unknown; did you mean FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4 (distance 1), " +
    "FWPM_CALLOUT_IPSEC_ALE_CONNECT_V6 (distance 2)?",
  ]);
});
