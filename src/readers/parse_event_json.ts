/** A number that JavaScript's own would round; a minus before it means no field of ours. */
const LONG_NUMBER = /[:[,]\s*\d{16,}\s*[,}\]]/;

/**
 * Parses JSON; integers that would be rounded become strings of their digits.
 *
 * @param text The JSON
 * @returns Its value
 * @throws {SyntaxError} If it is not valid
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const text = '{"Weight":18446744073709551615}';
 * assertEquals(parseEventJson(text), { Weight: "18446744073709551615" });
 * ```
 */
export function parseEventJson(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text);
  return JSON.parse(text, reviveLong);
}

function reviveLong(
  _key: string,
  value: unknown,
  context?: { readonly source?: string },
): unknown {
  const source = context?.source;
  const isLong = typeof value === "number" && !Number.isSafeInteger(value);
  return isLong && source !== undefined && /^\d+$/.test(source)
    ? source
    : value;
}
