import { assertEquals, assertThrows } from "@std/assert";
import { readAll } from "../../src/cli/read_all.ts";
import { InputError } from "../../src/model/errors.ts";
import { MAX_FILE_BYTES } from "../../src/model/limits.ts";
import { tool } from "../tool.ts";

/** A stream of so many zeros. */
function zeros(count: number): { readSync(buffer: Uint8Array): number | null } {
  let left = count;
  return {
    readSync: (buffer) => {
      const part = Math.min(left, buffer.length);
      left -= part;
      return part === 0 ? null : part;
    },
  };
}

Deno.test("readAll() reads a stream to its end", () => {
  const reader = { ...zeros(200_000), close: () => {} };
  assertEquals(readAll(reader, "f").length, 200_000);
});

Deno.test("readAll() stops where a stream is longer than a file may be", () => {
  const reader = { ...zeros(Infinity), close: () => {} };
  assertThrows(
    () => readAll(reader, "-"),
    InputError,
    `Cannot read standard input: it has more than ${MAX_FILE_BYTES} bytes`,
  );
});

Deno.test({
  name: "wfpcallout list --from /dev/zero",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    assertEquals(await tool(["list", "--from", "/dev/zero"]), {
      code: 3,
      stdout: "",
      stderr:
        `error: Cannot read "/dev/zero": it has more than ${MAX_FILE_BYTES} bytes, the limit for one file\n`,
    });
  },
});
