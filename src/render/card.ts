import { escapeForTerminal } from "./escape_text.ts";
import { WIDEST, wrapText } from "./wrap.ts";

/** One object with room for all that is known of it. */
export interface Card {
  readonly title: string;
  /** Names and texts; pairs without a text are left out. */
  readonly pairs: readonly (readonly [string, string | null])[];
}

const INDENT = "  ";

/**
 * Draws a card: the title, and below it one line a pair, long texts wrapped.
 *
 * @param card What to draw; its texts are made harmless for terminals
 * @param columns The width to keep to; null for no limit
 * @returns The lines, each with its line end
 */
export function formatCard(
  { title, pairs }: Card,
  columns: number | null,
): string {
  const shown = pairs.filter(([, text]) => text !== null && text !== "");
  const left = Math.max(0, ...shown.map(([name]) => name.length));
  const room = Math.max(20, Math.min(columns ?? WIDEST, WIDEST) - left - 4);
  const lines = shown.flatMap(([name, text]) =>
    wrapText(escapeForTerminal(text ?? ""), { width: room }).map((line, i) =>
      `${INDENT}${(i === 0 ? name : "").padEnd(left)}${INDENT}${line}`
    )
  );
  return [escapeForTerminal(title), ...lines].join("\n") + "\n";
}
