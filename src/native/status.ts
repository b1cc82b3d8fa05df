import {
  AccessDeniedError,
  UnavailableError,
  type WfpError,
} from "../model/errors.ts";
import {
  STATUS_CODES,
  type StatusFact,
  type StatusKind,
} from "./status_codes.ts";

const FACTS: ReadonlyMap<number, StatusFact> = new Map(
  STATUS_CODES.map((fact) => [fact.number, fact]),
);

/** From here on a status is an HRESULT, which people write in hexadecimal. */
const FIRST_HRESULT = 0x80000000;

/** The next step by kind: what a user can do. */
const HINTS: Readonly<Record<StatusKind, string>> = {
  accessDenied:
    "run the command in a terminal started as administrator; if it already is, the permissions of the Base Filtering Engine service (BFE) are damaged",
  timeout: "try again",
  serviceStopped:
    "start the Base Filtering Engine service (BFE), for example with: net start bfe",
  notFound: "try again: the object was removed while it was being read",
  engine:
    "try again; if it happens every time, report it with the output of wfpcallout doctor --json",
};

/** The `code` of the error by kind. */
const CODES: Readonly<Record<StatusKind, string>> = {
  accessDenied: "accessDenied",
  timeout: "engineTimeout",
  serviceStopped: "serviceStopped",
  notFound: "engineObjectNotFound",
  engine: "engineFailed",
};

/**
 * Lets a successful status pass and turns every other into an error.
 *
 * @param action What was tried, such as `open the filter engine`
 * @param status What the function returned
 * @throws {AccessDeniedError} If the engine refuses the caller
 * @throws {UnavailableError} If it failed in any other way
 */
export function unwrapStatus(action: string, status: number): void {
  if (status !== 0) throw createStatusError(action, status);
}

function createStatusError(action: string, status: number): WfpError {
  const number = status >>> 0;
  const fact = FACTS.get(number);
  const kind = fact?.kind ?? "engine";
  const shown = formatStatusNumber(number);
  const message = `Cannot ${action}: ${
    fact === undefined
      ? `the filter engine returned the status ${shown}`
      : `${fact.meaning} (${fact.name}, ${shown})`
  }`;
  const options = {
    hint: HINTS[kind],
    details: { status: fact?.name ?? null, number: shown },
  };
  return kind === "accessDenied"
    ? new AccessDeniedError(message, options)
    : new UnavailableError(CODES[kind], message, options);
}

function formatStatusNumber(number: number): string {
  return number < FIRST_HRESULT
    ? String(number)
    : `0x${number.toString(16).toUpperCase().padStart(8, "0")}`;
}
