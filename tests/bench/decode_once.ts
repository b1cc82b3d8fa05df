/**
 * Times one reader on one file in a process of its own, as the decoder's row
 * does: prints the milliseconds of the first run and of the best of the next ones.
 *
 * Arguments: `ours` or `saxes`, the file.
 *
 * @module
 */

import { SaxesParser } from "saxes";
import { readNetsh } from "../../src/readers/netsh_reader.ts";

const RUNS = 25;

/** What is timed: it returns something, so that it cannot be left out. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  ours: (text) => readNetsh(text).raw.filters?.length,
  // A bare walk: no handlers, no tree. The second root is no XML.
  saxes: (text) => {
    const end = text.indexOf("<firewallState>");
    const parser = new SaxesParser();
    parser.write(end < 0 ? text : text.slice(0, end));
    return parser.close();
  },
};

function timeMs(read: () => unknown): number {
  const start = performance.now();
  read();
  return performance.now() - start;
}

const [name = "", path = ""] = Deno.args;
const read = READERS[name];
if (read === undefined) throw new Error(`no reader ${name}`);
const text = Deno.readTextFileSync(path).replace("\ufeff", "");
const first = timeMs(() => read(text));
const next = Array.from({ length: RUNS }, () => timeMs(() => read(text)));
console.log(JSON.stringify({ first, best: Math.min(...next) }));
