/**
 * Runs the executable that users run.
 *
 * @module
 */

import { buildIfNeeded } from "../build.ts";

/** What a run of the executable left behind. */
export interface ToolResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a run is given. */
export interface ToolOptions {
  /** Standard input; empty without it. */
  readonly stdin?: string | Uint8Array;
  readonly env?: Record<string, string>;
  readonly cwd?: string;
}

/**
 * Runs the compiled executable to its end.
 *
 * @param args The command line
 * @param options Standard input, environment and folder
 */
export async function tool(
  args: readonly string[],
  options: ToolOptions = {},
): Promise<ToolResult> {
  const result = await toolBytes(args, options);
  return { ...result, stdout: new TextDecoder().decode(result.stdout) };
}

/** The same, with the bytes of standard output as they are. */
export async function toolBytes(
  args: readonly string[],
  { stdin = "", env = {}, cwd }: ToolOptions = {},
): Promise<Omit<ToolResult, "stdout"> & { readonly stdout: Uint8Array }> {
  const process = new Deno.Command(await buildIfNeeded(), {
    args: [...args],
    env,
    ...(cwd === undefined ? {} : { cwd }),
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const [output] = await Promise.all([
    process.output(),
    feed(process.stdin, stdin),
  ]);
  return {
    code: output.code,
    stdout: output.stdout,
    stderr: new TextDecoder().decode(output.stderr),
  };
}

/** A program may end before it has read everything. */
async function feed(
  stream: WritableStream<Uint8Array>,
  content: string | Uint8Array,
): Promise<void> {
  const bytes = typeof content === "string"
    ? new TextEncoder().encode(content)
    : content;
  const writer = stream.getWriter();
  try {
    await writer.write(bytes);
    await writer.close();
  } catch {
    // The reader is gone, which its exit code explains.
  }
}
