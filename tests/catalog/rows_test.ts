import { assertEquals, assertStrictEquals } from "@std/assert";
import { parseRows, rows } from "../../src/catalog/rows.ts";

const FACTS = [
  ["a", "x\ny", null],
  ["b", "a", { aliases: ["c", 'é "q"'] }],
  ["ab", "d", 7],
] as const;
const LINES = FACTS.map((row) => JSON.stringify(row)).join("\n");

Deno.test("parseRows() gives the rows that rows() gives, the same ones on each call", () => {
  const table = parseRows(LINES);
  assertEquals(table(), rows(() => FACTS)().map((row) => [...row]));
  assertStrictEquals(table(), table());
  assertEquals(parseRows("[1]")(), [[1]]);
});

Deno.test("parseRows() gives the rows that hold a text as a whole value, at any depth", () => {
  const table = parseRows(LINES);
  assertEquals(table.holding("a"), [[...FACTS[0]], [...FACTS[1]]]);
  assertEquals(table.holding("x\ny"), [[...FACTS[0]]]);
  assertEquals(table.holding('é "q"'), [[...FACTS[1]]]);
  assertEquals(table.holding("c"), [[...FACTS[1]]]);
  assertEquals(table.holding("d"), [[...FACTS[2]]]);
  assertEquals(table.holding("q"), []);
});

Deno.test("parseRows() makes all rows when it is asked often", () => {
  const table = parseRows(LINES);
  for (let i = 0; i < 2000; i++) table.holding("a");
  assertStrictEquals(table.holding("a"), table());
});
