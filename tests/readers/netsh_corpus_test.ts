import { assertEquals } from "@std/assert";
import { readNetsh } from "../../src/readers/netsh_reader.ts";
import { decodeText } from "../../src/readers/text_encoding.ts";
import { parseTree, scanTree } from "./xml_tree.ts";

/** Real dumps, where they lie beside the checkout. */
const CORPUS = new URL("../../../shared/corpus/", import.meta.url);
const NAMES = ["keploy-wfpstate.xml", "levoile-filters.xml"];

function readDump(name: string): string | null {
  try {
    return decodeText(Deno.readFileSync(new URL(name, CORPUS))).text;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

const DUMPS = NAMES.map((name) => ({ name, text: readDump(name) }));

for (const { name, text } of DUMPS) {
  Deno.test({
    name: `XmlScanner reads ${name} as saxes does`,
    ignore: text === null,
    fn: () => {
      // A conforming parser takes one root, and a dump has two.
      const whole = `<all>${(text ?? "").replace(/^<\?xml[^>]*>/, "")}</all>`;
      const tree = JSON.stringify(parseTree(whole));
      assertEquals(JSON.stringify(scanTree(whole, true)) === tree, true);
      assertEquals(JSON.stringify(scanTree(whole, false)) === tree, true);
    },
  });

  Deno.test({
    name: `readNetsh() reads ${name} with and without patterns alike`,
    ignore: text === null,
    fn: () => {
      const reading = readNetsh(text ?? "");
      assertEquals(readNetsh(text ?? "", { usesPatterns: false }), reading);
      assertEquals(reading.fault, null);
      assertEquals(readNetsh(text ?? "", { filters: "none" }).raw, {
        ...reading.raw,
        filters: null,
      });
    },
  });
}

Deno.test({
  name: "readNetsh() finds as many objects in a dump as it has keys",
  ignore: DUMPS.some(({ text }) => text === null),
  fn: () => {
    for (const { text } of DUMPS) {
      const { raw } = readNetsh(text ?? "");
      // Subscriptions have conditions too.
      const [lists] = text?.split("<subscriptions>") ?? [];
      const count = (tag: string): number =>
        lists?.match(new RegExp(`<${tag}>`, "g"))?.length ?? 0;
      assertEquals(raw.callouts?.length ?? 0, count("calloutId"));
      assertEquals(raw.filters?.length, count("filterKey"));
      assertEquals(raw.layers?.length ?? 0, count("layerId"));
      const conditions = raw.filters?.flatMap((filter) => filter.conditions);
      assertEquals(conditions?.length, count("matchType"));
    }
  },
});
