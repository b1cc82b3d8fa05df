import { assertEquals, assertThrows } from "@std/assert";
import { readInlineElement } from "../../src/readers/evtx_inline.ts";

/** An element without content, its name behind it as in a chunk. */
function encodeElement(name: string): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(20 + 2 * name.length));
  view.setUint8(0, 0x01);
  view.setUint32(5, 9, true);
  view.setUint16(15, name.length, true);
  for (let i = 0; i < name.length; i++) {
    view.setUint16(17 + 2 * i, name.charCodeAt(i), true);
  }
  view.setUint8(19 + 2 * name.length, 0x03);
  return new Uint8Array(view.buffer);
}

Deno.test("readInlineElement() reads the name of an element", () => {
  const name = "a".repeat(256);
  assertEquals(readInlineElement(encodeElement(name), 0), {
    name,
    attributes: new Map(),
    children: [],
    text: "",
  });
});

Deno.test("readInlineElement() refuses a name that is too long to be one", () => {
  const chunk = encodeElement("a".repeat(257));
  assertThrows(
    () => readInlineElement(chunk, 0),
    RangeError,
    "Too long a name",
  );
});
