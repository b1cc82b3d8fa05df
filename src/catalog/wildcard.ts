/** What one place of a pattern accepts: any run of characters, or one character. */
type Token = "run" | ((character: string) => boolean);

/**
 * Reads a wildcard pattern as PowerShell has it.
 *
 * @param pattern The pattern: `*`, `?`, `[abc]`, `[a-c]`, a backtick before a
 *   character that stands for itself; an unclosed bracket stands for itself too
 * @returns Tells whether a whole text fits; if the pattern has no wildcard character,
 *   whether a part of the text is the pattern. Its time grows with the product of
 *   both lengths, whatever the pattern
 */
export function parseWildcard(pattern: string): (text: string) => boolean {
  if (!/[*?[\]`]/.test(pattern)) return (text) => text.includes(pattern);
  const tokens = tokenize(pattern);
  return (text) => fits([...text], tokens);
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
