import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { InputError } from "../../src/model/errors.ts";
import type { RawSnapshot } from "../../src/model/raw.ts";
import { readNetsh } from "../../src/readers/netsh_reader.ts";
import { readRaw } from "../../src/readers/read_raw.ts";
import { PROPERTY_RUNS } from "../property_runs.ts";

const LISTS = [
  "callouts",
  "filters",
  "layers",
  "sublayers",
  "providers",
] as const;
const ENCODER = new TextEncoder();
const FILTERS = readDense("filters.xml");
const STATE = readDense("state.xml");
/** A state of less than 8 KB: the last layer and what follows. */
const SMALL = STATE.slice(0, STATE.indexOf("<layers")) + "<layers>" +
  STATE.slice(STATE.lastIndexOf("<item><layer>"));

/** A fixture without the white space between its tags. */
function readDense(name: string): string {
  const url = new URL(`../testdata/netsh/${name}`, import.meta.url);
  return Deno.readTextFileSync(url).replaceAll(/>\s+</g, "><");
}

/** What is read of a text, or the message of its refusal. */
function outcome(
  text: string,
  options: Parameters<typeof readNetsh>[1] = {},
): { readonly raw: RawSnapshot; readonly fault: string | null } | string {
  try {
    const { raw, fault } = readNetsh(text, options);
    return { raw, fault: fault?.message ?? null };
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

/** Asserts that a cut text gives the first objects of the whole one, and says that it is cut. */
function assertCut(whole: RawSnapshot, text: string): void {
  const read = outcome(text);
  assertEquals(outcome(text, { usesPatterns: false }), read);
  if (typeof read === "string") return;
  assertEquals([read.raw.complete, read.fault === null], [false, false]);
  for (const list of LISTS) {
    const objects = read.raw[list];
    assertEquals(
      objects ?? [],
      (whole[list] ?? []).slice(0, objects?.length ?? 0),
    );
  }
}

Deno.test("readNetsh() gives the first objects of a file cut anywhere", () => {
  for (const text of [SMALL, FILTERS]) {
    const { raw } = readNetsh(text);
    const end = text.search(/<\/wfp(?:state|diag)>/);
    for (let at = 0; at < end; at++) assertCut(raw, text.slice(0, at));
  }
});

Deno.test("readRaw() takes a file cut at any byte, within a character too", () => {
  const bytes = ENCODER.encode(SMALL);
  for (let at = 0; at < bytes.length; at += 7) {
    const warnings = attempt(bytes.subarray(0, at))?.warnings ?? [];
    assertEquals(warnings.filter((text) => text.includes("UTF-8")), []);
  }
});

/** Reads bytes; null if they are refused. */
function attempt(bytes: Uint8Array): RawSnapshot | null {
  try {
    const input = readRaw(bytes);
    return input.kind === "raw" ? input.raw : null;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

const PIECE = fc.constantFrom(
  ..."<>/&;\"'=! \r\n\0x{}-]\u00e9".split(""),
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<item>",
  "</item>",
  "<filters>",
  "</filters>",
  "<callouts/>",
  '<a b=">">',
  "&amp;",
  "&#x0;",
  "<?",
  "99999999999999999999999999",
);
const DAMAGE = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 40 })),
  piece: fc.oneof(PIECE, fc.constant("")),
});

/** Replaces parts of a text. */
function damage(
  text: string,
  damages: readonly { at: number; length: number; piece: string }[],
): string {
  return damages.reduce((result, { at, length, piece }) => {
    const start = at % (result.length + 1);
    return result.slice(0, start) + piece + result.slice(start + length);
  }, text);
}

Deno.test("readNetsh() reads a damaged text with and without patterns alike", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(SMALL, FILTERS),
      fc.array(DAMAGE, { minLength: 1, maxLength: 4 }),
      (text, damages) => {
        const damaged = damage(text, damages);
        const read = outcome(damaged, { usesPatterns: false });
        assertEquals(outcome(damaged), read);
        const without = outcome(damaged, { filters: "none" });
        if (typeof without === "string" || typeof read === "string") return;
        if (read.fault !== null) return;
        assertEquals(without, { ...read, raw: { ...read.raw, filters: null } });
      },
    ),
    PROPERTY_RUNS,
  );
});

Deno.test("readRaw() reads damaged bytes or refuses them", () => {
  const bytes = ENCODER.encode(SMALL);
  const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(edits, fc.nat({ max: 3 }), (places, drop) => {
      const damaged = bytes.slice(drop);
      for (const [at, byte] of places) damaged[at % damaged.length] = byte;
      attempt(damaged);
    }),
    PROPERTY_RUNS,
  );
});
