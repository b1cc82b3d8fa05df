import { assertEquals } from "@std/assert";
import {
  CALLOUT_FLAGS,
  FILTER_FLAGS,
  formatFlags,
  LAYER_FLAGS,
  normalizeFlags,
  PROVIDER_FLAGS,
  SUBLAYER_FLAGS,
} from "../../src/model/flags.ts";

const TABLES = {
  CALLOUT: CALLOUT_FLAGS,
  FILTER: FILTER_FLAGS,
  LAYER: LAYER_FLAGS,
  SUBLAYER: SUBLAYER_FLAGS,
  PROVIDER: PROVIDER_FLAGS,
};

Deno.test("flags: each is one bit, in ascending order, of its own kind", () => {
  for (const [kind, table] of Object.entries(TABLES)) {
    let before = 0;
    for (const { symbol, bit } of table) {
      assertEquals(symbol.replace(/^FWPM?_/, "").indexOf(`${kind}_FLAG_`), 0);
      assertEquals(bit & (bit - 1), 0, symbol);
      assertEquals(bit > before, true, symbol);
      before = bit;
    }
  }
});

Deno.test("formatFlags() names every bit and keeps the rest as one number", () => {
  assertEquals(formatFlags(CALLOUT_FLAGS, 0), []);
  assertEquals(formatFlags(CALLOUT_FLAGS, 0x60001), [
    "FWP_CALLOUT_FLAG_CONDITIONAL_ON_FLOW",
    "FWPM_CALLOUT_FLAG_USES_PROVIDER_CONTEXT",
    "FWPM_CALLOUT_FLAG_REGISTERED",
  ]);
  assertEquals(formatFlags(PROVIDER_FLAGS, -1), [
    "FWPM_PROVIDER_FLAG_PERSISTENT",
    "FWPM_PROVIDER_FLAG_DISABLED",
    "0xffffffee",
  ]);
});

Deno.test("normalizeFlags() decodes the hexadecimal rest of netsh", () => {
  const rests: Readonly<Record<string, readonly string[]>> = {
    "00000014": ["ENABLE_COMMIT_ADD_NOTIFY", "ALLOW_RECLASSIFY"],
    "00000020": ["RESERVED1"],
    "00000040": ["ALLOW_RSC"],
    "00000200": ["ALLOW_URO"],
    "00000240": ["ALLOW_RSC", "ALLOW_URO"],
    "00000260": ["RESERVED1", "ALLOW_RSC", "ALLOW_URO"],
    "00000300": ["ALLOW_USO", "ALLOW_URO"],
    "00000360": ["RESERVED1", "ALLOW_RSC", "ALLOW_USO", "ALLOW_URO"],
    "000003E0": [
      "RESERVED1",
      "ALLOW_RSC",
      "ALLOW_L2_BATCH_CLASSIFY",
      "ALLOW_USO",
      "ALLOW_URO",
    ],
  };
  for (const [rest, names] of Object.entries(rests)) {
    assertEquals(
      normalizeFlags(CALLOUT_FLAGS, ["FWPM_CALLOUT_FLAG_REGISTERED", rest]),
      [
        ...names.map((name) => `FWP_CALLOUT_FLAG_${name}`),
        "FWPM_CALLOUT_FLAG_REGISTERED",
      ],
    );
  }
});

Deno.test("normalizeFlags() keeps symbols and bits that the header does not have", () => {
  assertEquals(
    normalizeFlags(FILTER_FLAGS, [
      "FWPM_FILTER_FLAG_HAS_FILTER_ORIGIN",
      "FWPM_FILTER_FLAG_INDEXED",
      "FWPM_FILTER_FLAG_HAS_FILTER_ORIGIN",
      "80000001",
    ]),
    [
      "FWPM_FILTER_FLAG_PERSISTENT",
      "FWPM_FILTER_FLAG_INDEXED",
      "FWPM_FILTER_FLAG_HAS_FILTER_ORIGIN",
      "0x80000000",
    ],
  );
});

Deno.test("normalizeFlags() leaves its own output as it is", () => {
  for (const table of Object.values(TABLES)) {
    for (const bits of [0, 1, 0x10, 0xffffffff, 0x80000001, 0x7fff]) {
      const flags = formatFlags(table, bits);
      assertEquals(normalizeFlags(table, flags), flags);
    }
  }
});
