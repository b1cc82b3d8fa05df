/** What a terminal would obey or show out of order: C0, C1, bidirectional marks, separators, lone surrogates. */
const UNSAFE_REGEXP =
  // deno-lint-ignore no-control-regex -- these are what is looked for
  /[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Makes text from a system or a file harmless for a terminal: control
 * characters, direction marks and unpaired surrogates become `\n`, `\x1b`, `\u202e`.
 *
 * @param text Any text
 * @returns The text with escapes in place of what a terminal would obey
 */
export function escapeForTerminal(text: string): string {
  return text.replace(UNSAFE_REGEXP, escapeUnit);
}

/**
 * Keeps a cell of tab-separated text in its cell and on its line.
 *
 * @param text Any text
 * @returns The text with `\t` and the like in place of tabs, line breaks and backslashes
 */
export function escapeForText(text: string): string {
  return text.replace(/[\t\r\n\\]/g, escapeUnit);
}

const SHORT: Readonly<Record<string, string>> = {
  "\t": "\\t",
  "\r": "\\r",
  "\n": "\\n",
  "\\": "\\\\",
};

function escapeUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  return SHORT[unit] ??
    (code < 0x100
      ? `\\x${code.toString(16).padStart(2, "0")}`
      : `\\u${code.toString(16).padStart(4, "0")}`);
}
