import { assertEquals, assertThrows } from "@std/assert";
import { AccessDeniedError, UnavailableError } from "../../src/model/errors.ts";
import type { RawSnapshot } from "../../src/model/raw.ts";
import { Double, NOTHING_OPEN } from "../fwpuclnt_double/double.ts";
import { sampleEngine, sampleGuid } from "../fwpuclnt_double/sample_engine.ts";
import { linuxTest } from "../testing/linux_test.ts";

/** A snapshot without its time, the only thing that differs from read to read. */
function withoutTime(snapshot: RawSnapshot): Omit<RawSnapshot, "time"> {
  const { time: _, ...rest } = snapshot;
  return rest;
}

const NOT_ELEVATED =
  "This process does not run as administrator: the filter engine silently leaves out what the process may not read";

linuxTest(
  "LiveSource.read() gives every object of the engine as it is",
  async () => {
    const objects = sampleEngine();
    using double = await Double.open(objects);
    const snapshot = double.source().read();
    assertEquals(withoutTime(snapshot), withoutTime(objects));
    const { time } = snapshot;
    assertEquals(new Date(time ?? "").toISOString(), time);
    assertEquals(double.open, NOTHING_OPEN);
  },
);

linuxTest(
  "LiveSource.read() opens kernel32.dll by its bare name and all else by absolute path",
  async () => {
    using double = await Double.open(sampleEngine({ callouts: 1, filters: 1 }));
    double.source().read();
    assertEquals(double.files, [
      "kernel32.dll",
      "C:\\Windows\\system32\\ntdll.dll",
      "C:\\Windows\\system32\\advapi32.dll",
      "C:\\Windows\\system32\\shlwapi.dll",
      "C:\\Windows\\system32\\fwpuclnt.dll",
    ]);
  },
);

linuxTest("LiveSource loads nothing before it is read", async () => {
  using double = await Double.open(sampleEngine({ callouts: 1, filters: 1 }));
  double.source();
  assertEquals([double.files, double.calls], [[], 0]);
});

linuxTest(
  "LiveSource.read() reads in one transaction, page by page",
  async () => {
    using double = await Double.open(
      sampleEngine({ callouts: 256, filters: 2 }),
    );
    double.source().read();
    const list = (kind: string, pages = 1): string[] => [
      `Fwpm${kind}CreateEnumHandle0`,
      ...new Array(pages).fill(`Fwpm${kind}Enum0`),
      `Fwpm${kind}DestroyEnumHandle0`,
    ];
    assertEquals(double.callNames(1), [
      "FwpmEngineOpen0",
      "FwpmTransactionBegin0",
      ...list("Layer"),
      ...list("Provider"),
      ...list("SubLayer"),
      // A full page may be the last, which only the next one tells
      ...list("Callout", 2),
      ...list("Filter"),
      "FwpmTransactionAbort0",
      "FwpmEngineClose0",
    ]);
  },
);

linuxTest(
  "LiveSource.read() leaves the filters out if they are not wanted",
  async () => {
    using double = await Double.open(sampleEngine({ callouts: 1, filters: 1 }));
    const { filters } = double.source().read({ filters: "none" });
    const calls = double.callNames(1).filter((name) => name.includes("Filter"));
    assertEquals([filters, calls], [null, []]);
  },
);

linuxTest(
  "LiveSource.read() leaves nothing open whichever call fails",
  async (t) => {
    const objects = sampleEngine({ callouts: 300, filters: 600 });
    using double = await Double.open(objects);
    const source = double.source();
    source.read();
    const names = double.callNames(1);
    for (const [i, name] of names.entries()) {
      await t.step(`${name}, call ${i + 1}`, () => {
        double.failAt(i + 1, 0x80320010);
        const error = assertThrows(() => source.read(), UnavailableError);
        assertEquals(
          [error.code, error.details, double.open],
          [
            "engineFailed",
            { status: "FWP_E_SESSION_ABORTED", number: "0x80320010" },
            NOTHING_OPEN,
          ],
        );
        double.failAt(0, 0);
        assertEquals(withoutTime(source.read()), withoutTime(objects));
      });
    }
  },
);

linuxTest(
  "LiveSource.read() reports the first failure, not the ones that follow",
  async () => {
    using double = await Double.open(sampleEngine());
    const source = double.source();
    double.failAt(2, 0x80320012);
    assertThrows(
      () => source.read(),
      UnavailableError,
      "Cannot begin reading the filter engine: another program held the engine for too long (FWP_E_TIMEOUT, 0x80320012)",
    );
  },
);

linuxTest(
  "LiveSource.read() says what to do when access is denied",
  async () => {
    using double = await Double.open(sampleEngine());
    double.failAt(1, 5);
    const error = assertThrows(() => double.source().read(), AccessDeniedError);
    assertEquals([error.message, error.hint], [
      "Cannot open the filter engine: access is denied (ERROR_ACCESS_DENIED, 5)",
      "run the command in a terminal started as administrator; if it already is, the permissions of the Base Filtering Engine service (BFE) are damaged",
    ]);
  },
);

linuxTest("LiveSource.read() takes a short page for the last one", async () => {
  const objects = sampleEngine();
  using double = await Double.open(objects);
  // Pages 1 to 4 are the layers, providers, sublayers and callouts
  double.shortPageAt(5);
  const snapshot = double.source().read();
  assertEquals(snapshot.filters, objects.filters?.slice(0, 128));
  assertEquals(double.open, NOTHING_OPEN);
});

linuxTest(
  "LiveSource.read() does not see what changes while it reads",
  async () => {
    const objects = sampleEngine();
    using double = await Double.open(objects);
    const source = double.source();
    double.changeAfter(12);
    assertEquals(withoutTime(source.read()), withoutTime(objects));
    const later = source.read();
    assertEquals(
      [later.callouts?.length, later.filters?.length, double.open],
      [89, 999, NOTHING_OPEN],
    );
  },
);

linuxTest(
  "LiveSource.read() warns that lists may be short when not elevated",
  async () => {
    const objects = sampleEngine({ callouts: 2, filters: 2 });
    using double = await Double.open({ ...objects, complete: false });
    const { complete, warnings } = double.source().read();
    assertEquals([complete, warnings], [false, [NOT_ELEVATED]]);
    assertEquals(double.source().isElevated(), false);
  },
);

linuxTest(
  "LiveSource.read() knows empty lists for missing rights",
  async () => {
    const objects = sampleEngine({ callouts: 0, filters: 0 });
    using double = await Double.open({ ...objects, layers: [] });
    const snapshot = double.source().read();
    assertEquals([snapshot.complete, snapshot.callouts, snapshot.warnings], [
      false,
      [],
      [
        "The filter engine listed no layers, though Windows always has some: the rights to read them are missing",
        "The filter engine listed no callouts, though Windows always has some: the rights to read them are missing",
      ],
    ]);
  },
);

linuxTest(
  "LiveSource.read() loads resource texts only from the system directory",
  async () => {
    const texts = [
      ["@bfe.dll,-1209", "Resource 1209"],
      ["@bfe.dll,-1217;v2", "Resource 1217"],
      ["@missing.dll,-1", null],
      ["@C:\\Windows\\system32\\bfe.dll,-1209", null],
      ["@\\\\host\\share\\bfe.dll,-1209", null],
      ["@..\\system32\\bfe.dll,-1209", null],
      ["@.\\bfe.dll,-1209", null],
      ["@sub/bfe.dll,-1209", null],
      ["@C:bfe.dll,-1209", null],
      ["@%SystemRoot%\\system32\\bfe.dll,-1209", null],
      ["@bfe.dll:stream,-1209", null],
      ["@bfe.dll,1209", null],
      ["@..,-1", null],
      ["@COM1,-1", null],
      ["@COM1.dll,-1", null],
      ["@{Package_1.0?ms-resource://Package/Name}", null],
    ] as const;
    const objects = sampleEngine({ callouts: texts.length, filters: 1 });
    const callouts = (objects.callouts ?? []).map((callout, i) => ({
      ...callout,
      name: texts[i]?.[0] ?? null,
      description: null,
    }));
    using double = await Double.open({ ...objects, callouts });
    const read = double.source().read().callouts ?? [];
    assertEquals(
      read.map(({ name, resources }) => ({ name, resources })),
      texts.map(([raw, loaded]) => ({
        name: loaded ?? raw,
        resources: loaded === null ? undefined : [raw],
      })),
    );
    assertEquals([double.loadedTexts, double.open], [2, NOTHING_OPEN]);
  },
);

linuxTest("LiveSource.read() takes an empty text for none", async () => {
  const objects = sampleEngine({ callouts: 1, filters: 1 });
  const callouts = (objects.callouts ?? [])
    .map((callout) => ({ ...callout, name: "", description: "" }));
  using double = await Double.open({ ...objects, callouts });
  const [callout] = double.source().read().callouts ?? [];
  assertEquals(
    [callout?.key, callout?.name, callout?.description],
    [sampleGuid(4, 0), null, null],
  );
});

linuxTest(
  "LiveSource.read() 1,000 times takes no more memory than 300 times",
  async () => {
    const script = new URL("read_often.ts", import.meta.url).pathname;
    const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      // Without a bound V8 lets its young generation grow as it likes
      args: [
        "run",
        "-A",
        "--no-check",
        "--v8-flags=--expose-gc,--max-semi-space-size=2",
        script,
      ],
    }).output();
    assertEquals(new TextDecoder().decode(stderr), "");
    const grownBytes = Number(new TextDecoder().decode(stdout));
    // Each read copies some 200 KB: if a fifth of that stayed, it would show
    const limitBytes = 24 * 1_048_576;
    assertEquals(grownBytes < limitBytes, true, `${grownBytes} bytes more`);
  },
);
