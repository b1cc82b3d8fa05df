import { InputError } from "../model/errors.ts";
import { CATALOG_KINDS } from "../model/kinds.ts";
import { SNAPSHOT_FORMAT } from "../model/schema_version.ts";

/**
 * What an input is: `netsh-state` and `netsh-filters` are whole files of netsh,
 * `netsh-fragment` a part of one, `snapshot` and `records` our own JSON,
 * `evtx` an event log, `events` events as XML or JSON.
 */
export type InputKind =
  | "netsh-state"
  | "netsh-filters"
  | "netsh-fragment"
  | "snapshot"
  | "records"
  | "evtx"
  | "events";

/** How much of a text is looked at. */
const HEAD_LENGTH = 64 * 1024;
const KINDS: readonly string[] = [...CATALOG_KINDS, "filter"];
const SNAPSHOT_START = new RegExp(
  `^\\s*\\{\\s*"format"\\s*:\\s*"${SNAPSHOT_FORMAT}"`,
);
const RECORD_START = new RegExp(
  `^\\s*\\[?\\s*\\{\\s*"kind"\\s*:\\s*"(?:${KINDS.join("|")})"`,
);
const NETSH_TAG =
  /<(wfpstate|wfpdiag|netEvents|(?:callout|filter|layer|subLayer|provider)Key|Events?)[\s/>]/;

/** Bytes at the start of a file that is no text, and what the user may do about it. */
const SIGNATURES: readonly {
  readonly bytes: string;
  readonly what: string;
  readonly hint: string;
}[] = [
  {
    bytes: "MSCF",
    what: "a cabinet",
    hint: "unpack it first: expand -F:* FILE FOLDER",
  },
  { bytes: "PK\u0003\u0004", what: "a ZIP archive", hint: "unpack it first" },
  { bytes: "\u001f\u008b", what: "a gzip archive", hint: "unpack it first" },
];

/** Tags of a dump or of an event, as the source of a page has them. */
const ESCAPED = /&lt;(?:wfpstate|wfpdiag|\w+Key|Events?)(?:\s|&gt;)/;

const HINT = "give a file that netsh wfp show state, netsh wfp show filters " +
  "or wfpcallout snapshot wrote";

/**
 * Recognizes a file that is no text by its first bytes.
 *
 * @param bytes The file, or its start
 * @returns `evtx`, or undefined if it may be text
 * @throws {InputError} If it is empty, or a kind of file that holds no text
 */
export function recognizeBytes(bytes: Uint8Array): "evtx" | undefined {
  if (bytes.length === 0) throw notOurs("the file is empty");
  if (startOf(bytes) === "ElfFile\0") return "evtx";
  const packed = findPacked(bytes);
  if (packed !== undefined) throw notOurs(`it is ${packed.what}`, packed.hint);
  return undefined;
}

/**
 * Recognizes a file that holds others by its first bytes.
 *
 * @param bytes The file, or its start
 * @returns What it is, and what the user may do; undefined if it is none
 */
export function findPacked(
  bytes: Uint8Array,
): { readonly what: string; readonly hint: string } | undefined {
  const start = startOf(bytes);
  return SIGNATURES.find(({ bytes }) => start.startsWith(bytes));
}

function startOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 8));
}

/**
 * Recognizes a text by what stands in it, whatever its file is called.
 *
 * @param text The text, without a byte order mark
 * @returns What it is
 * @throws {InputError} If it is nothing that this program reads; the message says what it looks like
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(recognizeText("<wfpstate/>"), "netsh-state");
 * ```
 */
export function recognizeText(text: string): InputKind {
  const head = text.slice(0, HEAD_LENGTH);
  if (head.trim() === "") throw notOurs("the file holds only blanks");
  if (head.includes("\0")) throw notOurs("the file is binary");
  if (/^\s*[[{]/.test(head)) return recognizeJson(text, head);
  return recognizeXml(head);
}

function recognizeXml(head: string): InputKind {
  const name = NETSH_TAG.exec(head)?.[1];
  switch (name) {
    case "wfpstate":
      return "netsh-state";
    case "wfpdiag":
      return "netsh-filters";
    case "netEvents":
      throw notOurs("it is a list of network events, which name no callouts");
    case "Event":
    case "Events":
      return "events";
    case undefined:
      throw unknownText(head);
    default:
      return "netsh-fragment";
  }
}

function unknownText(head: string): InputError {
  if (/^\s*<(?:!doctype html|html)/i.test(head)) {
    return notOurs("it is an HTML page");
  }
  if (ESCAPED.test(head)) {
    return notOurs(
      "it is a dump written as HTML: its tags begin with &lt;",
      "copy the XML as a browser displays the page",
    );
  }
  const root = /^\s*(?:<[?!][^>]*>\s*)*<([A-Za-z][^\s/>]{0,60})/.exec(head)
    ?.[1];
  if (root !== undefined) {
    return notOurs(`it is XML, but no dump: its root is <${root}>`);
  }
  const file = /=\s*(\S{1,200}\.xml)\s*$/i.exec(head)?.[1];
  if (file !== undefined) {
    return notOurs(
      "it is only what netsh printed",
      `netsh wrote the XML to ${file}: give that file`,
    );
  }
  return notOurs("it is text, but neither a dump nor a snapshot");
}

function recognizeJson(text: string, head: string): InputKind {
  if (SNAPSHOT_START.test(head)) return "snapshot";
  if (RECORD_START.test(head) || /^\s*\[\s*\]\s*$/.test(head)) return "records";
  const value = parseJson(text) ??
    parseJson(text.trim().split("\n", 1)[0] ?? "");
  if (value === undefined) throw notOurs("it is not well-formed JSON");
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (!isObject(first)) {
    throw notOurs("it is JSON, but neither a snapshot nor records");
  }
  if (first["format"] === SNAPSHOT_FORMAT) return "snapshot";
  const kind = first["kind"];
  if (typeof kind === "string" && KINDS.includes(kind)) {
    return "records";
  }
  if (isEvent(first, 6)) return "events";
  throw notOurs("it is JSON, but neither a snapshot nor records");
}

/** Parses JSON; undefined if the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether an object or one inside it has the number of an event. */
function isEvent(value: unknown, depth: number): boolean {
  const [object] = Array.isArray(value) ? value : [value];
  if (!isObject(object) || depth === 0) return false;
  return Object.entries(object).some(([key, inner]) =>
    /(?:^|[._])event[_.]?(?:id|code|identifier)$/i.test(key) ||
    isEvent(inner, depth - 1)
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The message is the reason alone: the caller, which knows the file's name, says what failed. */
function notOurs(found: string, hint = HINT): InputError {
  return new InputError("unknownFormat", found, { hint });
}
