import { MATCH_WORDS } from "./event_words.ts";

const GUID = /\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}/i;
/** Behind the first label: a GUID, a label, words, a label, a value. */
const BLOCK =
  /^\s*(\{[\da-f-]{36}\})([^:\uff1a]*[:\uff1a])\s*([^:\uff1a]*[:\uff1a])\s*(.*)$/i;
const DUMP = /^0{8} [\da-f]{2}\b/i;

/**
 * Lists the lines of the field `Conditions`, each a label, a tab and a value. What Event
 * Viewer shows of it, and puts on the clipboard, is one line with its white space
 * collapsed: that is taken apart again.
 *
 * @param text The field as its event has it
 * @returns The lines, without their ends
 */
export function listConditionLines(text: string): string[] {
  const lines = text.trim().split(/\r?\n/);
  const first = lines.length > 1 ? null : GUID.exec(text);
  if (first === null) return lines;
  const label = text.slice(0, first.index).trim();
  return label === "" ? lines : text.split(label).slice(1)
    .flatMap((block) => splitBlock(label, block));
}

function splitBlock(label: string, block: string): string[] {
  const [whole, guid, second, words = "", value = ""] = BLOCK.exec(block) ?? [];
  if (whole === undefined) return [`${label}\t${block.trim()}`];
  const match = Object.keys(MATCH_WORDS).sort((a, b) => b.length - a.length)
    .find((word) => words.toLowerCase().startsWith(`${word} `)) ?? words;
  const third = words.slice(match.length).trim();
  return [
    `${label}\t${guid}`,
    `${second}\t${match}`,
    ...splitDump(value.trim()).map((line, i) =>
      i === 0 ? `${third}\t${line}` : line
    ),
  ];
}

/** A dump of bytes, apart again before the offset of each of its lines. */
function splitDump(value: string): string[] {
  if (!DUMP.test(value)) return [value];
  const lines: string[] = [];
  let at = 0;
  for (let offset = 16;; offset += 16) {
    const mark = ` ${offset.toString(16).padStart(8, "0")} `;
    const next = value.indexOf(mark, at);
    if (next === -1) return [...lines, value.slice(at)];
    lines.push(value.slice(at, next));
    at = next + 1;
  }
}
