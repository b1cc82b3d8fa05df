import { displayWidth } from "./display_width.ts";

/** How wide text is at most: longer lines are hard to read. */
export const WIDEST = 100;

/** Where wrapped text stands. */
export interface WrapOptions {
  /** The columns that the text may take, its hanging indent included. */
  readonly width: number;
  /** How far the lines after the first are indented; 0 without it. */
  readonly indent?: number;
}

/**
 * Breaks a text at blanks into lines; a word that is too wide stays whole.
 *
 * @param text One paragraph
 * @param options How wide, and how far to indent
 * @returns The lines, without line ends
 */
export function wrapText(
  text: string,
  { width, indent = 0 }: WrapOptions,
): string[] {
  const margin = " ".repeat(indent);
  const lines: string[] = [];
  let line: string | null = null;
  for (const word of text.split(" ")) {
    const longer: string = line === null ? word : `${line} ${word}`;
    if (line !== null && line.trim() !== "" && displayWidth(longer) > width) {
      lines.push(line);
      line = margin + word;
    } else line = longer;
  }
  return [...lines, line ?? ""];
}
