import { assertEquals } from "@std/assert";
import { buildIfNeeded } from "../../build.ts";
import { linuxTest } from "../testing/linux_test.ts";
import { tool } from "../tool.ts";

const GUID = "eda08606-2494-4d78-89bc-67837c03b969";

Deno.test("--output writes the file whole and never over another without --force", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/answer.json`;
  const { stdout } = await tool(["resolve", GUID, "--json"]);
  const args = ["resolve", GUID, "--json", "-o", path];
  assertEquals(await tool(args), { code: 0, stdout: "", stderr: "" });
  assertEquals(await Deno.readTextFile(path), stdout);
  await Deno.writeTextFile(path, "mine");
  assertEquals(await tool(["resolve", GUID, "-o", path]), {
    code: 2,
    stdout: "",
    stderr: `error: Cannot write "${path}": the file exists already\n` +
      "hint: use --force to replace it\n",
  });
  assertEquals(await Deno.readTextFile(path), "mine");
  assertEquals((await tool([...args, "--force"])).code, 0);
  assertEquals(await Deno.readTextFile(path), stdout);
  assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), [
    "answer.json",
  ]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("--output takes its file behind a blank, an equals sign or nothing", async () => {
  const folder = await Deno.makeTempDir();
  const names = ["a", "b", "c", "d"].map((name) => `${folder}/${name}`);
  const [a, b, c, d] = names;
  const ways = [["-o", `${a}`], [`-o${b}`], [`-o=${c}`], [`--output=${d}`]];
  for (const way of ways) {
    const { code, stderr } = await tool(["resolve", GUID, ...way]);
    assertEquals([code, stderr], [0, ""]);
  }
  for (const name of names) {
    assertEquals((await Deno.readTextFile(name)).split("\t")[0], GUID);
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("--output leaves no file behind when the command fails", async () => {
  const folder = await Deno.makeTempDir();
  const { code } = await tool([
    "list",
    "--layer",
    "nope",
    "-o",
    `${folder}/answer.txt`,
  ]);
  assertEquals(code, 2);
  assertEquals([...Deno.readDirSync(folder)], []);
  await Deno.remove(folder);
});

Deno.test("--output into a folder that is not there is an error with 3", async () => {
  const { code, stderr } = await tool(["version", "-o", "/no/such/folder/x"]);
  assertEquals(code, 3);
  assertEquals(
    stderr,
    'error: Cannot write "/no/such/folder/x": there is no such folder\n',
  );
});

linuxTest(
  "--output --force replaces what a link leads to, and keeps its rights",
  async () => {
    const folder = await Deno.makeTempDir();
    await Deno.writeTextFile(`${folder}/file`, "mine", { mode: 0o600 });
    await Deno.symlink("file", `${folder}/link`);
    const args = ["resolve", GUID, "-o", `${folder}/link`, "--force"];
    assertEquals(await tool(args), { code: 0, stdout: "", stderr: "" });
    assertEquals((await Deno.lstat(`${folder}/link`)).isSymlink, true);
    const { mode, size } = await Deno.stat(`${folder}/file`);
    assertEquals([(mode ?? 0) & 0o777, size > 100], [0o600, true]);
    await Deno.remove(folder, { recursive: true });
  },
);

Deno.test("--output below a file is an error with 3", async () => {
  const file = await Deno.makeTempFile();
  assertEquals(await tool(["version", "-o", `${file}/x`]), {
    code: 3,
    stdout: "",
    stderr:
      `error: Cannot write "${file}/x": a part of the path is not a folder\n`,
  });
  await Deno.remove(file);
});

linuxTest(
  "a full disk is an error with 3, and a full standard error changes nothing",
  async () => {
    const full = await shell("list > /dev/full");
    assertEquals([full.code, full.stderr], [
      3,
      "error: Cannot write standard output: " +
      "No space left on device (os error 28)\n",
    ]);
    assertEquals((await shell("list --bogus 2> /dev/full")).code, 2);
  },
);

linuxTest(
  "a device that the program may not open is an error with 4",
  async () => {
    assertEquals(await tool(["resolve", "--scan", "/dev/stdin"]), {
      code: 4,
      stdout: "",
      stderr: 'error: Cannot read "/dev/stdin": this program opens no ' +
        "devices\nhint: - is standard input\n",
    });
  },
);

async function shell(line: string): Promise<{ code: number; stderr: string }> {
  const { code, stderr } = await new Deno.Command("sh", {
    args: ["-c", `"$0" ${line}`, await buildIfNeeded()],
  }).output();
  return { code, stderr: new TextDecoder().decode(stderr) };
}

Deno.test("text is tab-separated and without colour, whatever the environment", async () => {
  const { stdout } = await tool(["list", "--guid", GUID], {
    env: { FORCE_COLOR: "1", TERM: "xterm-256color" },
  });
  assertEquals(
    stdout,
    "FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP\t" +
      `FWPM_LAYER_INBOUND_TRANSPORT_V4_DISCARD\tWindows\tyes\t${GUID}\t\n`,
  );
});

Deno.test("csv has a header, nested names, lists joined, and no formulas", async () => {
  const { stdout } = await tool(["resolve", "=1+1", GUID, "--format", "csv"]);
  const [header = "", miss = "", match = ""] = stdout.split("\r\n");
  const titles = header.split(",");
  assertEquals(titles.slice(0, 5), [
    "input",
    "reading",
    "kind",
    "name",
    "guid",
  ]);
  assertEquals(titles.includes("owner.product"), true);
  assertEquals(titles.includes("error.message"), true);
  assertEquals(miss.startsWith("'=1+1,,,,"), true, miss);
  assertEquals(
    match.startsWith(
      `${GUID},guid,callout,FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP,${GUID},`,
    ),
    true,
    match,
  );
});

Deno.test("json is ASCII alone, one array; jsonl has the same objects by line", async () => {
  const args = ["list", "--builtin"];
  const [json, lines] = await Promise.all([
    tool([...args, "--json"]),
    tool([...args, "--jsonl"]),
  ]);
  // deno-lint-ignore no-control-regex -- the range of ASCII
  assertEquals(/^[\x00-\x7e]*$/.test(json.stdout + lines.stdout), true);
  const records = JSON.parse(json.stdout);
  assertEquals(records.length, 51);
  assertEquals(
    lines.stdout.trimEnd().split("\n").map((line) => JSON.parse(line)),
    records,
  );
});

linuxTest("a closed pipe ends the program quietly, with 0", async () => {
  const process = new Deno.Command("sh", {
    args: [
      "-c",
      '{ "$0" list --json; echo "code $?" >&2; } | head -c 1',
      new URL("../../dist/wfpcallout", import.meta.url).pathname,
    ],
    stderr: "piped",
  });
  await tool(["version"]);
  const { stderr } = await process.output();
  assertEquals(new TextDecoder().decode(stderr), "code 0\n");
});
