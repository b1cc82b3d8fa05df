import { assert, assertEquals } from "@std/assert";
import { readGuid } from "../../src/model/guid_text.ts";
import { scanGuids } from "../../src/readers/scan_guids.ts";
import { formatConstants, LANGUAGES } from "../../src/render/constants.ts";

const GUID = "eda08606-2494-4d78-89bc-67837c03b969";

for (const language of LANGUAGES) {
  Deno.test(`scanGuids() finds what is generated for ${language}`, () => {
    const text = formatConstants([{ symbol: "X_V4", guid: GUID }], {
      language,
      tool: "wfpcallout 0.1.0",
    });
    const found = [...scanGuids(text)].map((one) => readGuid(one.text));
    assertEquals(
      found.flatMap((read) =>
        read.type === "guid" ? [read.readings[0]?.guid] : []
      ),
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

const SPELLINGS: readonly string[] = [
  "{\n\tData1: 0xeda08606,\n\tData2: 0x2494,\n\tData3: 0x4d78,\n" +
  "\tData4: [8]byte{0x89, 0xbc, 0x67, 0x83, 0x7c, 0x03, 0xb9, 0x69},\n}",
  "(0xeda08606, 0x2494, 0x4d78, " +
  "[0x89, 0xbc, 0x67, 0x83, 0x7c, 0x03, 0xb9, 0x69])",
  "(0xeda08606, 0x2494, 0x4d78, " +
  "new byte[] { 0x89, 0xbc, 0x67, 0x83, 0x7c, 0x03, 0xb9, 0x69 })",
  "unchecked((int)0xeda08606), 0x2494, (short)0x4d78, " +
  "0x89, 0xbc, 0x67, 0x83, 0x7c, 0x03, 0xb9, 0x69",
  "{ .Data1 = 0xeda08606, .Data2 = 0x2494, .Data3 = 0x4d78, " +
  ".Data4 = { 0x89, 0xbc, 0x67, 0x83, 0x7c, 0x03, 0xb9, 0x69 } }",
  `%7B${GUID}%7D`,
  "_GUID_eda08606_2494_4d78_89bc_67837c03b969",
  "06 86 a0 ed 94 24 78 4d  89 bc 67 83 7c 03 b9 69",
  "0686 a0ed 9424 784d 89bc 6783 7c03 b969",
  "6, 86h, 0A0h, 0EDh, 94h, 24h, 78h, 4Dh, 89h, 0BCh, 67h, 83h, 7Ch, 3, 0B9h, 69h",
];

Deno.test("scanGuids() finds what compilers and debuggers of every language write", () => {
  for (const spelling of SPELLINGS) {
    const found = [...scanGuids(`first line\n x = ${spelling};\n`)];
    assertEquals(found, [{ text: spelling, line: 2, column: 6 }]);
    const read = readGuid(spelling);
    const readings = read.type === "guid" ? read.readings : [];
    assert(readings.some(({ guid }) => guid === GUID), spelling);
  }
});

Deno.test("scanGuids() finds 16 bytes as dumps and debuggers print them", () => {
  const pairs = "06 86 a0 ed 94 24 78 4d 89 bc 67 83 7c 03 b9 69";
  const written = [
    pairs,
    pairs.replaceAll(" ", "-").toUpperCase(),
    pairs.replaceAll(" ", ":"),
    pairs.replaceAll(" ", ","),
    pairs.replaceAll(" ", ", "),
    pairs.replace(/\w+/g, "0x$&"),
  ];
  const text = written.map((bytes, i) => `00${i}0  ${bytes}  ...\n`).join("");
  const found = [...scanGuids(text)];
  assertEquals(found.map((one) => one.text), written);
  for (const one of found) {
    assertEquals(one.column, 7);
    assertEquals(readGuid(one.text).type, "guid", one.text);
  }
});

Deno.test("scanGuids() takes no 16 bytes out of more", () => {
  const pairs = "06,86,a0,ed,94,24,78,4d,89,bc,67,83,7c,03,b9,69";
  const texts = [
    `hex:${pairs},00`,
    `hex:00,${pairs}`,
    `hex:${pairs},\\\r\n  00,01`,
    `${pairs} 00`.replaceAll(",", " "),
    `a-${pairs.replaceAll(",", "-")}`,
  ];
  for (const text of texts) {
    for (const one of scanGuids(text)) {
      assertEquals(readGuid(one.text).type, "malformed", one.text);
    }
  }
});

const SLOW_PIECES = [
  "{",
  "('\"",
  "urn:uuid:",
  "DEFINE_",
  "DEFINE_GUID(",
  "// ",
  " ",
  "\\\n",
  "0x1,0x1,0x1,{",
  "(int)",
  "a b c d ",
  "1h,",
];

Deno.test("scanGuids() stays quick in text that begins a spelling over and over", () => {
  for (const piece of SLOW_PIECES) {
    const text = piece.repeat(400_000 / piece.length);
    const started = performance.now();
    assert([...scanGuids(text)].length < 1000, piece);
    const elapsedMs = performance.now() - started;
    assert(elapsedMs < 10_000, `${elapsedMs} ms for ${piece}`);
  }
});

Deno.test("scanGuids() stays quick in a long list of numbers", () => {
  const text = "0x00, ".repeat(500_000);
  const started = performance.now();
  assertEquals([...scanGuids(text)].length, 250);
  const elapsedMs = performance.now() - started;
  assert(elapsedMs < 10_000, `${elapsedMs} ms`);
});
