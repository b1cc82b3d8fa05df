// deno-lint-ignore no-control-regex -- control characters never reach it: JSON escapes them
const NON_ASCII_REGEXP = /[^\x00-\x7e]/;
// deno-lint-ignore no-control-regex -- see above
const NON_ASCII_ALL_REGEXP = /[^\x00-\x7e]/g;

/**
 * Writes a value as JSON in ASCII alone, so that no code page can damage it:
 * every other UTF-16 unit becomes `\uXXXX`, unpaired surrogates too.
 *
 * @param value Any JSON value
 * @param indent Blanks a level; none for one line
 * @returns The JSON, without a line end
 */
export function formatJson(value: unknown, indent = 0): string {
  return escapeJson(JSON.stringify(value, null, indent));
}

/**
 * Replaces what is not ASCII in a JSON text.
 *
 * @param json A JSON text
 * @returns The same value in ASCII alone
 */
export function escapeJson(json: string): string {
  if (!NON_ASCII_REGEXP.test(json)) return json;
  return json.replace(
    NON_ASCII_ALL_REGEXP,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
