import { ROOT } from "../../src/build/files.ts";
import { listRecords } from "../../src/catalog/list_records.ts";
import { buildEngineHost } from "../build_engine_host.ts";
import { type BenchRow, type Figure, NotHereError } from "./bench_row.ts";
import { median } from "./time_programs.ts";

const COUNT = 10_000;
const ROUNDS = 5;

/** `Resolve-WfpGuid` with many piped GUIDs, in the engine host. */
export const row: BenchRow = {
  name: "Resolve-WfpGuid",
  async measure({ executable, folder }): Promise<readonly Figure[]> {
    const host = await findHost();
    const known = listRecords().flatMap(({ guid }) => guid ?? []);
    const guids = Array.from(
      { length: COUNT },
      (_, index) => known[index % known.length],
    );
    await Deno.writeTextFile(`${folder}/guids.txt`, guids.join("\n"));
    const { stdout: lines } = await new Deno.Command(executable, {
      args: ["resolve", "--jsonl", ...known],
    }).output();
    await Deno.writeFile(`${folder}/lines.txt`, lines);
    await Deno.writeTextFile(`${folder}/time.ps1`, makeScript(folder));
    const { stdout, stderr } = await new Deno.Command(host, {
      args: ["run", `${folder}/time.ps1`],
    }).output();
    const text = new TextDecoder();
    const times = [...text.decode(stdout).matchAll(/^(\d+) (\d+)\s*$/gm)];
    if (times.length !== ROUNDS) {
      throw new Error(text.decode(stdout) + text.decode(stderr));
    }
    const cmdlet = median(times.map((match) => Number(match[1])));
    const parser = median(times.map((match) => Number(match[2])));
    return [{
      what: `Resolve-WfpGuid, ${COUNT} GUIDs / ConvertFrom-Json, a line a call`,
      value: cmdlet / parser,
      unit: "x",
      atMost: 10,
      of: `${cmdlet} ms, ${parser} ms`,
    }];
  },
};

async function findHost(): Promise<string> {
  try {
    return await buildEngineHost();
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new NotHereError("needs the .NET SDK to build the engine host");
  }
}

/** Each round prints the milliseconds of both. */
function makeScript(folder: string): string {
  return `
Import-Module '${ROOT}/dist/WfpCallout/WfpCallout.psd1'
$guids = [IO.File]::ReadAllLines('${folder}/guids.txt')
$known = [IO.File]::ReadAllLines('${folder}/lines.txt')
$lines = foreach ($index in 0..${COUNT - 1}) { $known[$index % $known.Count] }
foreach ($round in 1..${ROUNDS}) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $found = @($guids | Resolve-WfpGuid).Count
    $cmdlet = $watch.ElapsedMilliseconds
    if ($found -lt $guids.Count) { throw "only $found objects" }
    $watch.Restart()
    foreach ($line in $lines) { $null = ConvertFrom-Json -InputObject $line }
    "$cmdlet $($watch.ElapsedMilliseconds)"
}
`;
}
