/** A whole number in C, C#, JSON or similar text. */
export interface NumberToken {
  readonly value: number;
  readonly text: string;
  /** The first character, counted from 1. */
  readonly position: number;
}

/** Comments, strings, lengths of arrays and words with digits in them hold no numbers of ours. */
const TOKEN_REGEXP =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"[^"\n]*"|\d+\s*\](?=\s*[\w{])|(?<![\w.])(0x[0-9a-f]+|-?\d+)(?:u|l|ul|lu|ull|llu|i64|ui64)?(?![\w.])|[\w.]+/gi;

/**
 * Lists the whole numbers of a piece of source text, hexadecimal (`0x…`) or
 * decimal, without their suffixes. Comments, strings and identifiers are passed over.
 *
 * @param text The text
 * @returns The numbers in order
 */
export function listNumbers(text: string): NumberToken[] {
  const tokens: NumberToken[] = [];
  for (const match of text.matchAll(TOKEN_REGEXP)) {
    const written = match[1];
    if (written === undefined) continue;
    tokens.push({
      value: Number(written),
      text: written,
      position: match.index + 1,
    });
  }
  return tokens;
}
