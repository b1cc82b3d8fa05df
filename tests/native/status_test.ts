import { assertEquals, assertThrows } from "@std/assert";
import {
  AccessDeniedError,
  UnavailableError,
  WfpError,
} from "../../src/model/errors.ts";
import { unwrapStatus } from "../../src/native/status.ts";
import { STATUS_CODES } from "../../src/native/status_codes.ts";

function errorOf(status: number): WfpError {
  return assertThrows(() => unwrapStatus("do it", status), WfpError);
}

Deno.test("status codes: numbers are unique and sorted", () => {
  const numbers = STATUS_CODES.map((fact) => fact.number);
  assertEquals(numbers, [...new Set(numbers)].sort((a, b) => a - b));
});

Deno.test("status codes: names are unique and well formed", () => {
  const names = STATUS_CODES.map((fact): string => fact.name);
  assertEquals(new Set(names).size, names.length);
  const wellFormed = /^(?:ERROR|RPC_S|EPT_S|FWP_E)_[A-Z0-9_]+$/;
  assertEquals(names.filter((name) => !wellFormed.test(name)), []);
});

Deno.test("status codes: every FWP_E code of the header is there", () => {
  const numbers = new Set(STATUS_CODES.map((fact): number => fact.number));
  const last = 0x80320044;
  const missing = [];
  for (let n = 0x80320001; n <= last; n++) if (!numbers.has(n)) missing.push(n);
  assertEquals([missing, numbers.has(0x80320104)], [[], true]);
});

Deno.test("status codes: meanings are phrases in ASCII", () => {
  const phrase = /^(?:[a-z]|IP|Windows|IKEEXT)[ -~]*[^.]$/;
  assertEquals(
    STATUS_CODES.filter((fact) => !phrase.test(fact.meaning)),
    [],
  );
});

Deno.test("unwrapStatus() lets 0 pass", () => {
  unwrapStatus("do it", 0);
});

Deno.test("unwrapStatus() turns each status into the error of its kind", () => {
  const cases = [
    [
      5,
      AccessDeniedError,
      "accessDenied",
      "access is denied (ERROR_ACCESS_DENIED, 5)",
    ],
    [
      87,
      UnavailableError,
      "engineFailed",
      "a parameter is not valid (ERROR_INVALID_PARAMETER, 87)",
    ],
    [
      1722,
      UnavailableError,
      "serviceStopped",
      "the service does not answer (RPC_S_SERVER_UNAVAILABLE, 1722)",
    ],
    [
      1753,
      UnavailableError,
      "serviceStopped",
      "the service is not running (EPT_S_NOT_REGISTERED, 1753)",
    ],
    [
      1764,
      UnavailableError,
      "engineFailed",
      "the service does not support the request (RPC_S_CANNOT_SUPPORT, 1764)",
    ],
    [
      0x80320001,
      UnavailableError,
      "engineObjectNotFound",
      "the callout does not exist (FWP_E_CALLOUT_NOT_FOUND, 0x80320001)",
    ],
    [
      0x80320002,
      UnavailableError,
      "engineObjectNotFound",
      "the filter condition does not exist (FWP_E_CONDITION_NOT_FOUND, 0x80320002)",
    ],
    [
      0x80320003,
      UnavailableError,
      "engineObjectNotFound",
      "the filter does not exist (FWP_E_FILTER_NOT_FOUND, 0x80320003)",
    ],
    [
      0x80320004,
      UnavailableError,
      "engineObjectNotFound",
      "the layer does not exist (FWP_E_LAYER_NOT_FOUND, 0x80320004)",
    ],
    [
      0x80320005,
      UnavailableError,
      "engineObjectNotFound",
      "the provider does not exist (FWP_E_PROVIDER_NOT_FOUND, 0x80320005)",
    ],
    [
      0x80320006,
      UnavailableError,
      "engineObjectNotFound",
      "the provider context does not exist (FWP_E_PROVIDER_CONTEXT_NOT_FOUND, 0x80320006)",
    ],
    [
      0x80320007,
      UnavailableError,
      "engineObjectNotFound",
      "the sublayer does not exist (FWP_E_SUBLAYER_NOT_FOUND, 0x80320007)",
    ],
    [
      0x80320008,
      UnavailableError,
      "engineObjectNotFound",
      "the object does not exist (FWP_E_NOT_FOUND, 0x80320008)",
    ],
    [
      0x80320012,
      UnavailableError,
      "engineTimeout",
      "another program held the engine for too long (FWP_E_TIMEOUT, 0x80320012)",
    ],
    [
      4711,
      UnavailableError,
      "engineFailed",
      "the filter engine returned the status 4711",
    ],
    [
      0xc0000022,
      UnavailableError,
      "engineFailed",
      "the filter engine returned the status 0xC0000022",
    ],
  ] as const;
  assertEquals(
    cases.map(([status]) => {
      const error = errorOf(status);
      return [status, error.constructor, error.code, error.message];
    }),
    cases.map((
      [status, kind, code, reason],
    ) => [status, kind, code, `Cannot do it: ${reason}`]),
  );
});

Deno.test("unwrapStatus() names the next step by kind", () => {
  const hints = [5, 0x80320012, 1753, 0x80320001, 87].map((status) =>
    errorOf(status).hint
  );
  assertEquals(hints, [
    "run the command in a terminal started as administrator; if it already is, the permissions of the Base Filtering Engine service (BFE) are damaged",
    "try again",
    "start the Base Filtering Engine service (BFE), for example with: net start bfe",
    "try again: the object was removed while it was being read",
    "try again; if it happens every time, report it with the output of wfpcallout doctor --json",
  ]);
});

Deno.test("unwrapStatus() reads a status that came signed", () => {
  assertEquals(errorOf(0x80320012 | 0).details, {
    status: "FWP_E_TIMEOUT",
    number: "0x80320012",
  });
});
