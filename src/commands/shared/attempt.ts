import type { Invocation } from "../../cli/command.ts";
import { UsageError, WfpError } from "../../model/errors.ts";

/**
 * Runs a part that must not stop the rest: an error of the user's or the
 * machine's is reported, and nothing is returned.
 */
export function attempt<T>(
  invocation: Invocation,
  part: () => T,
): T | undefined {
  try {
    return part();
  } catch (error) {
    reportOrThrow(error, invocation);
    return undefined;
  }
}

/** An error of the user's or the machine's is reported; any other ends the run. */
export function reportOrThrow(error: unknown, { report }: Invocation): void {
  if (!(error instanceof WfpError) || error instanceof UsageError) throw error;
  report(error);
}
