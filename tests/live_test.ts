import { assertEquals } from "@std/assert";
import type { RawSnapshot } from "../src/model/raw.ts";
import type { Snapshot } from "../src/model/snapshot.ts";
import { formatJson } from "../src/render/json.ts";
import { readFileSource } from "../src/sources/file_source.ts";
import { buildDouble } from "./fwpuclnt_double/build_double.ts";
import {
  type Elevation,
  formatEngineFile,
} from "./fwpuclnt_double/engine_file.ts";
import { engineOfSnapshot } from "./fwpuclnt_double/engine_of_snapshot.ts";
import { sampleEngine, sampleGuid } from "./fwpuclnt_double/sample_engine.ts";
import { linuxTest } from "./testing/linux_test.ts";

const MAIN = new URL("live_main.ts", import.meta.url).pathname;

/** What a run printed, and how it ended. */
interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A machine whose filter engine is the double. */
interface Machine extends AsyncDisposable {
  /** A folder of its own. */
  readonly folder: string;
  run(line: string, fault?: string): Promise<Result>;
}

async function startMachine(
  objects: RawSnapshot,
  elevation: Elevation = "elevated",
): Promise<Machine> {
  const library = await buildDouble();
  const folder = await Deno.makeTempDir();
  const file = `${folder}/engine.txt`;
  await Deno.writeTextFile(file, formatEngineFile(objects, elevation));
  return {
    folder,
    async run(line, fault = ""): Promise<Result> {
      const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "--no-check", MAIN, library, ...line.split(" ")],
        cwd: folder,
        env: {
          FWPUCLNT_DOUBLE_FILE: file,
          FWPUCLNT_DOUBLE_FAIL: fault,
          NO_COLOR: "1",
        },
      }).output();
      const decode = (bytes: Uint8Array): string =>
        new TextDecoder().decode(bytes);
      return { code, stdout: decode(stdout), stderr: decode(stderr) };
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await Deno.remove(folder, { recursive: true });
    },
  };
}

const SMALL = sampleEngine({ callouts: 12, filters: 40 });

/** Records as JSON, with another source. */
function withSource(json: string, source: string): unknown {
  return JSON.parse(json).map((record: object) => ({ ...record, source }));
}

async function readDump(path: string): Promise<Snapshot> {
  const bytes = Deno.readFileSync(path);
  const options = { path: "live", encoding: null };
  return (await readFileSource({ readWhole: () => bytes }, options)).snapshot;
}

const DUMP = new URL(
  "../../shared/corpus/keploy-wfpstate.xml",
  import.meta.url,
);
const hasDump = await Deno.stat(DUMP).then(() => true, () => false);

/** A text that `netsh` left as it is, and the engine's source loads. */
function asLoaded<
  T extends { displayName: string | null; notes: readonly string[] },
>(record: T): T {
  const id = /^@bfe\.dll,-(\d+)$/.exec(record.displayName ?? "")?.[1];
  return id === undefined ? record : {
    ...record,
    displayName: `Resource ${id}`,
    notes: [
      ...record.notes,
      `Loaded from the resource ${record.displayName}.`,
    ],
  };
}

/** What `netsh` names and no header does cannot be held. */
function asHeld<T extends { readonly flags?: readonly string[] | null }>(
  record: T,
): T {
  const flags = record.flags?.filter((flag) =>
    flag !== "FWPM_FILTER_FLAG_HAS_FILTER_ORIGIN"
  );
  return flags === undefined ? record : { ...record, flags };
}

Deno.test({
  name:
    "live: an engine that holds the objects of a dump gives its records, field by field",
  ignore: !hasDump || Deno.build.os !== "linux",
  async fn(): Promise<void> {
    const dump = await readDump(DUMP.pathname);
    await using machine = await startMachine(engineOfSnapshot(dump));
    const kinds = ["callout", "layer", "sublayer", "provider"] as const;
    for (const kind of kinds) {
      const { code, stdout, stderr } = await machine.run(
        `list --live --kind ${kind} --json`,
      );
      const records = dump[`${kind}s`] ?? [];
      assertEquals([code, stderr, JSON.parse(stdout)], [
        0,
        "",
        JSON.parse(formatJson(records.map(asLoaded))),
      ]);
    }
    const { code, stdout, stderr } = await machine.run(
      "filters --live --all --json",
    );
    const inOrder = (
      filters: readonly { readonly filterId: string | null }[],
    ): unknown =>
      filters.toSorted((a, b) => Number(a.filterId) - Number(b.filterId));
    assertEquals([code, stderr, inOrder(JSON.parse(stdout))], [
      0,
      "",
      inOrder((dump.filters ?? []).map(asHeld)),
    ]);
  },
});

linuxTest(
  "snapshot --live, then --from, gives the same records but for their source",
  async () => {
    await using machine = await startMachine(SMALL);
    const taken = await machine.run("snapshot --live -o state.json");
    assertEquals(taken, { code: 0, stdout: "", stderr: "" });
    for (
      const command of [
        "list",
        "list --kind layer",
        "list --kind sublayer",
        "list --kind provider",
        "filters --all",
      ]
    ) {
      const live = await machine.run(`${command} --live --json`);
      const file = await machine.run(`${command} --from state.json --json`);
      assertEquals([file.code, file.stderr], [0, ""]);
      assertEquals(withSource(live.stdout, "x"), withSource(file.stdout, "x"));
    }
    const { time, ...facts } = JSON.parse(
      await Deno.readTextFile(`${machine.folder}/state.json`),
    );
    assertEquals(new Date(time).toISOString(), time);
    assertEquals(
      [
        facts.format,
        facts.computer,
        facts.windows,
        facts.complete,
        facts.warnings,
      ],
      ["wfpcallout-snapshot", "PRÜFSTAND-1", "10.0.22631", true, []],
    );
  },
);

linuxTest(
  "filters CALLOUT --live --json gives the filters of that callout",
  async () => {
    await using machine = await startMachine(SMALL);
    const guid = sampleGuid(4, 2);
    const { code, stdout } = await machine.run(`filters ${guid} --json`);
    const expected = (SMALL.filters ?? []).filter((filter) =>
      filter.calloutKey === guid
    );
    const ids = JSON.parse(stdout).map((filter: { filterId: string }) =>
      filter.filterId
    );
    assertEquals([code, ids.sort()], [
      0,
      expected.map((filter) => filter.filterId).sort(),
    ]);
  },
);

linuxTest("resolve GUID --live names what only the engine knows", async () => {
  await using machine = await startMachine(SMALL);
  const guid = sampleGuid(4, 2);
  const { code, stdout } = await machine.run(`resolve ${guid} --live --jsonl`);
  const [match] = JSON.parse(stdout).matches;
  assertEquals([code, match.guid, match.displayName, match.source], [
    0,
    guid,
    "Prüf-Callout 漢字 \u{1f525}",
    "live",
  ]);
});

linuxTest("list --live says why the engine does not answer", async (t) => {
  await using machine = await startMachine(SMALL);
  const cases = [
    [
      "FwpmEngineOpen0:5",
      4,
      "error: Cannot open the filter engine: access is denied (ERROR_ACCESS_DENIED, 5)\n" +
      "hint: run the command in a terminal started as administrator; if it already is, the permissions of the Base Filtering Engine service (BFE) are damaged\n",
    ],
    [
      "FwpmEngineOpen0:1753",
      5,
      "error: Cannot open the filter engine: the service is not running (EPT_S_NOT_REGISTERED, 1753)\n" +
      "hint: start the Base Filtering Engine service (BFE), for example with: net start bfe\n",
    ],
    [
      "FwpmTransactionBegin0:0x80320012",
      5,
      "error: Cannot begin reading the filter engine: another program held the engine for too long (FWP_E_TIMEOUT, 0x80320012)\n" +
      "hint: try again\n",
    ],
    [
      "FwpmCalloutCreateEnumHandle0:5",
      4,
      "error: Cannot list the callouts of the filter engine: access is denied (ERROR_ACCESS_DENIED, 5)\n" +
      "hint: run the command in a terminal started as administrator; if it already is, the permissions of the Base Filtering Engine service (BFE) are damaged\n",
    ],
  ] as const;
  for (const [fault, code, stderr] of cases) {
    await t.step(fault, async () => {
      assertEquals(await machine.run("list --live", fault), {
        code,
        stdout: "",
        stderr,
      });
    });
  }
});

linuxTest("list --live --json says so in JSON", async () => {
  await using machine = await startMachine(SMALL);
  const { code, stderr } = await machine.run(
    "list --live --json",
    "FwpmCalloutEnum0:0x80320010",
  );
  assertEquals([code, JSON.parse(stderr)], [5, {
    error: {
      code: "engineFailed",
      message:
        "Cannot read the callouts of the filter engine: the session was aborted (FWP_E_SESSION_ABORTED, 0x80320010)",
      hint:
        "try again; if it happens every time, report it with the output of wfpcallout doctor --json",
      exitCode: 5,
      details: { status: "FWP_E_SESSION_ABORTED", number: "0x80320010" },
    },
  }]);
});

linuxTest("list --live warns when the process is not elevated", async () => {
  await using machine = await startMachine(SMALL, "not elevated");
  const { code, stderr } = await machine.run("list --live");
  assertEquals([code, stderr], [
    0,
    "warning: This process does not run as administrator: the filter engine silently leaves out what the process may not read\n",
  ]);
});

linuxTest("doctor --json tells what the engine answers", async (t) => {
  await using machine = await startMachine(SMALL);
  await t.step("all is well", async () => {
    const { code, stdout } = await machine.run("doctor --json");
    const { elevated, engine } = JSON.parse(stdout);
    assertEquals(
      [code, elevated, engine.opening.ok, engine.enumeration.counts],
      [
        0,
        true,
        true,
        { callouts: 12, filters: 40, layers: 99, sublayers: 30, providers: 20 },
      ],
    );
  });
  for (
    const [fault, expected] of [["FwpmEngineOpen0:5", 4], [
      "FwpmEngineOpen0:1722",
      5,
    ]] as const
  ) {
    await t.step(fault, async () => {
      const { code, stdout } = await machine.run("doctor --json", fault);
      const { engine } = JSON.parse(stdout);
      assertEquals([code, engine.opening.ok, engine.enumeration.ok], [
        expected,
        false,
        null,
      ]);
    });
  }
  for (
    const [fault, expected] of [
      ["FwpmTransactionBegin0:5", 4],
      ["FwpmCalloutCreateEnumHandle0:5", 4],
      ["FwpmFilterEnum0:0x80320010", 5],
      ["FwpmTransactionAbort0:0x80320010", 5],
      ["FwpmEngineClose0:6", 5],
    ] as const
  ) {
    await t.step(fault, async () => {
      const { code, stdout } = await machine.run("doctor --json", fault);
      const { engine } = JSON.parse(stdout);
      assertEquals([code, engine.opening.ok, engine.enumeration.ok], [
        expected,
        true,
        false,
      ]);
    });
  }
});
