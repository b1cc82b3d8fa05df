import { assert, assertEquals } from "@std/assert";
import { hasWildcards, parseWildcard } from "../../src/model/wildcard.ts";

/** Pattern, text, whether it fits. */
const CASES: readonly (readonly [string, string, boolean])[] = [
  ["abc", "abc", true],
  ["abc", "xabcx", false],
  ["ABC*", "abcd", true],
  ["abc", "ab", false],
  ["", "", true],
  ["", "anything", false],
  ["*", "", true],
  ["a*", "a", true],
  ["a*c", "abbbc", true],
  ["a*c", "abbbd", false],
  ["*b*", "abc", true],
  ["a?c", "abc", true],
  ["a?c", "ac", false],
  ["?", "\u{1f600}", true],
  ["[abc]x", "bx", true],
  ["[abc]x", "dx", false],
  ["[a-c]x", "bx", true],
  ["[a-c]x", "ax", true],
  ["[z-a]", "m", false],
  ["[a-]", "-", true],
  ["[-a]", "-", true],
  ["[^a]", "^", true],
  ["[^a]", "b", false],
  ["[]x", "[]x", true],
  ["`*", "*", true],
  ["`*", "x", false],
  ["a`?", "a?", true],
  ["a[", "a[", true],
  ["a[b", "a[b", true],
  ["a]?", "a]x", true],
  ["a.c*", "abc", false],
  ["(a|b)*", "a", false],
];

Deno.test("parseWildcard() reads patterns as PowerShell does", () => {
  for (const [pattern, text, expected] of CASES) {
    assertEquals(parseWildcard(pattern)(text), expected, `${pattern} ${text}`);
  }
});

Deno.test("parseWildcard() stays quick with many runs", () => {
  const fits = parseWildcard("*a".repeat(200) + "b");
  assertEquals(fits("a".repeat(2000)), false);
});

Deno.test("hasWildcards() knows stars, question marks and closed brackets", () => {
  const texts = ["a*", "a?", "[ab]", "[ab", "a]", "[]", "STREAM_V4", ""];
  assertEquals(texts.map(hasWildcards), [
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

Deno.test("hasWildcards() stays quick with many brackets", () => {
  const started = performance.now();
  assert(!hasWildcards("]" + "[".repeat(1_000_000)));
  assert(hasWildcards("[".repeat(1_000_000) + "]"));
  const elapsedMs = performance.now() - started;
  assert(elapsedMs < 1000, `${elapsedMs} ms`);
});
