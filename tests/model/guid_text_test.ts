import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { formatGuid, GUID_SPELLINGS } from "../../src/model/format_guid.ts";
import { readGuid } from "../../src/model/guid_text.ts";
import { PROPERTY_RUNS } from "../property_runs.ts";

const GUID = "eda08606-2494-4d78-89bc-67837c03b969";

function guidsOf(text: string): string[] {
  const read = readGuid(text);
  return read.type === "guid" ? read.readings.map(({ guid }) => guid) : [];
}

Deno.test("readGuid() reads what formatGuid() writes, in every spelling", () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      fc.constantFrom(...GUID_SPELLINGS),
      (guid, spelling) => {
        assertEquals(guidsOf(formatGuid(guid, spelling))[0], guid);
      },
    ),
    PROPERTY_RUNS,
  );
});

Deno.test("readGuid() reads a spelling in any case, with blanks and quotes round it", () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      fc.constantFrom("bare", "braces", "parentheses", "digits", "urn", "c"),
      fc.constantFrom(
        (text: string) => text.toUpperCase().replaceAll("0X", "0x"),
        (text: string) => ` \t${text}\r\n`,
        (text: string) => `"${text}"`,
        (text: string) => `'${text}'`,
      ),
      (guid, spelling, change) => {
        assert(guidsOf(change(formatGuid(guid, spelling))).includes(guid));
      },
    ),
    PROPERTY_RUNS,
  );
});

const DEFINITIONS: readonly string[] = [
  "DEFINE_GUID(\n  FWPM_CALLOUT_X_V4,\n  0xeda08606, 0x2494, 0x4d78,\n" +
  "  0x89, 0xbc, 0x67, 0x83, 0x7c, 0x03, 0xb9, 0x69\n);",
  "static const GUID X4 = { 0xEDA08606, 0x2494, 0x4d78, " +
  "{ 0x89, 0xbc, 0x67, 0x83, 0x7c, 0x3, 0xb9, 0x69 } };",
  "const GUID kX = {0xeda08606u, 0x2494 /* two */, 0x4d78, // three\n" +
  "{0x89,0xbc,0x67,0x83,0x7c,0x03,0xb9,0x69}};",
  "{0xeda08606,0x2494,0x4d78,{0x89,0xbc,0x67,0x83,0x7c,0x03,0xb9,0x69}}",
  "hex:06,86,a0,ed,94,24,78,4d,89,\\\r\n  bc,67,83,7c,03,b9,69",
  "06-86-A0-ED-94-24-78-4D-89-BC-67-83-7C-03-B9-69",
  "06 86 a0 ed 94 24 78 4d 89 bc 67 83 7c 03 b9 69",
  String
    .raw`"\x06\x86\xa0\xed\x94\x24\x78\x4d\x89\xbc\x67\x83\x7c\x03\xb9\x69"`,
  "0x06, 0x86, 0xa0, 0xed, 0x94, 0x24, 0x78, 0x4d, " +
  "0x89, 0xbc, 0x67, 0x83, 0x7c, 0x03, 0xb9, 0x69",
  "[6, 134, 160, 237, 148, 36, 120, 77, 137, 188, 103, 131, 124, 3, 185, 105]",
  "Boag7ZQkeE2JvGeDfAO5aQ==",
  "GUID{0xeda08606, 0x2494, 0x4d78, " +
  "[8]byte{0x89, 0xbc, 0x67, 0x83, 0x7c, 0x03, 0xb9, 0x69}}",
  "[16]byte{0x06, 0x86, 0xa0, 0xed, 0x94, 0x24, 0x78, 0x4d, " +
  "0x89, 0xbc, 0x67, 0x83, 0x7c, 0x03, 0xb9, 0x69}",
  "new byte[16] { 6, 134, 160, 237, 148, 36, 120, 77, " +
  "137, 188, 103, 131, 124, 3, 185, 105 };",
  "[byte[]](6,134,160,237,148,36,120,77,137,188,103,131,124,3,185,105)",
  "@(6,134,160,237,148,36,120,77,137,188,103,131,124,3,185,105)",
  '"Callout Key"=hex:06,86,a0,ed,94,24,78,4d,89,bc,\\\r\n  67,83,7c,03,b9,69',
  "@=hex(3):06,86,a0,ed,94,24,78,4d,89,bc,67,83,7c,03,b9,69",
  "BYTE id[16] = { 0x06, 0x86, 0xa0, 0xed, 0x94, 0x24, 0x78, 0x4d, " +
  "0x89, 0xbc, 0x67, 0x83, 0x7c, 0x03, 0xb9, 0x69 };",
  "0x06 0x86 0xa0 0xed 0x94 0x24 0x78 0x4d 0x89 0xbc 0x67 0x83 0x7c 0x03 0xb9 0x69",
  "{0xeda08606,0x2494,0x4d78,{0x89,0xbc,0x67,0x83,0x7c,0x03,0xb9,0x69}}, // one",
  "{ .Data1 = 0xeda08606, .Data2 = 0x2494, .Data3 = 0x4d78, " +
  ".Data4 = { 0x89, 0xbc, 0x67, 0x83, 0x7c, 0x03, 0xb9, 0x69 } }",
  "GUID { data1: 0xeda08606, data2: 0x2494, data3: 0x4d78, " +
  "data4: [0x89, 0xbc, 0x67, 0x83, 0x7c, 0x03, 0xb9, 0x69] }",
  "{ (unsigned long)0xeda08606, (WORD)0x2494, 0x4d78, " +
  "{ 0x89, 0xbc, 0x67, 0x83, 0x7c, 0x03, 0xb9, 0x69 } } trailing words",
  String
    .raw`b'\x06\x86\xa0\xed\x94\x24\x78\x4d\x89\xbc\x67\x83\x7c\x03\xb9\x69'`,
  String.raw`b'\x06\x86\xa0\xed\x94$xM\x89\xbcg\x83|\x03\xb9i'`,
  String.raw`"\x06\x86\xa0\xed\x94\x24\x78\x4d"` + "\n" +
  String.raw`"\x89\xbc\x67\x83\x7c\x03\xb9\x69"`,
  "new Guid(-308247034, 9364, 19832, 137, 188, 103, 131, 124, 3, 185, 105)",
  "00000000: 0686 a0ed 9424 784d 89bc 6783 7c03 b969  .....$xM..g.|..i",
  "00000000  06 86 a0 ed 94 24 78 4d  89 bc 67 83 7c 03 b9 69  |.....$xM..g.|..i|",
  "fffff800`12345678  06 86 a0 ed 94 24 78 4d-89 bc 67 83 7c 03 b9 69  .....$xM..g.|..i",
  "0000   06 86 a0 ed 94 24 78 4d 89 bc 67 83 7c 03 b9 69   .....$xM..g.|..i",
  "6 134 160 237 148 36 120 77 137 188 103 131 124 3 185 105",
  "db 6, 86h, 0A0h, 0EDh, 94h, 24h, 78h, 4Dh, 89h, 0BCh, 67h, 83h, 7Ch, 3, 0B9h, 69h",
  ".rdata:0000000140003000 GUID dd 0EDA08606h ; Data1\n" +
  ".rdata:0000000140003004      dw 2494h ; Data2\n" +
  ".rdata:0000000140003006      dw 4D78h ; Data3\n" +
  ".rdata:0000000140003008      db 89h, 0BCh, 67h, 83h, 7Ch, 3, 0B9h, 69h ; Data4",
  "X GUID <0EDA08606h, 2494h, 4D78h, <89h, 0BCh, 67h, 83h, 7Ch, 3, 0B9h, 69h>>",
  "Uint8Array.from([6, 134, 160, 237, 148, 36, 120, 77, " +
  "137, 188, 103, 131, 124, 3, 185, 105])",
];

Deno.test("readGuid() reads whole definitions and bytes as tools write them", () => {
  for (const text of DEFINITIONS) {
    assertEquals(guidsOf(text)[0], GUID, text);
  }
});

Deno.test("readGuid() reads Base64 in both alphabets, with padding and without", () => {
  const guid = "fbefeffb-ff3f-ffff-fbef-befb00000000";
  for (const text of ["++/v+z/////77777AAAAAA", "--_v-z_____77777AAAAAA"]) {
    assertEquals(guidsOf(text)[0], guid, text);
    assertEquals(guidsOf(`${text}==`)[0], guid, text);
  }
});

const IN_CODE: readonly string[] = [
  "_GUID_eda08606_2494_4d78_89bc_67837c03b969",
  `TEXT("{${GUID}}")`,
  `L"{${GUID}}"`,
  `CONVERT(uniqueidentifier, N'${GUID}')`,
  `MIDL_INTERFACE("${GUID}")`,
  `windows.GUIDFromString("{${GUID}}")`,
  `GUID::try_from("${GUID}").unwrap()`,
  `[\n    object,\n    uuid(${GUID}),\n    version(1.0)\n]`,
  'Guid.Parse("{0xeda08606,0x2494,0x4d78,' +
  '{0x89,0xbc,0x67,0x83,0x7c,0x03,0xb9,0x69}}")',
  `Guid.ParseExact("${GUID.replaceAll("-", "")}", "N")`,
  `new Guid("{${GUID}}");`,
  `GUID("${GUID}")`,
  `[Guid]'${GUID}'`,
  `[guid]::new("${GUID}")`,
  `__declspec(uuid("${GUID}"))`,
  `uuid(${GUID})`,
  `uuid.UUID('{${GUID}}')`,
  `Guid: ${GUID}`,
  "GUID::from_u128(0xeda08606_2494_4d78_89bc_67837c03b969)",
  "GUID::from_u128(0xeda0860624944d7889bc67837c03b969)",
  '"CalloutKey"="{EDA08606-2494-4D78-89BC-67837C03B969}"',
];

Deno.test("readGuid() reads the one GUID of a piece of code that says it is one", () => {
  for (const text of IN_CODE) assertEquals(guidsOf(text)[0], GUID, text);
});

const BYTES_IN_CODE: readonly string[] = [
  "UNHEX('0686a0ed9424784d89bc67837c03b969')",
  "X'0686A0ED9424784D89BC67837C03B969'",
  "bytes.fromhex('0686a0ed9424784d89bc67837c03b969')",
  '[Convert]::FromBase64String("Boag7ZQkeE2JvGeDfAO5aQ==")',
  "Boag7ZQkeE2JvGeDfAO5aQ%3D%3D",
  String
    .raw`uuid.UUID(bytes_le=b'\x06\x86\xa0\xed\x94$xM\x89\xbcg\x83|\x03\xb9i')`,
  "    CalloutKey    REG_BINARY    0686A0ED9424784D89BC67837C03B969",
];

Deno.test("readGuid() reads the bytes that code is given", () => {
  for (const text of BYTES_IN_CODE) assert(guidsOf(text).includes(GUID), text);
});

const IN_LINES: readonly string[] = [
  String.raw`HKLM\SYSTEM\CurrentControlSet\Services\BFE\Callout\{${GUID}}`,
  String.raw`[HKEY_CLASSES_ROOT\CLSID\{${GUID}}\InprocServer32]`,
  `<Data Name="CalloutKey">{${GUID.toUpperCase()}}</Data>`,
  `<calloutKey>{${GUID}}</calloutKey>`,
  `Callout ID:\t\t{${GUID}}`,
  `CalloutKeyName : ${GUID}`,
  `   +0x000 calloutKey : _GUID {${GUID}}`,
  `fffff800\`12345678 ${GUID}`,
  `https://example.com/?id=%7B${GUID}%7D`,
  `%7b${GUID.toUpperCase()}%7d`,
];

Deno.test("readGuid() reads the one GUID of a line", () => {
  for (const text of IN_LINES) assertEquals(guidsOf(text), [GUID], text);
});

Deno.test("readGuid() takes digits in a line for a GUID only if one is known", () => {
  assertEquals(readGuid("md5 d41d8cd98f00b204e9800998ecf8427e"), {
    type: "guid",
    readings: [
      {
        guid: "d41d8cd9-8f00-b204-e980-0998ecf8427e",
        reading: "digits",
        tentative: true,
      },
      {
        guid: "d98c1dd4-008f-04b2-e980-0998ecf8427e",
        reading: "bytes, little-endian",
        tentative: true,
      },
    ],
  });
});

Deno.test("readGuid() passes over what pasting leaves round a GUID", () => {
  const texts = [
    `{${GUID}},`,
    `"${GUID}";`,
    `\u00a0${GUID}\u3000`,
    `\u200b${GUID}\ufeff`,
    `\u201c${GUID}\u201d`,
    `\u201e${GUID}\u201c`,
    `\u00ab${GUID}\u00bb`,
  ];
  for (const text of texts) assertEquals(guidsOf(text), [GUID], text);
});

Deno.test("readGuid() reads no GUID where two stand", () => {
  assertEquals(readGuid(`Guid.Equals("${GUID}", "${GUID}")`).type, "other");
});

Deno.test("readGuid() reads 16 bytes in both orders and names them", () => {
  assertEquals(readGuid("0686a0ed9424784d89bc67837c03b969"), {
    type: "guid",
    readings: [
      {
        guid: "0686a0ed-9424-784d-89bc-67837c03b969",
        reading: "digits",
        tentative: false,
      },
      { guid: GUID, reading: "bytes, little-endian", tentative: false },
    ],
  });
});

Deno.test("readGuid() takes no pair of hexadecimal digits for a decimal number", () => {
  // Eleven of the pairs could be decimal: as many as a C initialiser has fields
  const pairs = "41,cf,78,03,98,bf,03,46,81,f2,7f,12,58,60,fa,99";
  const guid = "0378cf41-bf98-4603-81f2-7f125860fa99";
  for (const before of ["", "hex:", '"Guid"=hex:', '"Guid"=hex(3):']) {
    assertEquals(guidsOf(before + pairs)[0], guid, before);
  }
});

const DEFECTS: readonly (readonly [string, number, string])[] = [
  ["", 1, "the text is empty"],
  ["eda08606-2494", 14, "it ends after 13 of 36 characters"],
  [
    "{eda08606-2494-4d78-89bc-67837c03b969",
    38,
    "it ends without the closing }",
  ],
  [
    "eda08606-2494-4d78-89bc-67837c03b96g",
    36,
    '"g" where a hexadecimal digit belongs',
  ],
  [
    " {eda08606-2494_4d78-89bc-67837c03b969}",
    16,
    '"_" where a dash belongs',
  ],
  [
    "eda08606-2494-4d78-89bc-67837c03b9690",
    37,
    '"0" follows a whole GUID',
  ],
  ["eda0860624944d7889bc67837c03b9", 31, "it ends after 30 of 32 characters"],
  [
    "0xeda08606, 0x12494, 0x4d78, 0x89, 0xbc, 0x67, 0x83, 0x7c, 0x03, 0xb9, 0x69",
    13,
    "the number 0x12494 does not fit into 16 bits",
  ],
  [
    "0xeda08606, 0x2494, 0x4d78, 0x89, 0xbc, 0x67",
    45,
    "6 numbers, where a GUID has 11 fields or 16 bytes",
  ],
  ["06 86 a0 ed 94", 15, "5 bytes, where a GUID has 16"],
  ["\\x06\\x86", 9, "2 bytes, where a GUID has 16"],
  ["hex:", 5, "0 bytes, where a GUID has 16"],
  ["hex:06", 7, "1 byte, where a GUID has 16"],
  ["{0x1,}", 5, "1 number, where a GUID has 11 fields or 16 bytes"],
  ["hex:06,86", 10, "2 bytes, where a GUID has 16"],
  [
    "[6, 134, 160, 237]",
    18,
    "4 numbers, where a GUID has 11 fields or 16 bytes",
  ],
  [
    "[-6, 134, 160, 237, 148, 36, 120, 77, 137, 188, 103, 131, 124, 3, 185, 105]",
    2,
    "the number -6 does not fit into a byte",
  ],
  ["0xeda0860624944d7889bc67837c03b9", 33, "it ends after 30 of 32 characters"],
  [
    "{eda08606\u20132494\u20134d78\u201389bc\u201367837c03b969}",
    10,
    '"\u2013" (U+2013) where a plain character belongs',
  ],
  [
    "eda08606\u200b-2494-4d78-89bc-67837c03b969",
    9,
    '"\u200b" (U+200B) where a plain character belongs',
  ],
  [
    "\uff45da08606-2494-4d78-89bc-67837c03b969",
    1,
    '"\uff45" (U+FF45) where a plain character belongs',
  ],
  [" ".repeat(5000), 5001, "the text is empty"],
  ["edax8606-2494-4d78-89bc-67837c03b969", 4, notHex("x")],
  ["edax860624944d7889bc67837c03b969", 4, notHex("x")],
  ["xda08606-2494-4d78-89bc-67837c03b96", 1, notHex("x")],
  ["0xeda08606-2494-4d78-89bc-67837c03b969", 2, notHex("x")],
  ["<eda08606-2494-4d78-89bc-67837c03b969>", 1, notHex("<")],
  ["eda08606_2494_4d78_89bc_67837c03b969", 9, notHex("_")],
  [
    "{eda0860624944d7889bc67837c03b969",
    34,
    "it ends without the closing }",
  ],
  [
    "(06 86 a0 ed 94 24 78 4d 89 bc 67 83 7c 03 b9 69",
    49,
    "it ends without the closing )",
  ],
  [
    "06 86 a0 ed 94 24 78 4d 89 bc 67 83 7c 03 b9 69 words",
    49,
    '"words" follows a whole GUID',
  ],
  ['"Boag7ZQkeE2JvGeDfAO5aQ==', 26, 'it ends without the closing "'],
  [
    "{0xeda08606,0x2494,0x4d78,{0x89,0xbc,0x67,0x83,0x7c,0x03,0xb9,0x69}",
    68,
    "it ends without the closing }",
  ],
  [
    "{0xeda08606,0x2494,0x4d78,{0x89,0xbc,0x67,0x83,0x7c,0x03,0xb9,0x69)}",
    67,
    '")" where "}" belongs',
  ],
  [
    "0xeda08606,0x2494,0x4d78,0x89,0xbc,0x67,0x83,0x7c,0x03,0xb9,0x69}",
    65,
    '"}" closes nothing',
  ],
  [
    "DEFINE_GUID(X, 0xeda08606,0x2494,0x4d78,0x89,0xbc,0x67,0x83,0x7c,0x03,0xb9,0x69",
    80,
    "it ends without the closing )",
  ],
  [
    "DEFINE_GUID(FWPM_CALLOUT_X);",
    28,
    "0 numbers, where a GUID has 11 fields or 16 bytes",
  ],
  [
    "{0xeda08606,0x2494,0x4d78,{0x89,0xbc 0x67,0x83,0x7c,0x03,0xb9,0x69}}",
    38,
    "a comma is missing before 0x67",
  ],
  [
    "{0xeda08606,0x2494,0x4d78,{0x89,,0x67,0x83,0x7c,0x03,0xb9,0x69}}",
    34,
    "a number is missing before 0x67",
  ],
  [
    "{0xeda08606,0x2494,0x4d78,{0x89,0xbc,0x67,0x8g,0x7c,0x03,0xb9,0x69}}",
    43,
    '"0x8g" is not a whole number',
  ],
  [
    "[6, 134, 160, 237, 148, 36, 120, 77, 137, 188, 103, 131, 124, 3, 185, 10.5]",
    71,
    '"10.5" is not a whole number',
  ],
  [
    '[6, 134, 160, 237, 148, 36, 120, 77, 137, 188, 103, 131, 124, 3, 185, "105"]',
    71,
    '"105" in quotes where a number belongs',
  ],
  [
    "[6, 134, 160, 237, 148, 36, 120, 77, 137, 188, 103, 131, 124, 3, 185, 105",
    74,
    "it ends without the closing ]",
  ],
  [
    "{0xeda08606,0x2494,0x4d78,{0x89,0xbc,x 0x67,0x83,0x7c,0x03,0xb9,0x69}}",
    38,
    '"x" is not a whole number',
  ],
  [
    String
      .raw`\x06\x86\xa0\xed\x94\x24\x78\x4d\x89\xbc\x67\x83\x7c\x03\xb9\x69"`,
    65,
    String.raw`""" where \x and two hexadecimal digits belong`,
  ],
  [
    String
      .raw`b'\x06\x86\xa0\xed\x94\x24\x78\x4d\x89\xbc\x67\x83\x7c\x03\xb9\x69`,
    67,
    "it ends without the closing '",
  ],
  [
    String.raw`\x06\x86\xa0\xed\x94\x24\x78\x4d\x89\xbc\x67\x83\x7c\x03\xb9\x6`,
    61,
    String.raw`"\" where \x and two hexadecimal digits belong`,
  ],
];

const SAID_DEFECTS: readonly (readonly [string, number, string])[] = [
  [
    'new Guid("eda08606-2494-4d78-89bc-67837c03b96g");',
    46,
    notHex("g"),
  ],
  [
    "[guid]'{eda08606-2494-4d78-89bc-67837c03b96}'",
    44,
    "it ends after 35 of 36 characters",
  ],
  ['Guid.Parse("")', 13, "the text is empty"],
];

function notHex(character: string): string {
  return `"${character}" where a hexadecimal digit belongs`;
}

Deno.test("readGuid() says where a text that begins like a GUID goes wrong", () => {
  for (const [text, position, detail] of [...DEFECTS, ...SAID_DEFECTS]) {
    assertEquals(
      readGuid(text),
      { type: "malformed", defect: { position, detail } },
      text,
    );
  }
});

Deno.test("readGuid() leaves names and other texts to others", () => {
  const texts = [
    "FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4",
    "IPSEC_*_V4",
    "decade",
    "WFP Built-in IPsec Inbound Transport v4 Layer Callout",
    "x".repeat(100_000),
    "\u6f22\u5b57",
  ];
  for (const text of texts) assertEquals(readGuid(text).type, "other", text);
});

Deno.test("readGuid() looks into what looks nested without end only so far", () => {
  const texts = [
    '"="='.repeat(100) + "%" + "25".repeat(100),
    "0x1," + "a b c d ".repeat(500),
    "<1h" + " ".repeat(4000),
  ];
  for (const text of texts) {
    const started = performance.now();
    readGuid(text);
    const elapsedMs = performance.now() - started;
    assert(elapsedMs < 1000, `${elapsedMs} ms for ${text.slice(0, 8)}`);
  }
});

Deno.test("readGuid() survives any text, and any change of a spelling", () => {
  const change = fc.tuple(
    fc.uuid(),
    fc.constantFrom(...GUID_SPELLINGS),
    fc.nat(200),
    fc.nat(5),
    fc.string({ unit: "binary", maxLength: 5 }),
  ).map(([guid, spelling, at, length, text]) => {
    const whole = formatGuid(guid, spelling);
    return whole.slice(0, at) + text + whole.slice(at + length);
  });
  const any = fc.oneof(change, fc.string({ unit: "binary", maxLength: 5000 }));
  fc.assert(
    fc.property(any, (text) => {
      const read = readGuid(text);
      if (read.type !== "malformed") return;
      assert(read.defect.position >= 1);
      assert(read.defect.position <= text.length + 1, text);
    }),
    PROPERTY_RUNS,
  );
});
