import { assertEquals } from "@std/assert";
import { decodeHex } from "@std/encoding/hex";
import { isWholeDescriptor } from "../../src/native/security_descriptor.ts";

const SYSTEM = "010100000000000512000000";
/** Owner, group and a list of one entry, all of SYSTEM. */
const WHOLE = [
  "01000480" + "14000000" + "20000000" + "00000000" + "2c000000",
  SYSTEM,
  SYSTEM,
  "02001c0001000000" + "0000140001000200" + SYSTEM,
].join("");

function isWhole(hex: string): boolean {
  return isWholeDescriptor(decodeHex(hex));
}

Deno.test("isWholeDescriptor() takes a descriptor whose parts lie within it", () => {
  assertEquals(isWhole(WHOLE), true);
});

Deno.test("isWholeDescriptor() refuses one that is cut anywhere", () => {
  const cuts = Array.from({ length: WHOLE.length / 2 }, (_, bytes) => bytes);
  const taken = cuts.filter((bytes) => isWhole(WHOLE.slice(0, 2 * bytes)));
  assertEquals(taken, []);
});

Deno.test("isWholeDescriptor() refuses parts that lie outside", () => {
  const broken = [
    WHOLE.replace("14000000", "ffffffff"), // the owner
    WHOLE.replace("20000000", "47000000"), // the group
    WHOLE.replace("2c000000", "44000000"), // the list
    WHOLE.replace("02001c00", "0200ff00"), // the size of the list
    WHOLE.replace("02001c00", "02000400"), // a list smaller than its head
    WHOLE.replace("01000480", "01000400"), // pointers in place of offsets
    WHOLE.replace("01000480", "02000480"), // another revision
  ];
  assertEquals(broken.map(isWhole), broken.map(() => false));
});
