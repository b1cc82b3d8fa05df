import { assertEquals } from "@std/assert";
import { formatTable } from "../../src/render/table.ts";
import type { Column } from "../../src/render/view.ts";

interface Row {
  readonly name: string;
  readonly note: string;
}

const COLUMNS: readonly Column<Row>[] = [
  { title: "Name", value: ({ name }) => name, leastWidth: 20 },
  { title: "Note", value: ({ note }) => note },
];

function draw(rows: readonly Row[], columns: number | null): string[] {
  return formatTable(rows, COLUMNS, { columns, color: false })
    .trimEnd().split("\n");
}

Deno.test("formatTable() aligns wide and combining characters, and leaves empty columns out", () => {
  assertEquals(
    draw(
      [{ name: "\u6f22\u5b57", note: "a" }, { name: "e\u0301", note: "b" }],
      null,
    ),
    ["Name  Note", "----  ----", "\u6f22\u5b57  a", "e\u0301     b"],
  );
  assertEquals(draw([{ name: "x", note: "" }], null), ["Name", "----", "x"]);
});

Deno.test("formatTable() drops prefixes and then cuts where the terminal is narrow", () => {
  const row = {
    name: "FWPM_CALLOUT_TCP_TEMPLATES_CONNECT_LAYER_V4",
    note: "yes",
  };
  assertEquals(draw([row], 80)[2], `${row.name}  yes`);
  assertEquals(draw([row], 40)[2], "TCP_TEMPLATES_CONNECT_LAYER_V4  yes");
  assertEquals(draw([row], 30)[2], "TCP_TEM...NNECT_LAYER_V4  yes");
});

const WIDE: readonly Column<Row>[] = [
  { title: "Name", value: ({ name }) => name, leastWidth: 20 },
  {
    title: "Layer",
    value: () => "IPFORWARD_V4_DISCARD",
    leastWidth: 16,
    dropOrder: 2,
  },
  { title: "Id", value: () => "66238", dropOrder: 1 },
  { title: "Note", value: ({ note }) => note },
];

Deno.test("formatTable() cuts or leaves out what matters least, then cuts the rest", () => {
  const row = { name: "TCP_TEMPLATES_CONNECT_LAYER_V4", note: "yes" };
  const drawWide = (columns: number): string[] =>
    formatTable([row], WIDE, { columns, color: false }).split("\n");
  const cut = [65, 60, 50, 40, 20, 10].map((columns) => drawWide(columns)[2]);
  assertEquals(cut, [
    "TCP_TEMPLATES_CONNECT_LAYER_V4  IPFORWARD_V4_DISCARD  66238  yes",
    "TCP_TEM...ONNECT_LAYER_V4  IPFORWARD_V4_DISCARD  66238  yes",
    "TCP_TE...NECT_LAYER_V4  IPFORWARD_V4_DISCARD  yes",
    "TCP_TEMPLATES_CONNECT_LAYER_V4  yes",
    "TCP...LAYER_V4  yes",
    "TCP...YER_V4  yes",
  ]);
});

Deno.test("formatTable() makes what a terminal would obey visible", () => {
  assertEquals(
    draw([{ name: "\x1b[31mred\u202e\r\n", note: "\ud800" }], null)[2],
    "\\x1b[31mred\\u202e\\r\\n  \\ud800",
  );
});
