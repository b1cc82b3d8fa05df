/** One exit code, as the help and the README print it. */
export interface ExitCode {
  readonly code: number;
  readonly name: string;
  readonly meaning: string;
}

/** The exit codes: a promise to scripts. */
export const EXIT_CODES = [
  {
    code: 0,
    name: "yes",
    meaning: "all found, valid, equal or healthy",
  },
  {
    code: 1,
    name: "no",
    meaning:
      "a text or callout is unknown or not valid, or something differs " +
      "or was found",
  },
  { code: 2, name: "usage", meaning: "the command line is wrong" },
  {
    code: 3,
    name: "input",
    meaning: "a file cannot be read or written, or is not what it claims to be",
  },
  {
    code: 4,
    name: "accessDenied",
    meaning: "the filter engine or the file system denies access",
  },
  {
    code: 5,
    name: "unavailable",
    meaning: "not available here: not Windows, service stopped, library " +
      "missing, time-out",
  },
  { code: 70, name: "defect", meaning: "a defect of wfpcallout" },
] as const satisfies readonly ExitCode[];

/** A number of {@linkcode EXIT_CODES}. */
export type ExitStatus = typeof EXIT_CODES[number]["code"];

/** Which code wins where several apply. */
const PRECEDENCE: readonly ExitStatus[] = [70, 2, 4, 5, 3, 1, 0];

/**
 * The exit code of a run in which several apply.
 *
 * @param codes All that apply; none means 0
 * @returns The one that wins
 */
export function combineExitCodes(codes: Iterable<ExitStatus>): ExitStatus {
  const all = new Set(codes);
  return PRECEDENCE.find((code) => all.has(code)) ?? 0;
}
