import { assertEquals, assertThrows } from "@std/assert";
import { UnavailableError } from "../../src/model/errors.ts";
import { type LoadLibrary, openLibraries } from "../../src/native/library.ts";
import { buildDouble } from "../fwpuclnt_double/build_double.ts";
import { linuxTest } from "../testing/linux_test.ts";

linuxTest(
  "openLibraries() leaves none open whichever is missing",
  async (t) => {
    const path = await buildDouble();
    const names = ["kernel32", "ntdll", "advapi32", "shlwapi", "fwpuclnt"];
    for (const [i, name] of names.entries()) {
      await t.step(name, () => {
        const missing = new UnavailableError("libraryMissing", "Cannot load");
        const opened: string[] = [];
        const closed: string[] = [];
        const load: LoadLibrary = (file, symbols) => {
          if (file.includes(`${name}.dll`)) throw missing;
          const library = Deno.dlopen(path, symbols);
          opened.push(file);
          return {
            symbols: library.symbols,
            close(): void {
              library.close();
              closed.push(file);
            },
          };
        };
        const error = assertThrows(() => openLibraries(load));
        assertEquals([error, opened.length, closed], [missing, i, opened]);
      });
    }
  },
);
