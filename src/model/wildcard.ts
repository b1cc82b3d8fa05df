const WILDCARD_REGEXP = /[*?]|\[[^\]]+\]/;

/** Whether a text has wildcards: `*`, `?` or `[…]`. */
export function hasWildcards(text: string): boolean {
  return WILDCARD_REGEXP.test(text);
}

/**
 * Makes a regular expression of a PowerShell wildcard: `*` any text, `?` one
 * character, `[a-c]` one of some; a backtick takes the meaning of the next
 * character away. Letter case does not count, and the whole text has to match.
 *
 * @example Usage
 * ```ts
 * import { assert } from "@std/assert";
 * assert(wildcardToRegExp("*_V[46]").test("fwpm_callout_x_v4"));
 * ```
 */
export function wildcardToRegExp(pattern: string): RegExp {
  const source = pattern.replace(
    /`([\s\S])|(\*+)|(\?)|\[([^\]]+)\]|([\s\S])/gu,
    (_, escaped, many, one, set, plain) => {
      if (many !== undefined) return "[\\s\\S]*";
      if (one !== undefined) return "[\\s\\S]";
      if (set !== undefined) return `[${setSource(set)}]`;
      return RegExp.escape(escaped ?? plain);
    },
  );
  return new RegExp(`^${source}$`, "i");
}

/** A minus sign between two characters is a range, as in PowerShell; nothing else is special. */
function setSource(set: string): string {
  return set.replace(/[\\^\]]/g, "\\$&");
}
