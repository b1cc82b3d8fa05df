import { assertEquals } from "@std/assert";
import { runInMemory } from "../testing/memory_system.ts";
import { rawSnapshot } from "../testing/raw_objects.ts";
import { SMALL_STATE } from "../testing/small_state.ts";

const FILES = { "a.xml": SMALL_STATE, "b.xml": SMALL_STATE };

/** The sources of the filters that a command line prints. */
async function sourcesOf(
  words: readonly string[],
  options: Parameters<typeof runInMemory>[1],
): Promise<unknown> {
  const { code, stdout, stderr } = await runInMemory([
    "filters",
    "--jsonl",
    ...words,
  ], options);
  const lines = stdout.split("\n").filter((line) => line !== "");
  return {
    code,
    stderr,
    sources: lines.map((line) => JSON.parse(line).source),
  };
}

Deno.test("wfpcallout filters --from a.xml --from b.xml", async () => {
  assertEquals(
    await sourcesOf(["--from", "b.xml", "--from", "a.xml"], { files: FILES }),
    {
      code: 0,
      stderr: "",
      sources: ["b.xml", "b.xml", "a.xml", "a.xml"],
    },
  );
});

Deno.test("wfpcallout filters --from - reads standard input", async () => {
  assertEquals(await sourcesOf(["--from", "-"], { stdin: SMALL_STATE }), {
    code: 0,
    stderr: "",
    sources: ["-", "-"],
  });
});

Deno.test("wfpcallout filters --from - names standard input in what it warns of", async () => {
  const stdin = '<?xml version="1.0"?><wfpdiag><filters/></wfpdiag>';
  const { stderr } = await runInMemory(["filters", "--from", "-"], { stdin });
  assertEquals(
    stderr,
    "warning: standard input: This is the output of netsh wfp show filters: it lists no callouts and no layers, and leaves some filters out; netsh wfp show state lists them all\n",
  );
});

Deno.test("wfpcallout filters --from missing.xml --from a.xml goes on", async () => {
  assertEquals(
    await sourcesOf(["--from", "missing.xml", "--from", "a.xml"], {
      files: FILES,
    }),
    {
      code: 3,
      stderr:
        '{"error":{"code":"fileNotFound","message":"Cannot read \\"missing.xml\\": there is no such file","hint":null,"exitCode":3,"details":{"file":"missing.xml"}}}\n',
      sources: ["a.xml", "a.xml"],
    },
  );
});

Deno.test("wfpcallout filters --from cut.xml delivers what stands before the cut", async () => {
  const cut = SMALL_STATE.slice(0, SMALL_STATE.indexOf("Allow all"));
  const result = await runInMemory([
    "filters",
    "--from",
    "cut.xml",
    "--format",
    "text",
  ], {
    files: { "cut.xml": cut },
  });
  assertEquals(result.code, 3);
  assertEquals(result.stdout.split("\n").length, 3);
  assertEquals(
    result.stderr.startsWith(
      'error: Cannot read all of "cut.xml": it ends inside ',
    ),
    true,
  );
  assertEquals(result.stderr.split("\n").length, 3);
});

Deno.test("wfpcallout filters asks for --from off Windows", async () => {
  assertEquals(await runInMemory(["filters"]), {
    code: 2,
    stdout: "",
    stderr:
      "error: Cannot ask the filter engine of this machine: this is not Windows\n" +
      "hint: name a dump or a snapshot with --from FILE\n",
    files: new Map(),
  });
});

Deno.test("wfpcallout filters --live off Windows is not available", async () => {
  const { code, stderr } = await runInMemory(["filters", "--live"]);
  assertEquals(code, 5);
  assertEquals(
    stderr,
    "error: Cannot open the filter engine: this is not Windows\n" +
      "hint: take a dump or snapshot on the Windows machine and use --from\n",
  );
});

Deno.test("wfpcallout filters asks the live engine on Windows", async () => {
  const engine = {
    read: () => rawSnapshot({ warnings: ["Perhaps not all."] }),
  };
  assertEquals(await sourcesOf([], { os: "windows", engine }), {
    code: 0,
    stderr:
      '{"warning":{"code":"source","message":"Perhaps not all.","hint":null,"details":{"source":"live"}}}\n',
    sources: ["live"],
  });
  assertEquals(
    await sourcesOf(["--from", "a.xml", "--live"], {
      os: "windows",
      engine: { read: () => rawSnapshot() },
      files: FILES,
    }),
    { code: 0, stderr: "", sources: ["live", "a.xml", "a.xml"] },
  );
});

Deno.test("wfpcallout filters --from callouts.json has no filters to show", async () => {
  const callout = JSON.stringify([{
    kind: "callout",
    name: "Example",
    guid: null,
  }]);
  for (const command of ["filters", "audit"]) {
    const { code, stdout, stderr } = await runInMemory([
      command,
      "--from",
      "callouts.json",
    ], {
      files: { "callouts.json": callout },
    });
    assertEquals([code, stdout], [3, ""]);
    assertEquals(
      stderr.split("\n").slice(1),
      [
        'error: Cannot read filters from "callouts.json": it holds none',
        "hint: use a dump of netsh wfp show state, or a snapshot",
        "",
      ],
    );
  }
});

Deno.test("wfpcallout audit --from events.xml says which command reads it", async () => {
  const { code, stderr } = await runInMemory(["audit", "--from", "e.xml"], {
    files: {
      "e.xml": "<Event><System><EventID>5446</EventID></System></Event>",
    },
  });
  assertEquals(code, 3);
  assertEquals(
    stderr,
    'error: Cannot read "e.xml": it holds events, and no state of a filter engine\nhint: wfpcallout events reads it\n',
  );
});

Deno.test("wfpcallout resolve --kind filter finds the filters of a source alone", async () => {
  const { code, stdout } = await runInMemory(
    ["resolve", "*allow*", "--kind", "filter", "--from", "a.xml", "--jsonl"],
    { files: FILES },
  );
  const { matches } = JSON.parse(stdout);
  const kinds = matches.map(({ kind }: { kind: string }) => kind);
  assertEquals([code, new Set(kinds)], [0, new Set(["filter"])]);
});

Deno.test("wfpcallout list --from - names standard input when it cannot be used", async () => {
  const { code, stderr } = await runInMemory(["list", "--from", "-"], {
    stdin: "",
  });
  assertEquals([code, stderr.split("\n")[0]], [
    3,
    "error: Cannot read standard input: the file is empty",
  ]);
});
