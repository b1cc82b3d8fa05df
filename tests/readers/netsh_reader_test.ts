import { assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../src/model/errors.ts";
import type { RawSnapshot } from "../../src/model/raw.ts";
import {
  type NetshReading,
  readNetsh,
} from "../../src/readers/netsh_reader.ts";

const STATE = readData("state.xml");
const FILTERS = readData("filters.xml");
const CALLOUT = "<item><calloutKey>FWPM_CALLOUT_A</calloutKey>" +
  "<calloutId>7</calloutId></item>";
const EMPTY_CALLOUT = {
  key: null,
  name: null,
  description: null,
  flags: null,
  providerKey: null,
  providerData: null,
  layerKey: null,
  calloutId: null,
};
const FRAGMENT =
  "This is a part of a netsh file: what it does not show is not known";

function readData(name: string): string {
  return Deno.readTextFileSync(
    new URL(`../testdata/netsh/${name}`, import.meta.url),
  );
}

/** What a reading says, without the stack of its fault. */
function told({ raw, fault }: NetshReading): {
  readonly raw: RawSnapshot;
  readonly fault: Pick<InputError, "code" | "message" | "place"> | null;
} {
  if (fault === null) return { raw, fault };
  const { code, message, place } = fault;
  return { raw, fault: { code, message, place } };
}

/** Reads a text with and without patterns, which must say the same. */
function readBoth(text: string): ReturnType<typeof told> {
  const reading = told(readNetsh(text));
  assertEquals(told(readNetsh(text, { usesPatterns: false })), reading);
  return reading;
}

function expected(name: string): RawSnapshot {
  return JSON.parse(readData(name));
}

Deno.test("readNetsh() reads a whole state, value for value", () => {
  assertEquals(readBoth(STATE), {
    raw: expected("state.expected.json"),
    fault: null,
  });
});

Deno.test("readNetsh() reads CR LF line ends as it reads LF", () => {
  assertEquals(readBoth(STATE.replaceAll("\n", "\r\n")), readNetsh(STATE));
});

Deno.test("readNetsh() reads a state without white space, comments between", () => {
  const dense = STATE.replaceAll(/>\s+</g, "><")
    .replaceAll("<calloutKey>", "<!-- a > b --><?pi <x>?><calloutKey>");
  assertEquals(readBoth(dense), readNetsh(STATE));
});

Deno.test("readNetsh() reads a state with one root", () => {
  const end = STATE.indexOf("<firewallState>");
  assertEquals(readBoth(STATE.slice(0, end)), readNetsh(STATE));
});

Deno.test("readNetsh() says that show filters names no callouts", () => {
  assertEquals(readBoth(FILTERS), {
    raw: expected("filters.expected.json"),
    fault: null,
  });
});

Deno.test("readNetsh() leaves out filters that are not wanted", () => {
  const { raw, fault } = readNetsh(STATE, { filters: "none" });
  assertEquals(fault, null);
  assertEquals(raw, { ...expected("state.expected.json"), filters: null });
});

Deno.test("readNetsh() takes references for what they stand for", () => {
  const text = "<callouts><item><displayData>" +
    "<name>a &amp;&lt;&gt;&quot;&apos;&#65;&#x4E2D;&#x1F600;</name>" +
    "<description>x<![CDATA[<&>\r\n]]><!-- no -->y</description>" +
    "</displayData></item></callouts>";
  assertEquals(readBoth(text).raw.callouts, [{
    ...EMPTY_CALLOUT,
    name: "a &<>\"'A\u4e2d\u{1f600}",
    description: "x<&>\ny",
  }]);
});

Deno.test("readNetsh() takes fields in any order and skips others", () => {
  const text = '<callouts a="1>2"><item ><calloutId> 7 </calloutId><x y=">"/>' +
    "<z><calloutKey>no</calloutKey></z><flags>65536</flags>" +
    "<calloutKey> {5A7A0003-1111-4222-8333-444455556666} </calloutKey>" +
    "</item ></callouts>";
  assertEquals(readBoth(text).raw.callouts, [{
    ...EMPTY_CALLOUT,
    key: "5a7a0003-1111-4222-8333-444455556666",
    flags: ["FWPM_CALLOUT_FLAG_PERSISTENT"],
    calloutId: 7,
  }]);
});

Deno.test("readNetsh() takes a number that fits, and no other", () => {
  const ids = ["0", "4294967295", "4294967296", "-1", "0x10", "1e3", ""];
  const text = ids.map((id) =>
    `<item><calloutKey/><calloutId>${id}</calloutId></item>`
  )
    .join("");
  assertEquals(
    readBoth(`<callouts>${text}</callouts>`).raw.callouts
      ?.map((callout) => callout.calloutId),
    [0, 4294967295, null, null, null, null, null],
  );
});

Deno.test("readNetsh() takes 64 bits as digits", () => {
  const ids = ["18446744073709551615", "18446744073709551616", "007", "x", "0"];
  const text = ids.map((id) =>
    `<item><filterKey/><filterId>${id}</filterId></item>`
  )
    .join("");
  assertEquals(
    readBoth(`<filters>${text}</filters>`).raw.filters
      ?.map((filter) => filter.filterId),
    ["18446744073709551615", null, "7", null, "0"],
  );
});

Deno.test("readNetsh() reads what people paste", () => {
  const callout = { ...EMPTY_CALLOUT, key: "FWPM_CALLOUT_A", calloutId: 7 };
  const fragments = [
    `${CALLOUT}`,
    `I see this:\n\`\`\`xml\n${CALLOUT}</callouts></item>\n\`\`\`\nWhy?`,
    `<callouts numItems="1">${CALLOUT}</callouts>`,
    `<item><callouts>${CALLOUT}</callouts></item>`,
    CALLOUT.slice("<item>".length),
    CALLOUT.slice("<item>".length, -"</item>".length),
  ];
  for (const fragment of fragments) {
    assertEquals(readBoth(fragment).raw, {
      time: null,
      computer: null,
      windows: null,
      complete: false,
      warnings: [FRAGMENT],
      callouts: [callout],
      filters: null,
      layers: null,
      sublayers: null,
      providers: null,
    });
  }
});

Deno.test("readNetsh() tells items without a list by their first field", () => {
  const { raw } = readBoth(
    "<calloutKey>A</calloutKey><calloutKey>B</calloutKey>" +
      "<filterKey>C</filterKey><item><subLayerKey>D</subLayerKey></item>" +
      "<item><providerKey>E</providerKey></item>" +
      "<item><layerKey>F</layerKey></item><item><other/></item>" +
      "<layer><layerKey>G</layerKey></layer>",
  );
  const keys = (list: readonly { readonly key: string | null }[] | null) =>
    list?.map((object) => object.key);
  assertEquals(
    [
      raw.callouts,
      raw.filters,
      raw.sublayers,
      raw.providers,
      raw.layers,
    ].map(keys),
    [["A", "B"], ["C"], ["D"], ["E"], ["F", "G"]],
  );
});

/** What `netsh wfp capture` writes, around the content of a state. */
function capture(state: string, events: string): string {
  return "<wfpdiag><sysInfo><a>1</a></sysInfo>" +
    `<initialState>${state}</initialState><events>${events}</events></wfpdiag>`;
}

Deno.test("readNetsh() reads the state in a file of netsh wfp capture", () => {
  const state = /<wfpstate>([^]*)<\/wfpstate>/.exec(STATE)?.[1] ?? "";
  const drop = "<netEvent><header><timeStamp>x</timeStamp></header>" +
    "<classifyDrop><filterId>7</filterId></classifyDrop></netEvent>";
  const came = "<filterChange><changeType>A</changeType><filter>" +
    "<filterKey>{x}</filterKey></filter></filterChange>";
  const gone = "<filterChange><filterId>7</filterId></filterChange>";
  const left = "This is the state at the start of netsh wfp capture: ";
  const cases: readonly (readonly [events: string, warnings: string[]])[] = [
    [drop, []],
    [drop + gone + came, [
      left + "1 filter that came while it ran is left out",
    ]],
    [came + came, [left + "2 filters that came while it ran are left out"]],
  ];
  const { raw } = readBoth(STATE);
  for (const [events, warnings] of cases) {
    const expected = { raw: { ...raw, warnings }, fault: null };
    assertEquals(readBoth(capture(state, events)), expected);
    const wrapped = capture(state, events)
      .replace(/(?<=<\/?)initialState/g, "wfpState");
    assertEquals(readBoth(wrapped), expected);
  }
  const cut = readBoth(capture(state, drop).slice(0, -20));
  assertEquals([cut.raw, cut.fault?.code], [
    {
      ...raw,
      complete: false,
      warnings: ["it ends inside <netEvent> at line 672"],
    },
    "cutShort",
  ]);
});

Deno.test("readNetsh() takes a list of layers for a state, whatever its root", () => {
  const text = `<layers><item><callouts>${CALLOUT}</callouts></item></layers>`;
  assertEquals(
    readBoth(`<wfpdiag>${text}</wfpdiag>`),
    readBoth(`<wfpstate>${text}</wfpstate>`),
  );
});

Deno.test("readNetsh() warns of several files in one", () => {
  const text =
    `<wfpstate><layers><item><callouts>${CALLOUT}</callouts></item></layers></wfpstate>\n`;
  const { raw } = readBoth(text);
  assertEquals(readBoth(text + text), {
    raw: {
      ...raw,
      callouts: [...raw.callouts ?? [], ...raw.callouts ?? []],
      warnings: [
        "This file holds 2 files of netsh: what they list is taken together",
      ],
    },
    fault: null,
  });
});

Deno.test("readNetsh() refuses network events without a state", () => {
  for (const name of ["events", "netEvents"]) {
    const text =
      `<wfpdiag><${name}><netEvent><type>A</type></netEvent></${name}></wfpdiag>`;
    const error = assertThrows(() => readNetsh(text), InputError);
    assertEquals([error.code, error.message, error.hint], [
      "notNetsh",
      "it is a list of network events, which name no callouts",
      "use a dump of netsh wfp show state, which lists callouts and filters",
    ]);
  }
});

Deno.test("readNetsh() takes an & as it is where netsh writes one", () => {
  const sd = "D:(XA;;CC;;;WD;(WIN://SYSAPPID Exists && Member_of {SID(BA)}))";
  const item =
    "<item><fieldKey>A</fieldKey><matchType>FWP_MATCH_EQUAL</matchType>" +
    "<conditionValue><type>FWP_SECURITY_DESCRIPTOR_TYPE</type>" +
    `<sd>${sd}</sd></conditionValue></item>`;
  const text =
    `<filters><item><filterKey>B</filterKey><filterCondition>${item}` +
    "</filterCondition><filterId>7</filterId></item></filters>";
  const { raw, fault } = readBoth(text);
  assertEquals(
    [
      fault,
      raw.filters?.map(({ filterId, conditions }) => [filterId, conditions]),
    ],
    [null, [["7", [{
      fieldKey: "A",
      matchType: "FWP_MATCH_EQUAL",
      value: { type: "FWP_SECURITY_DESCRIPTOR_TYPE", value: sd },
    }]]]],
  );
});

Deno.test("readNetsh() delivers what stands before the end of a cut file", () => {
  const text = `<wfpstate>\n<layers>\n<item><callouts>${CALLOUT}\n${
    CALLOUT.slice(0, 40)
  }`;
  const { raw, fault } = readBoth(text);
  assertEquals(raw.callouts, [
    { ...EMPTY_CALLOUT, key: "FWPM_CALLOUT_A", calloutId: 7 },
  ]);
  assertEquals([raw.complete, raw.sublayers], [false, null]);
  assertEquals(raw.warnings, [
    "it ends inside <calloutKey> at line 4",
  ]);
  assertEquals(
    [fault?.code, fault?.message, fault?.place],
    ["cutShort", raw.warnings[0], { line: 4, column: 33 }],
  );
});

Deno.test("readNetsh() notices a cut in filters that are not wanted", () => {
  const cut = STATE.slice(0, STATE.indexOf("<matchType>"));
  const { raw, fault } = readNetsh(cut, { filters: "none" });
  assertEquals([raw.callouts?.length, raw.filters], [3, null]);
  assertEquals(fault?.code, "cutShort");
});

Deno.test("readNetsh() never takes the end of other filters for the end of these", () => {
  const first = STATE.indexOf("</filters>");
  const broken = STATE.slice(0, first) + "</fitlers>" + STATE.slice(first + 10);
  const { raw, fault } = readNetsh(broken, { filters: "none" });
  assertEquals(raw.callouts?.length, 3);
  assertEquals(
    fault?.message,
    "it is not well-formed XML at line 344, column 4: " +
      "an end tag does not close <filters>",
  );
});

Deno.test("readNetsh() names the place of what is not well-formed", () => {
  const cases = {
    "<wfpstate>\n <layers></wfpstate>": [
      2,
      10,
      "an end tag does not close <layers>",
    ],
    "<wfpstate><a b=c></wfpstate>": [1, 11, "a start tag is not well-formed"],
    "<wfpstate><timeStamp>&nbsp;</timeStamp>": [
      1,
      22,
      "a reference stands for no character",
    ],
    "<wfpstate><timeStamp>&#0;</timeStamp>": [
      1,
      22,
      "a reference stands for no character",
    ],
    "<wfpstate><!ELEMENT x></wfpstate>": [
      1,
      11,
      "a declaration is not well-formed",
    ],
    "<wfpstate>\n\n< /wfpstate>": [3, 1, "a start tag is not well-formed"],
  } as const;
  for (const [text, [line, column, reason]] of Object.entries(cases)) {
    const { raw, fault } = readBoth(text);
    assertEquals([fault?.code, fault?.place, raw.complete, raw.warnings], [
      "malformedXml",
      { line, column },
      false,
      [`it is not well-formed XML at line ${line}, column ${column}: ${reason}`],
    ]);
  }
});

Deno.test("readNetsh() refuses a DOCTYPE wherever it stands", () => {
  const type = '<!DOCTYPE wfpstate [<!ENTITY a "b">]>';
  const cases = {
    [`\n ${type}${STATE}`]: "line 2, column 2",
    [`<wfpstate>${type}</wfpstate>`]: "line 1, column 11",
  };
  for (const [text, place] of Object.entries(cases)) {
    assertThrows(
      () => readNetsh(text),
      InputError,
      `a document type declaration is not accepted (${place})`,
    );
  }
});

Deno.test("readNetsh() refuses elements that are nested too deep", () => {
  for (const tags of ["<a>", "<a>x</a><a>", "<wfpstate><a><layers><item>"]) {
    assertThrows(
      () => readNetsh("<wfpstate>" + tags.repeat(100_000)),
      InputError,
      "elements are nested deeper than 256",
    );
  }
});

Deno.test("readNetsh() refuses a text that is too long", () => {
  const long = "x".repeat(4 * 1024 * 1024 + 1);
  assertThrows(
    () => readNetsh(CALLOUT.replace("FWPM_CALLOUT_A", long)),
    InputError,
    "a text is longer than 4194304 characters (line 1, column 19)",
  );
});

Deno.test("readNetsh() reads lists that are far too long for a pattern", () => {
  const item = "<item><field>" + "<item><a>1</a></item>".repeat(900) +
    "</field></item>";
  const text = "<wfpstate><sessions>" + item.repeat(900) + "</sessions>" +
    "<layers/></wfpstate>";
  const { raw, fault } = readNetsh(text);
  assertEquals([raw.callouts, raw.complete, fault], [[], true, null]);
});

Deno.test("readNetsh() refuses what netsh does not write", () => {
  const texts = [
    "",
    "hello",
    "<html><body/></html>",
    "<item><a/></item>",
    "<item/>",
  ];
  for (const text of texts) {
    assertThrows(
      () => readNetsh(text),
      InputError,
      "it is XML, but holds nothing that netsh wfp show state or show filters writes",
    );
  }
});
