import { assertEquals } from "@std/assert";
import { runInMemory } from "../testing/memory_system.ts";
import { rawSnapshot } from "../testing/raw_objects.ts";
import { SMALL_STATE } from "../testing/small_state.ts";

const FILES = { "state.xml": SMALL_STATE };

function withoutSource(json: string): unknown {
  return JSON.parse(json, (key, value) => key === "source" ? undefined : value);
}

Deno.test("wfpcallout snapshot --from state.xml gives the same records again", async () => {
  const { code, stdout, stderr } = await runInMemory([
    "snapshot",
    "--from",
    "state.xml",
  ], { files: FILES });
  assertEquals([code, stderr], [0, ""]);
  const files = { ...FILES, "s.json": stdout };
  for (const words of [["filters", "--all"], ["audit"]]) {
    const [before, after] = await Promise.all(
      ["state.xml", "s.json"].map(async (path) =>
        withoutSource(
          (await runInMemory([...words, "--json", "--from", path], { files }))
            .stdout,
        )
      ),
    );
    assertEquals(after, before);
  }
  const diff = await runInMemory(["diff", "state.xml", "s.json", "--filters"], {
    files,
  });
  assertEquals([diff.code, diff.stdout, diff.stderr], [0, "", ""]);
});

Deno.test("wfpcallout snapshot names its format, time and parts", async () => {
  const { stdout } = await runInMemory(["snapshot", "--from", "state.xml"], {
    files: FILES,
  });
  const { callouts, filters, layers, sublayers, providers, tool, ...facts } =
    JSON.parse(stdout);
  assertEquals(facts, {
    format: "wfpcallout-snapshot",
    schemaVersion: 1,
    time: "2026-01-02T03:04:05.678Z",
    computer: null,
    windows: null,
    complete: true,
    warnings: [],
  });
  assertEquals(tool.startsWith("wfpcallout "), true);
  assertEquals(
    [callouts, filters, layers, sublayers, providers].map(({ length }) =>
      length
    ),
    [3, 3, 1, 2, 1],
  );
});

Deno.test("wfpcallout snapshot of a cut dump says what is missing, and so does what reads it", async () => {
  const cut = SMALL_STATE.slice(0, SMALL_STATE.indexOf("<filterId>"));
  const line = cut.split("\n").length;
  const files = { "cut.xml": cut };
  const message =
    `Cannot read all of "cut.xml": it ends inside <item> at line ${line}`;
  const { code, stdout, stderr } = await runInMemory([
    "snapshot",
    "--from",
    "cut.xml",
  ], { files });
  assertEquals([code, stderr], [
    3,
    `error: ${message}\nhint: what comes before that place was read; ` +
    "nothing is known about the rest\n",
  ]);
  const { complete, warnings, callouts } = JSON.parse(stdout);
  assertEquals([complete, warnings, callouts.length], [
    false,
    [`${message}; the rest is missing`],
    3,
  ]);
  const later = await runInMemory(["list", "--from", "s.json"], {
    files: { "s.json": stdout },
  });
  assertEquals([later.code, later.stderr], [
    0,
    `warning: s.json: ${message}; the rest is missing\n`,
  ]);
});

Deno.test("wfpcallout snapshot writes a record a line, lists that are not held as null", async () => {
  const engine = {
    read: () =>
      rawSnapshot({
        time: null,
        providers: null,
        layers: [],
        warnings: ["a", "b"],
        complete: false,
      }),
  };
  const { stdout, stderr } = await runInMemory(["snapshot"], {
    os: "windows",
    engine,
  });
  assertEquals(stderr, "warning: a\nwarning: b\n");
  const lines = stdout.split("\n");
  const callout = lines.findIndex((line) =>
    line.startsWith('{"kind":"callout"')
  );
  const filter = lines.findIndex((line) => line.startsWith('{"kind":"filter"'));
  const sublayer = lines.findIndex((line) =>
    line.startsWith('{"kind":"sublayer"')
  );
  lines[callout] = lines[filter] = lines[sublayer] = "{...}";
  lines[3] = "...";
  assertEquals(lines, [
    "{",
    '"format": "wfpcallout-snapshot",',
    '"schemaVersion": 1,',
    "...",
    '"time": "2026-01-02T03:04:05.678Z",',
    '"computer": "HOST",',
    '"windows": null,',
    '"complete": false,',
    '"warnings": ["a","b"],',
    '"callouts": [',
    "{...}",
    "],",
    '"filters": [',
    "{...}",
    "],",
    '"layers": [],',
    '"sublayers": [',
    "{...}",
    "],",
    '"providers": null',
    "}",
    "",
  ]);
});

Deno.test("wfpcallout snapshot -o writes whole or not at all", async () => {
  const words = ["snapshot", "--from", "state.xml", "-o", "s.json"];
  const written = await runInMemory(words, { files: FILES });
  assertEquals([written.code, written.stdout], [0, ""]);
  assertEquals(
    JSON.parse(new TextDecoder().decode(written.files.get("s.json"))).format,
    "wfpcallout-snapshot",
  );
  const refused = await runInMemory(words, {
    files: { ...FILES, "s.json": "mine" },
  });
  assertEquals([refused.code, refused.stderr], [
    2,
    'error: Cannot write "s.json": the file exists already\nhint: use --force to replace it\n',
  ]);
  const failed = await runInMemory([
    "snapshot",
    "--from",
    "none.xml",
    "-o",
    "s.json",
  ], { files: FILES });
  assertEquals([failed.code, [...failed.files.keys()]], [3, ["state.xml"]]);
});

Deno.test("wfpcallout snapshot takes one source", async () => {
  const { code, stderr } = await runInMemory([
    "snapshot",
    "--live",
    "--from",
    "state.xml",
  ], { files: FILES });
  assertEquals([code, stderr], [
    2,
    "error: Cannot write several sources into one snapshot: name one\n",
  ]);
});
