import { closestString } from "@std/text/closest-string";
import { levenshteinDistance } from "@std/text/levenshtein-distance";

/**
 * Offers the nearest of some words, if one is near enough to be meant.
 *
 * @param written What the user wrote
 * @param words What would have been valid
 * @returns Options for an error, or undefined
 */
export function suggestion(
  written: string,
  words: readonly string[],
): { readonly hint: string } | undefined {
  if (words.length === 0) return undefined;
  const fold = written.toLowerCase();
  const folded = new Map(words.map((word) => [word.toLowerCase(), word]));
  const nearest: string = closestString(fold, [...folded.keys()]);
  const distance: number = levenshteinDistance(fold, nearest);
  const isPrefix = written.length > 2 && nearest.startsWith(fold);
  if (!isPrefix && distance > Math.max(2, nearest.length / 3)) return undefined;
  return { hint: `did you mean ${folded.get(nearest)}?` };
}
