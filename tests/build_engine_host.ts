import { ROOT } from "../src/build/files.ts";

const FOLDER = `${ROOT}/.cache/engine_host`;

/**
 * Builds the program that runs Pester files in the PowerShell engine; the .NET
 * SDK sees what is up to date.
 *
 * @returns Its path
 * @throws {Error} If the .NET SDK cannot build it, with what it said
 */
export async function buildEngineHost(): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command("dotnet", {
    args: [
      ...["publish", `${ROOT}/tests/engine_host`, "-o", FOLDER],
      ...["-c", "Release", "--use-current-runtime", "--no-self-contained"],
      // Servers that stay would keep the folder busy.
      ...["--nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false"],
    ],
    env: { DOTNET_NOLOGO: "1", DOTNET_CLI_TELEMETRY_OPTOUT: "1" },
  }).output();
  if (success) {
    return `${FOLDER}/engine_host${Deno.build.os === "windows" ? ".exe" : ""}`;
  }
  const text = new TextDecoder();
  throw new Error(
    `Cannot build the engine host:\n${text.decode(stdout)}${
      text.decode(stderr)
    }`,
  );
}
