import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { InputError } from "../../src/model/errors.ts";
import type { FilterScope, RawSnapshot } from "../../src/model/raw.ts";
import { outlineNetsh } from "../../src/readers/netsh_outline.ts";
import {
  type NetshReading,
  readNetsh,
} from "../../src/readers/netsh_reader.ts";
import { decodeText } from "../../src/readers/text_encoding.ts";
import { PROPERTY_RUNS } from "../property_runs.ts";
import { readerOf } from "../testing/memory_system.ts";

type Scope = Exclude<FilterScope, "all">;

const SCOPES: readonly Scope[] = ["none", "callouts"];
const ENCODER = new TextEncoder();
const FIXTURES = new URL("../testdata/netsh/", import.meta.url);
const STATE = Deno.readTextFileSync(new URL("state.xml", FIXTURES));
const FILTERS = Deno.readTextFileSync(new URL("filters.xml", FIXTURES));

function outline(content: string | Uint8Array, scope: Scope): string | null {
  const bytes = typeof content === "string" ? ENCODER.encode(content) : content;
  return outlineNetsh(readerOf(bytes), scope);
}

/** What a whole reading has, but for the filters that the scope leaves out. */
function without(raw: RawSnapshot, scope: Scope): RawSnapshot {
  const filters = scope === "none" ? null : raw.filters?.filter(hasCallout);
  return { ...raw, filters: filters ?? null };
}

function hasCallout({ actionType }: { actionType: string | null }): boolean {
  return actionType?.startsWith("FWP_ACTION_CALLOUT") ?? false;
}

/** What is read of an outline; null where the whole file has to be read. */
function read(text: string, scope: Scope): RawSnapshot | null {
  const short = outline(text, scope);
  if (short === null) return null;
  const reading = attempt(short, scope);
  return reading?.fault === null ? without(reading.raw, scope) : null;
}

function attempt(text: string, filters: FilterScope): NetshReading | null {
  try {
    return readNetsh(text, { filters });
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** A state of several pieces, whose borders fall at other places for each width. */
function longState(width: number): string {
  const start = STATE.indexOf("<item>", STATE.indexOf("<layers"));
  const end = STATE.indexOf("</layers>");
  const layers = STATE.slice(start, end).repeat(12);
  return `${STATE.slice(0, start)}${" ".repeat(width)}\n${layers}` +
    STATE.slice(end);
}

Deno.test("outlineNetsh() keeps all but the filters that are not wanted", () => {
  for (const text of [STATE, FILTERS, "\ufeff" + STATE, longState(0)]) {
    for (const scope of SCOPES) {
      const { raw } = readNetsh(text.replace("\ufeff", ""));
      assertEquals(read(text, scope), without(raw, scope));
    }
  }
});

Deno.test("outlineNetsh() leaves out all filters, or most of those without a callout", () => {
  const text = longState(0);
  assertEquals(outline(text, "none")?.includes("<filterKey>"), false);
  const kept = outline(text, "callouts")?.match(/<filterKey>/g)?.length ?? 0;
  assertEquals(kept, readNetsh(text).raw.filters?.filter(hasCallout).length);
});

Deno.test("outlineNetsh() reads alike wherever one piece ends and the next begins", () => {
  for (let width = 0; width < 3_000; width += 37) {
    const text = longState(width);
    const { raw } = readNetsh(text);
    for (const scope of SCOPES) {
      assertEquals(read(text, scope), without(raw, scope));
    }
  }
});

Deno.test("outlineNetsh() leaves to others what it cannot be certain of", () => {
  const list = STATE.indexOf("<filters numItems");
  const inList = STATE.indexOf("</item>", list);
  const put = (text: string, at = inList): string =>
    STATE.slice(0, at) + text + STATE.slice(at);
  const doubtful: (string | Uint8Array)[] = [
    "",
    "[]",
    "text",
    "<Events/>",
    put("<!-- -->"),
    put("<![CDATA[</filters>]]>"),
    put("<![CDATA[a\n"),
    put('<filters numItems="1"></filters>'),
    put("\ufffd"),
    put("x".repeat(1 << 20)),
    STATE.slice(0, inList),
    new Uint8Array([...ENCODER.encode(put("")), 0xe9]),
    new Uint8Array(
      new Uint16Array([...STATE].map((c) => c.charCodeAt(0))).buffer,
    ),
  ];
  for (const content of doubtful) {
    for (const scope of SCOPES) assertEquals(outline(content, scope), null);
  }
});

const PIECES = fc.constantFrom(
  ..."<>/&;\"' \r\n-]\u00e9".split(""),
  "<!--",
  "<![CDATA[",
  "]]>",
  "<item>",
  "</item>",
  "<filters>",
  "</filters>",
  "<filterKey>",
  "</effectiveWeight>",
  "FWP_ACTION_CALLOUT_TERMINATING",
  "",
);
const DAMAGE = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 40 })),
  piece: PIECES,
});

Deno.test("outlineNetsh() gives for any well-formed text what reading all of it gives", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(STATE, FILTERS),
      fc.array(DAMAGE, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...SCOPES),
      (text, damages, scope) => {
        for (const { at, length, piece } of damages) {
          const start = at % (text.length + 1);
          text = text.slice(0, start) + piece + text.slice(start + length);
        }
        const short = read(text, scope);
        const whole = attempt(text, "all");
        if (short === null || whole?.fault !== null) return;
        assertEquals(short, without(whole.raw, scope));
      },
    ),
    PROPERTY_RUNS,
  );
});

/** A real dump, where it lies beside the checkout. */
const DUMP = readDump("../../../shared/corpus/keploy-wfpstate.xml");

function readDump(path: string): Uint8Array | null {
  try {
    return Deno.readFileSync(new URL(path, import.meta.url));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

Deno.test({
  name: "outlineNetsh() reads a real dump in full",
  ignore: DUMP === null,
  fn: () => {
    const { raw } = readNetsh(decodeText(DUMP ?? new Uint8Array()).text);
    for (const scope of SCOPES) {
      const text = outline(DUMP ?? "", scope) ?? "";
      assertEquals(
        without(readNetsh(text, { filters: scope }).raw, scope),
        without(raw, scope),
      );
    }
  },
});
