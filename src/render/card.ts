import { displayWidth } from "./display_width.ts";
import { escapeForTerminal } from "./escape_text.ts";

/** One object with room for all that is known of it. */
export interface Card {
  readonly title: string;
  /** Names and texts; pairs without a text are left out. */
  readonly pairs: readonly (readonly [string, string | null])[];
}

const WIDEST = 100;
const INDENT = "  ";

/**
 * Draws a card: the title, and below it one line a pair, long texts wrapped.
 *
 * @param card What to draw; its texts are made harmless for terminals
 * @param columns The width to keep to; null for no limit
 */
export function formatCard(
  { title, pairs }: Card,
  columns: number | null,
): string {
  const shown = pairs.filter(([, text]) => text !== null && text !== "");
  const left = Math.max(0, ...shown.map(([name]) => name.length));
  const room = Math.max(20, Math.min(columns ?? WIDEST, WIDEST) - left - 4);
  const lines = shown.flatMap(([name, text]) =>
    wrap(escapeForTerminal(text ?? ""), room).map((line, i) =>
      `${INDENT}${(i === 0 ? name : "").padEnd(left)}${INDENT}${line}`
    )
  );
  return [escapeForTerminal(title), ...lines].join("\n") + "\n";
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
