/**
 * The PowerShell module on a Windows of our own: in its `bin` lies the program as
 * it is started there, and the engine host runs it.
 *
 * @module
 */

import { buildIfNeeded } from "../../build.ts";
import { ROOT } from "../../src/build/files.ts";
import {
  type Result,
  type RunOptions,
  toWindows,
  type WindowsMachine,
} from "./windows_machine.ts";

const HOST = `${ROOT}/.cache/engine_host_win`;
const PARTS = [
  "WfpCallout.Format.ps1xml",
  "WfpCallout.psd1",
  "WfpCallout.psm1",
  "en-US",
];
const PROGRAM = ["wfpcallout.exe", "deno.exe", "program"];

/** The module, ready to be imported. */
export class WindowsModule {
  readonly #machine: WindowsMachine;
  readonly #manifest: string;

  private constructor(machine: WindowsMachine, manifest: string) {
    this.#machine = machine;
    this.#manifest = manifest;
  }

  /** Puts the module onto a machine, and the engine host beside it. */
  static async install(machine: WindowsMachine): Promise<WindowsModule> {
    await buildIfNeeded(console.error);
    await publishHost();
    const folder = `${machine.folder}/WfpCallout`;
    const bin = `${folder}/bin/win-x64`;
    await Deno.mkdir(bin, { recursive: true });
    for (const name of PARTS) {
      await copy(`${ROOT}/dist/WfpCallout/${name}`, `${folder}/${name}`);
    }
    for (const name of PROGRAM) {
      await copy(`${machine.folder}/${name}`, `${bin}/${name}`);
    }
    return new WindowsModule(machine, toWindows(`${folder}/WfpCallout.psd1`));
  }

  /** Runs PowerShell code after the module is imported. */
  run(code: string, options: RunOptions = {}): Promise<Result> {
    const line = `Import-Module '${this.#manifest}'; ${code}`;
    return this.#machine.start(
      `${HOST}/engine_host.exe`,
      ["run", "-c", line],
      options,
    );
  }
}

/** The host with its own .NET, as nothing is installed on the machine. */
async function publishHost(): Promise<void> {
  const project = `${ROOT}/tests/engine_host/engine_host.csproj`;
  await run("dotnet", [
    ...["publish", project, "-r", "win-x64", "--self-contained"],
    ...["-c", "Release", "-o", HOST, "--artifacts-path", `${HOST}_obj`],
    // Servers that stay would keep the folder busy
    ...["-nodeReuse:false", "-p:UseSharedCompilation=false"],
    ...["-v", "quiet", "--nologo"],
  ]);
}

async function copy(from: string, to: string): Promise<void> {
  await run("cp", ["-r", from, to]);
}

async function run(program: string, args: string[]): Promise<void> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args,
    env: { DOTNET_NOLOGO: "1", DOTNET_CLI_TELEMETRY_OPTOUT: "1" },
  }).output();
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  if (!success) throw new Error(decode(stdout) + decode(stderr));
}
