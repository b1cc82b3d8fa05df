import { assertEquals, assertThrows } from "@std/assert";
import { UnavailableError } from "../../src/model/errors.ts";
import { openLiveSource } from "../../src/native/open_live_source.ts";

Deno.test({
  name: "openLiveSource().read() says off Windows what to do instead",
  ignore: Deno.build.os === "windows",
  fn(): void {
    const source = openLiveSource();
    const error = assertThrows(() => source.read(), UnavailableError);
    assertEquals([error.code, error.message, error.hint], [
      "notWindows",
      "Cannot open the filter engine: this is not Windows",
      "take a snapshot on the Windows machine and read it with --from FILE",
    ]);
  },
});
