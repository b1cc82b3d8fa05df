import type { GuidDefect } from "./guid_defect.ts";

/** A whole number in C, C#, JSON or similar text. */
export interface NumberToken {
  readonly value: number;
  readonly text: string;
  /** The first character, counted from 1. */
  readonly position: number;
}

/** The numbers that a piece of source text lists. */
export interface NumberList {
  readonly numbers: readonly NumberToken[];
  /** The first thing that cannot be in such a list, or null. */
  readonly defect: GuidDefect | null;
  /** The bracket that would close the last one left open, or null. */
  readonly unclosed: string | null;
}

/**
 * Comments, strings, lengths of arrays, numbers with their suffixes, marks, names
 * of fields and types, other words. Words may have digits in them, comments and
 * strings anything.
 */
const TOKEN_REGEXP =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|("[^"\n]*")|\[\s*\d*\s*\](?=\s*[\w{=])|(?<![\w.])(0x[0-9a-f]+|-?\d+)(?:u|l|ul|lu|ull|llu|i64|ui64)?(?![\w.])|([,{}()[\]])|[a-z_.][\w.]*(?=(?:\s+[a-z_]\w*){0,9}\s*[:={}()[\]])|([\w.]+)/gi;

const CLOSING: Readonly<Record<string, string>> = {
  "{": "}",
  "(": ")",
  "[": "]",
};

/**
 * Lists the whole numbers of a piece of source text, hexadecimal (`0x…`) or
 * decimal, without their suffixes. Comments and identifiers are passed over.
 *
 * @param text The text
 * @returns The numbers in order, and what is wrong with the list, if anything is:
 *   brackets that do not match, a comma too few or too many, what is not a whole number
 */
export function readNumberList(text: string): NumberList {
  const reader = new ListReader();
  for (const match of text.matchAll(TOKEN_REGEXP)) {
    const [, quoted, number, mark, word] = match;
    const position = match.index + 1;
    if (number !== undefined) reader.addNumber(number, position);
    else if (mark !== undefined) reader.addMark(mark, position);
    else if (quoted !== undefined) reader.addQuoted(quoted, position);
    else if (word !== undefined) reader.addWord(word, position);
  }
  return reader.end();
}

class ListReader {
  readonly #numbers: NumberToken[] = [];
  /** What will close the brackets that are open, the innermost last. */
  readonly #open: string[] = [];
  /** How many commas came since the last number. */
  #commas = 0;
  #defect: GuidDefect | null = null;
  /** A word behind the last number that is no name of a field or type. */
  #stray: GuidDefect | null = null;

  addNumber(text: string, position: number): void {
    this.#defect ??= this.#stray;
    if (this.#numbers.length > 0 && this.#commas !== 1) {
      const what = this.#commas === 0 ? "a comma" : "a number";
      this.#fail(position, `${what} is missing before ${text}`);
    }
    this.#numbers.push({ value: Number(text), text, position });
    this.#commas = 0;
  }

  addMark(mark: string, position: number): void {
    if (mark === ",") {
      this.#commas++;
      return;
    }
    const closing = CLOSING[mark];
    if (closing !== undefined) {
      this.#open.push(closing);
      return;
    }
    const wanted = this.#open.pop();
    if (wanted === mark) return;
    this.#fail(
      position,
      wanted === undefined
        ? `"${mark}" closes nothing`
        : `"${mark}" where "${wanted}" belongs`,
    );
  }

  /** A string before the numbers is a name; among them it is no number. */
  addQuoted(quoted: string, position: number): void {
    if (this.#numbers.length === 0 || this.#open.length === 0) return;
    this.#fail(position, `${quoted} in quotes where a number belongs`);
  }

  /** Words before the numbers say what is defined, words behind them what follows. */
  addWord(word: string, position: number): void {
    const detail = `"${word}" is not a whole number`;
    if (/^\d/.test(word)) this.#fail(position, detail);
    else if (this.#numbers.length > 0) this.#stray ??= { position, detail };
  }

  end(): NumberList {
    return {
      numbers: this.#numbers,
      defect: this.#defect,
      unclosed: this.#open.at(-1) ?? null,
    };
  }

  #fail(position: number, detail: string): void {
    this.#defect ??= { position, detail };
  }
}
