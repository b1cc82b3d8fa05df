/** Scripts and symbols that terminals draw two columns wide. */
const WIDE_REGEXP =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const COMBINING_REGEXP = /\p{Mn}|\p{Me}|\ufe0f|\u200d/u;
// deno-lint-ignore no-control-regex -- the range of ASCII
const ASCII_REGEXP = /^[\x00-\x7f]*$/;

/**
 * The columns that a text takes on a terminal, as nearly as can be told without
 * the terminal's font.
 */
export function displayWidth(text: string): number {
  if (ASCII_REGEXP.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (COMBINING_REGEXP.test(character)) continue;
    width += WIDE_REGEXP.test(character) ? 2 : 1;
  }
  return width;
}

/**
 * Cuts a text to a number of columns, with `...` where something is left out: at
 * the end, but in the middle of a symbol, whose end tells V4 from V6.
 */
export function cutToWidth(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  const room = Math.max(0, columns - 3);
  if (/^\w+$/.test(text)) {
    const head = Math.floor(room / 3);
    return `${text.slice(0, head)}...${text.slice(text.length - room + head)}`;
  }
  let kept = "";
  let width = 0;
  for (const character of text) {
    const next = displayWidth(character);
    if (width + next > room) break;
    kept += character;
    width += next;
  }
  return kept + ".".repeat(Math.min(3, columns));
}
