const WILDCARD_REGEXP = /[*?]/;
const SET_REGEXP = /\[[^\]]+\]/;

/** What one place of a pattern accepts: any run of characters, or one character. */
type Token = "run" | ((character: string) => boolean);

/** Whether a text has wildcards: `*`, `?` or `[…]`. */
export function hasWildcards(text: string): boolean {
  if (WILDCARD_REGEXP.test(text)) return true;
  // Behind the last ] no [ is closed, and looking for that from each takes long
  const end = text.lastIndexOf("]") + 1;
  return end > 0 && SET_REGEXP.test(text.slice(0, end));
}

/**
 * Reads a PowerShell wildcard: `*` any text, `?` one character, `[a-c]` one of
 * some; a backtick takes the meaning of the next character away, and an unclosed
 * bracket stands for itself. Letter case does not count, and the whole text has
 * to match. The time is bounded by the product of both lengths, whatever the pattern.
 *
 * @param pattern The wildcard
 * @returns Tells whether a text matches
 *
 * @example Usage
 * ```ts
 * import { assert } from "@std/assert";
 * assert(parseWildcard("*_V[46]")("fwpm_callout_x_v4"));
 * ```
 */
export function parseWildcard(pattern: string): (text: string) => boolean {
  const tokens = tokenize(pattern.toLowerCase());
  return (text) => fits([...text.toLowerCase()], tokens);
}

function tokenize(pattern: string): readonly Token[] {
  const parts = pattern.matchAll(/`(.)|(\*+)|(\?)|\[([^\]]+)\]|([^])/gsu);
  return Array.from(parts, ([, escaped, run, any, set, other]) => {
    if (run !== undefined) return "run";
    if (any !== undefined) return () => true;
    if (set !== undefined) return setOf(set);
    return (character) => character === (escaped ?? other);
  });
}

/** The characters and ranges between two brackets. */
function setOf(set: string): (character: string) => boolean {
  const ranges = Array.from(
    set.matchAll(/(.)-(.)|(.)/gsu),
    ([, from, to, one]) => [from ?? one ?? "", to ?? one ?? ""] as const,
  );
  return (character) =>
    ranges.some(([from, to]) => from <= character && character <= to);
}

/** Walks text and pattern at once; after a mismatch the last run takes one more character. */
function fits(text: readonly string[], tokens: readonly Token[]): boolean {
  let at = 0;
  let token = 0;
  let runToken = -1;
  let runEnd = 0;
  while (at < text.length) {
    const accepts = tokens[token];
    if (accepts === "run") {
      runToken = token++;
      runEnd = at;
    } else if (accepts?.(text[at] as string)) {
      token++;
      at++;
    } else if (runToken >= 0) {
      token = runToken + 1;
      at = ++runEnd;
    } else {
      return false;
    }
  }
  return tokens.slice(token).every((rest) => rest === "run");
}
