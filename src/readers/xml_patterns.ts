/**
 * Patterns over whole elements. The engine runs a regular expression as machine code
 * from its second use on, which no loop of ours can match in a program that lives
 * for 50 ms. A pattern takes only what the scanner would read the same way; what it
 * does not match is left to the scanner.
 *
 * @module
 */

/** Text without references, CDATA or children. */
export const PLAIN_TEXT = "[^<&]*";

const NAME = "[A-Za-z][A-Za-z0-9]*";
/** The only attribute that netsh writes. */
export const COUNT = '(?: numItems="[0-9]+")?';

/** A start tag; captures: 1 name, 2 the slash of an empty element. */
export const SIMPLE_TAG = new RegExp(`<(${NAME})${COUNT}(/)?>`, "y");

/** The pattern of an element of at most `height` levels, with no captures of use. */
function subtree(height: number): string {
  const children = height === 1
    ? ""
    : `(?:${subtree(height - 1)}${PLAIN_TEXT}){0,999}`;
  const name = `e${height}`;
  return `<(?:${NAME}/>|` +
    `(?<${name}>${NAME})${COUNT}>${PLAIN_TEXT}${children}</\\k<${name}>>)`;
}

/** How many levels of elements a pattern takes; real files have 11 below a list. */
export const PATTERN_HEIGHT = 12;

/** A run of elements, which can be skipped at once. */
export const SUBTREES = new RegExp(
  `(?:${PLAIN_TEXT}${subtree(PATTERN_HEIGHT)}){1,99}`,
  "y",
);

/**
 * Makes the pattern of one element or of a run, from where the scanner stands.
 *
 * @param parts Patterns, between which white space may stand
 * @returns The pattern, sticky
 */
export function elementPattern(...parts: readonly string[]): RegExp {
  return new RegExp("\\s*" + parts.join("\\s*"), "y");
}

/**
 * The pattern of an element that holds text only.
 *
 * @param name The name of the element
 * @param text The pattern of its text, whose capture is undefined if it is `<name/>`
 * @returns The pattern
 */
export function leaf(name: string, text: string): string {
  return `<${name}(?:/>|>${text}</${name}>)`;
}

/**
 * The pattern of an element that holds elements, or nothing.
 *
 * @param name The name of the element
 * @param parts The patterns of its content, between which white space may stand
 * @returns The pattern
 */
export function branch(name: string, ...parts: readonly string[]): string {
  return `<${name}(?:/>|>\\s*${parts.join("\\s*")}\\s*</${name}>)`;
}
