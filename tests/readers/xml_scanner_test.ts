import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { XmlStop } from "../../src/readers/xml_place.ts";
import { XmlScanner } from "../../src/readers/xml_scanner.ts";
import { PROPERTY_RUNS } from "../property_runs.ts";
import { parseTree, scanTree } from "./xml_tree.ts";

const NAMES = ["a", "item", "name", "x1", "n:s", "_u", "\u540d", "filters"];

/** Text in every way that XML can write it. */
const TEXT = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\r\n\t",
    "plain",
    "&amp;&lt;&#x4E2d;&#10;",
    "<![CDATA[<a>&]] >]]>",
    "<!-- <a> & - -->",
    "<?pi <b> ?>",
    "]] >",
    "a > b\r",
  ),
  fc.string({
    unit: fc.constantFrom("x", " ", "\u00e9", "\u4e2d", "\u{1f600}"),
  }),
);
const ATTRIBUTES = fc.constantFrom(
  "",
  ' numItems="3"',
  ` a='>' b = "'/>"`,
  ' xml:lang="fr" ',
  " ",
);

/** An element as text, with others in it. */
const { element: ELEMENT } = fc.letrec<{ element: string }>((tie) => ({
  element: fc.tuple(
    fc.constantFrom(...NAMES),
    ATTRIBUTES,
    fc.array(fc.oneof({ maxDepth: 5 }, TEXT, tie("element")), { maxLength: 6 }),
    fc.constantFrom("", " "),
  ).map(([name, attributes, content, blank]) =>
    content.length === 0
      ? `<${name}${attributes}/>`
      : `<${name}${attributes}>${content.join("")}</${name}${blank}>`
  ),
}));

Deno.test("XmlScanner reads generated documents as saxes does", () => {
  fc.assert(
    fc.property(ELEMENT, (text) => {
      const tree = parseTree(text);
      assertEquals(scanTree(text, true), tree);
      assertEquals(scanTree(text, false), tree);
    }),
    PROPERTY_RUNS,
  );
});

Deno.test("XmlScanner.skip() and pass() leave an element where text() does", () => {
  const leaveAll = (
    text: string,
    usesPatterns: boolean,
    leave: (xml: XmlScanner) => void,
  ): number[] => {
    const xml = new XmlScanner(text, { usesPatterns });
    const offsets: number[] = [];
    xml.child();
    while (xml.child() !== null) {
      leave(xml);
      offsets.push(xml.offset);
    }
    return offsets;
  };
  fc.assert(
    fc.property(fc.array(ELEMENT, { maxLength: 5 }), (elements) => {
      const text = `<r>${elements.join(" ")}</r>`;
      const expected = leaveAll(text, false, (xml) => void xml.text());
      for (const usesPatterns of [true, false]) {
        assertEquals(
          leaveAll(text, usesPatterns, (xml) => xml.skip()),
          expected,
        );
        assertEquals(
          leaveAll(text, usesPatterns, (xml) => xml.pass()),
          expected,
        );
      }
    }),
    PROPERTY_RUNS,
  );
});

Deno.test("XmlScanner stops where saxes does, or goes on", () => {
  // What saxes takes, the scanner must take; it may take more, such as two roots.
  const broken = fc.tuple(
    ELEMENT,
    fc.nat(),
    fc.constantFrom("", "<", ">", "&", "/", "]]>"),
  ).map(([text, at, piece]) => {
    const characters = [...text];
    characters[at % characters.length] = piece;
    return characters.join("");
  });
  fc.assert(
    fc.property(broken, (text) => {
      const expected = attempt(() => parseTree(text));
      for (const usesPatterns of [true, false]) {
        const tree = attempt(() => scanTree(text, usesPatterns));
        if (expected !== null) assertEquals(tree, expected);
      }
    }),
    PROPERTY_RUNS,
  );
});

/** What a parser gives, or null if it stops with an error of its own. */
function attempt<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch (error) {
    const isOwn = error instanceof XmlStop ||
      error instanceof Error && /^\d+:\d+: /.test(error.message);
    if (!isOwn) throw error;
    return null;
  }
}

Deno.test("XmlScanner takes an & that begins no reference as it is", () => {
  for (const text of ["&", "a & b", "a && b", "a&&b;", "R&D", "&x", "& lt;"]) {
    for (const usesPatterns of [true, false]) {
      const xml = new XmlScanner(`<a>${text}</a>`, { usesPatterns });
      assertEquals([xml.child(), xml.text(), xml.child()], ["a", text, null]);
    }
  }
});

Deno.test("XmlScanner says where it stops", () => {
  const cases = {
    "<a>": [3, "it ends inside <a>"],
    "<a><b": [3, "it ends inside <a>"],
    "<a><b>1</b": [7, "it ends inside <b>"],
    "<a><!-- x": [7, "it ends inside <a>"],
    "<a><![CDA": [3, "it ends inside <a>"],
    "<a><![CDATA[x]]": [12, "it ends inside <a>"],
    "<a><?x": [5, "it ends inside <a>"],
    '<a b="': [0, "it ends"],
    "<a></b></a>": [3, "an end tag does not close <a>"],
    "<a>&x;</a>": [3, "a reference stands for no character"],
    "<a>&#;</a>": [3, "a reference stands for no character"],
    '<a b="<"/>': [0, "a start tag is not well-formed"],
  } as const;
  for (const [text, [offset, message]] of Object.entries(cases)) {
    for (const usesPatterns of [true, false]) {
      const stop = assertThrows(() => scanTree(text, usesPatterns), XmlStop);
      assertEquals([stop.offset, stop.message], [offset, message], text);
    }
  }
});
