import { BuildError } from "./build_error.ts";

/** How to run a Deno. */
export interface RunOptions {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Record<string, string>;
}

/** Runs a Deno and returns what it printed; what it printed of an error is the error. */
export async function runDeno(
  deno: string,
  options: RunOptions,
): Promise<string> {
  const command = new Deno.Command(deno, {
    args: [...options.args],
    cwd: options.cwd,
    env: { NO_COLOR: "1", ...options.env },
    stdin: "null",
  });
  const { success, stdout, stderr } = await command.output();
  if (success) return new TextDecoder().decode(stdout);
  throw new BuildError(
    `deno ${options.args[0]} failed`,
    new TextDecoder().decode(stderr).trim(),
  );
}
