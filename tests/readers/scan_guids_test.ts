import { assertEquals } from "@std/assert";
import { formatConstants, LANGUAGES } from "../../src/render/constants.ts";
import { readGuid } from "../../src/model/guid_text.ts";
import { scanGuids } from "../../src/readers/scan_guids.ts";

const GUID = "eda08606-2494-4d78-89bc-67837c03b969";

for (const language of LANGUAGES) {
  Deno.test(`scanGuids() finds what is generated for ${language}`, () => {
    const text = formatConstants([{ symbol: "X_V4", guid: GUID }], {
      language,
      tool: "wfpcallout 0.1.0",
    });
    const found = [...scanGuids(text)].map((one) => readGuid(one.text));
    assertEquals(
      found.map((read) => read.type === "guid" ? read.readings[0]?.guid : null),
      [GUID],
    );
  });
}

Deno.test("scanGuids() finds the number that Rust makes a GUID from", () => {
  const text = "const A: GUID =\n  " +
    "GUID::from_u128(0xeda08606_2494_4d78_89bc_67837c03b969);\n";
  assertEquals([...scanGuids(text)], [{
    text: "0xeda08606_2494_4d78_89bc_67837c03b969",
    line: 2,
    column: 19,
  }]);
});
