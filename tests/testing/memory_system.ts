import type { ByteReader, PendingFile, System } from "../../src/cli/system.ts";
import {
  InputError,
  UnavailableError,
  UsageError,
} from "../../src/model/errors.ts";
import type { RawSource } from "../../src/model/raw.ts";
import { run } from "../../src/run.ts";

/** What a test gives the program. */
export interface MemorySystemOptions {
  /** Files by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string;
  readonly os?: string;
  readonly engine?: RawSource;
  readonly executable?: string;
  /** The width of the terminal that standard output is; none without it. */
  readonly columns?: number;
}

/** What a run of the program left behind. */
export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The files afterwards, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Runs a whole command line against a system that is all in memory. */
export async function runInMemory(
  words: readonly string[],
  options: MemorySystemOptions = {},
): Promise<RunResult> {
  const out: Uint8Array[] = [];
  const err: Uint8Array[] = [];
  const files = new Map(
    Object.entries(options.files ?? {}).map((
      [path, content],
    ) => [path, toBytes(content)]),
  );
  const code = await run(words, makeSystem(options, { out, err, files }));
  return { code, stdout: toText(out), stderr: toText(err), files };
}

interface Sinks {
  readonly out: Uint8Array[];
  readonly err: Uint8Array[];
  readonly files: Map<string, Uint8Array>;
}

function makeSystem(
  options: MemorySystemOptions,
  { out, err, files }: Sinks,
): System {
  const readFile = (path: string): Uint8Array => {
    const bytes = files.get(path);
    if (bytes) return bytes;
    throw new InputError(
      "fileNotFound",
      `Cannot read "${path}": there is no such file`,
      { place: { file: path } },
    );
  };
  return {
    os: options.os ?? "linux",
    architecture: "x86_64",
    runtime: { deno: "2.4.2", v8: "13.7" },
    executable: options.executable ?? null,
    stdin: { ...readerOf(toBytes(options.stdin ?? "")), isTerminal: false },
    stdout: {
      isTerminal: options.columns !== undefined,
      writeSync: (bytes) => void out.push(bytes.slice()),
    },
    stderr: {
      isTerminal: false,
      writeSync: (bytes) => void err.push(bytes.slice()),
    },
    columns: options.columns ?? null,
    computer: "HOST",
    env: () => undefined,
    openFile: (path) => readerOf(readFile(path)),
    openPlainFile: (path) => files.has(path) ? readerOf(readFile(path)) : null,
    readFile,
    createFile: (path, { force }) => createFile(files, path, force),
    now: () => new Date("2026-01-02T03:04:05.678Z"),
    openEngine: () => Promise.resolve(options.engine ?? NO_ENGINE),
  };
}

const NO_ENGINE: RawSource = {
  read: () => {
    throw new UnavailableError(
      "notWindows",
      "Cannot open the filter engine: this is not Windows",
      {
        hint: "take a dump or snapshot on the Windows machine and use --from",
      },
    );
  },
};

function createFile(
  files: Map<string, Uint8Array>,
  path: string,
  force: boolean,
): PendingFile {
  if (files.has(path) && !force) {
    throw new UsageError(`Cannot write "${path}": the file exists already`, {
      hint: "use --force to replace it",
    });
  }
  const parts: Uint8Array[] = [];
  return {
    writeSync: (bytes) => void parts.push(bytes.slice()),
    commit: () => void files.set(path, toBytes(toText(parts))),
    discard: () => {},
  };
}

/** A reader of what is in memory. */
export function readerOf(bytes: Uint8Array): ByteReader {
  let at = 0;
  return {
    readSync: (buffer) => {
      if (at >= bytes.length) return null;
      const part = bytes.subarray(at, at + buffer.length);
      buffer.set(part);
      at += part.length;
      return part.length;
    },
    close: () => {},
  };
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === "string"
    ? new TextEncoder().encode(content)
    : content;
}

function toText(parts: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return parts.map((part) => decoder.decode(part, { stream: true })).join("") +
    decoder.decode();
}
