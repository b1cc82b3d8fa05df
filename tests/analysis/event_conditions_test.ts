import { assertEquals } from "@std/assert";
import { parseEventConditions } from "../../src/analysis/event_conditions.ts";
import type { FwpValue } from "../../src/model/value.ts";

function condition(match: string, value: string): string {
  return "\n\tCondition ID:\t{B235AE9A-1D64-49B8-A44C-5FF3D9095045}" +
    `\n\tMatch value:\t${match}\n\tCondition value:\t${value}\n`;
}

const MATCHES: readonly (readonly [string, string | null])[] = [
  ["Equal to", "FWP_MATCH_EQUAL"],
  ["Not equal to", "FWP_MATCH_NOT_EQUAL"],
  ["In range", "FWP_MATCH_RANGE"],
  ["All flags set", "FWP_MATCH_FLAGS_ALL_SET"],
  ["No flags set", "FWP_MATCH_FLAGS_NONE_SET"],
  ["Gleich", null],
];

Deno.test("parseEventConditions() knows the ways to compare", () => {
  for (const [word, match] of MATCHES) {
    assertEquals(parseEventConditions(condition(word, "0x11")), [{
      field: "FWPM_CONDITION_IP_REMOTE_ADDRESS",
      match,
      value: { type: "FWP_UINT8", value: 17 },
    }]);
  }
});

const V6 = "20010db8000000000000000000000001";
const VALUES: readonly (readonly [string, FwpValue | null])[] = [
  ["-", null],
  ["", null],
  ["something else", null],
  ["0x123", null],
  ["0x0087", { type: "FWP_UINT16", value: 135 }],
  ["0xffffffff", { type: "FWP_UINT32", value: 4294967295 }],
  ["0xffffffffffffffff", { type: "FWP_UINT64", value: "18446744073709551615" }],
  [V6.toUpperCase(), { type: "FWP_BYTE_ARRAY16_TYPE", value: V6 }],
  ["S-1-15-2-1", { type: "FWP_SID", value: "S-1-15-2-1" }],
  ["192.0.2.0/255.255.255.0", {
    type: "FWP_V4_ADDR_MASK",
    value: "192.0.2.0/24",
  }],
  ["192.0.2.0/255.0.255.0", {
    type: "FWP_V4_ADDR_MASK",
    value: "192.0.2.0/255.0.255.0",
  }],
  ["2001:db8::/32", { type: "FWP_V6_ADDR_MASK", value: "2001:db8::/32" }],
  ["\nO:LSD:(A;;CC;;;WD)\n", {
    type: "FWP_SECURITY_DESCRIPTOR_TYPE",
    value: "O:LSD:(A;;CC;;;WD)",
  }],
  ["0x0400 - 0xffff", {
    type: "FWP_RANGE_TYPE",
    value: {
      low: { type: "FWP_UINT16", value: 1024 },
      high: { type: "FWP_UINT16", value: 65535 },
    },
  }],
  ["0x0400 - what", null],
  [
    "\n    00000000  ab cd 00 01 02 03 04 05-06 07 08 09 0a 0b 0c 0d  ................\n" +
    "    00000010  ef                                               .\n",
    {
      type: "FWP_BYTE_BLOB_TYPE",
      value: "abcd000102030405060708090a0b0c0def",
    },
  ],
];

Deno.test("parseEventConditions() knows values by their form", () => {
  for (const [text, value] of VALUES) {
    const [parsed] = parseEventConditions(condition("Equal to", text));
    assertEquals([text, parsed?.value], [text, value]);
  }
});

Deno.test("parseEventConditions() reads a line whose white space was collapsed as the lines that it was", () => {
  const texts = [
    ...VALUES.map(([text]) => condition("Equal to", text)),
    ...MATCHES.map(([word]) => condition(word, "0x11")),
    condition("In range", "0x01 - 0x02") +
    condition("Equal to", VALUES.at(-1)?.[0] ?? "") +
    condition("Gleich", "S-1-0-0"),
  ];
  for (const text of texts) {
    const collapsed = text.replace(/\s+/g, " ");
    assertEquals(
      [text, parseEventConditions(collapsed)],
      [text, parseEventConditions(text)],
    );
  }
});

Deno.test("parseEventConditions() gives an empty list for a filter without conditions", () => {
  assertEquals(parseEventConditions(""), []);
  assertEquals(parseEventConditions("-"), []);
});

Deno.test("parseEventConditions() keeps the GUID of a field that it does not know", () => {
  const guid = "99999999-1d64-49b8-a44c-5ff3d9095045";
  const [parsed] = parseEventConditions(`\tx:\t{${guid}}\n`);
  assertEquals(parsed, { field: guid, match: null, value: null });
});
