import { assertEquals, assertThrows } from "@std/assert";
import { UnavailableError } from "../../src/model/errors.ts";
import {
  type Memory,
  Page,
  PAGE_BYTES,
  ProcessMemory,
  readAddress,
  readBlob,
  readStruct,
  readWideText,
} from "../../src/native/memory.ts";

/** Memory of `pages` pages from page 1 on; touching any other is an error. */
function pagesOf(bytes: Uint8Array<ArrayBuffer>): Memory {
  return {
    page(number): Page {
      const start = (number - 1) * PAGE_BYTES;
      if (start < 0 || start >= bytes.length) {
        throw new RangeError(`Page ${number} is not there`);
      }
      return new Page(bytes.subarray(start, start + PAGE_BYTES));
    },
  };
}

function wide(text: string): Uint8Array {
  const units = Array.from(
    { length: text.length },
    (_, i) => text.charCodeAt(i),
  );
  return new Uint8Array(new Uint16Array(units).buffer);
}

/** Two pages whose text begins `offset` bytes before the end of the first. */
function pagesWithText(text: string, offset: number): Memory {
  const bytes = new Uint8Array(2 * PAGE_BYTES).fill(0xff);
  bytes.set(wide(`${text}\0`), PAGE_BYTES - offset);
  return pagesOf(bytes);
}

Deno.test("readWideText() returns null for address 0", () => {
  assertEquals(readWideText(pagesOf(new Uint8Array()), 0), null);
});

Deno.test("readWideText() reads a text across two pages", () => {
  const address = 2 * PAGE_BYTES - 6;
  const memory = pagesWithText("callout", 6);
  assertEquals(readWideText(memory, address), "callout");
});

Deno.test("readWideText() keeps unpaired surrogates, and pairs that two pages share", () => {
  const text = "\ufeff\udc00 \ud83d\udd25 \ufffd \ud800";
  const read = Array.from({ length: 2 * text.length }, (_, units) => {
    const offset = 2 * units + 2;
    return readWideText(pagesWithText(text, offset), 2 * PAGE_BYTES - offset);
  });
  assertEquals(read, read.map(() => text));
});

Deno.test("readWideText() refuses an address that no text has", () => {
  assertThrows(
    () => readWideText(pagesOf(new Uint8Array()), PAGE_BYTES + 1),
    UnavailableError,
    "Cannot read the filter engine's answer: a text is at an odd address",
  );
});

Deno.test("readWideText() touches no page after the one of the closing zero", () => {
  const bytes = new Uint8Array(PAGE_BYTES).fill(0xff);
  bytes.set(wide("end\0"), PAGE_BYTES - 8);
  const address = 2 * PAGE_BYTES - 8;
  assertEquals(readWideText(pagesOf(bytes), address), "end");
});

Deno.test("readWideText() refuses a text that does not end", () => {
  const page = new Page(new Uint8Array(PAGE_BYTES).fill(0x41));
  assertThrows(
    () => readWideText({ page: () => page }, PAGE_BYTES),
    UnavailableError,
    "Cannot read the filter engine's answer: 526336 characters of a text, and the limit is 524288",
  );
});

Deno.test("readStruct() joins what lies on two pages", () => {
  const bytes = Uint8Array.from({ length: 2 * PAGE_BYTES }, (_, i) => i >>> 4);
  const view = readStruct(pagesOf(bytes), 2 * PAGE_BYTES - 3, 8);
  assertEquals(
    Array.from({ length: 8 }, (_, i) => view.getUint8(i)),
    [255, 255, 255, 0, 0, 0, 0, 0],
  );
});

Deno.test("readAddress() refuses what no process has", () => {
  const view = new DataView(new Uint8Array(8).fill(0xff).buffer);
  assertThrows(
    () => readAddress(view, 0),
    UnavailableError,
    "Cannot read the filter engine's answer: a pointer leads outside the memory of the process",
  );
});

Deno.test("readBlob() refuses a length that cannot be true", () => {
  assertThrows(
    () => readBlob(pagesOf(new Uint8Array()), 1, 0xffff_ffff),
    UnavailableError,
    "Cannot read the filter engine's answer: 4294967295 bytes of a value, and the limit is 16777216",
  );
});

Deno.test("ProcessMemory reads what was written since it forgot", () => {
  const bytes = new Uint8Array(8);
  const pointer = Deno.UnsafePointer.of(bytes);
  const address = Number(Deno.UnsafePointer.value(pointer));
  const memory = new ProcessMemory();
  const read = (): number => readStruct(memory, address, 8).getUint8(0);
  const before = read();
  bytes[0] = 7;
  const remembered = read();
  memory.forget();
  assertEquals([before, remembered, read()], [0, 0, 7]);
});
