import { assertEquals } from "@std/assert";
import { AccessDeniedError } from "../../src/model/errors.ts";
import type { RawSource } from "../../src/model/raw.ts";
import { runInMemory } from "../testing/memory_system.ts";
import { rawSnapshot } from "../testing/raw_objects.ts";

const NOT_WINDOWS = {
  code: "notWindows",
  message: "Cannot open the filter engine: this is not Windows",
  hint: "take a dump or snapshot on the Windows machine and use --from",
  details: {},
};

function failing(message: string): RawSource {
  return {
    read: () => {
      throw new AccessDeniedError(message, { hint: "start as administrator" });
    },
    isElevated: () => false,
  };
}

Deno.test("wfpcallout doctor --json off Windows", async () => {
  const { code, stdout, stderr } = await runInMemory(["doctor", "--json"]);
  assertEquals([code, stderr], [5, ""]);
  const { version, catalog, ...facts } = JSON.parse(stdout);
  assertEquals(/^\d+\.\d+\.\d+$/.test(version), true);
  assertEquals(catalog.callout > 51, true);
  assertEquals(facts, {
    name: "wfpcallout",
    schemaVersion: 1,
    os: "linux",
    architecture: "x86_64",
    runtime: { deno: "2.4.2", v8: "13.7" },
    elevated: null,
    engine: {
      opening: { ok: false, error: NOT_WINDOWS },
      enumeration: {
        ok: null,
        error: null,
        counts: null,
        complete: null,
        warnings: [],
      },
    },
    module: null,
  });
});

Deno.test("wfpcallout doctor --json on Windows", async () => {
  const { code, stdout } = await runInMemory(["doctor", "--json"], {
    os: "windows",
    engine: {
      read: () => rawSnapshot({ providers: null }),
      isElevated: () => true,
    },
    executable: "C:\\m\\bin\\win-x64\\wfpcallout.exe",
    files: {
      "C:\\m\\WfpCallout.psd1": "@{\r\n    ModuleVersion = '1.2.3'\r\n}\r\n",
    },
  });
  const { elevated, engine, module } = JSON.parse(stdout);
  assertEquals({ code, elevated, engine, module }, {
    code: 0,
    elevated: true,
    engine: {
      opening: { ok: true, error: null },
      enumeration: {
        ok: true,
        error: null,
        counts: {
          callouts: 1,
          filters: 1,
          layers: 0,
          sublayers: 1,
          providers: null,
        },
        complete: true,
        warnings: [],
      },
    },
    module: {
      manifest: "C:\\m\\WfpCallout.psd1",
      version: "1.2.3",
    },
  });
});

Deno.test("wfpcallout doctor tells opening from listing", async () => {
  const cases = [
    ["Cannot open the filter engine: access is denied", false, null],
    [
      "Cannot list the callouts of the filter engine: access is denied",
      true,
      false,
    ],
  ] as const;
  for (const [message, opens, lists] of cases) {
    const { code, stdout } = await runInMemory(["doctor", "--json"], {
      os: "windows",
      engine: failing(message),
    });
    const { elevated, engine } = JSON.parse(stdout);
    assertEquals(
      [code, elevated, engine.opening.ok, engine.enumeration.ok],
      [4, false, opens, lists],
    );
  }
});

Deno.test("wfpcallout doctor", async () => {
  const { code, stdout } = await runInMemory(["doctor"], {
    os: "windows",
    engine: failing("Cannot open the filter engine: access is denied"),
  });
  assertEquals(code, 4);
  const rows = new Map(
    stdout.trim().split("\n").map((line) =>
      line.split(/ {2,}/) as [string, string]
    ),
  );
  rows.delete("Version");
  rows.delete("Catalogue");
  assertEquals([...rows], [
    ["System", "windows x86_64"],
    ["Administrator", "no"],
    [
      "Opening the filter engine",
      "Cannot open the filter engine: access is denied",
    ],
    ["Listing its objects", "not tried"],
    ["PowerShell module", "not found beside the executable"],
    ["Next step", "start as administrator"],
  ]);
});

Deno.test("wfpcallout doctor finds the module beside the executable", async () => {
  const manifest = "/opt/dist/WfpCallout/WfpCallout.psd1";
  const { stdout } = await runInMemory(["doctor", "--json"], {
    executable: "/opt/dist/wfpcallout",
    files: { [manifest]: "@{ }" },
  });
  assertEquals(JSON.parse(stdout).module, { manifest, version: null });
});
