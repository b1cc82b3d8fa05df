/**
 * The real world behind the {@linkcode System} port.
 *
 * @module
 */

import {
  AccessDeniedError,
  InputError,
  UsageError,
  WfpError,
} from "../model/errors.ts";
import { MAX_FILE_BYTES } from "../model/limits.ts";
import type { RawSource } from "../model/raw.ts";
import { readAll, tooLong } from "./read_all.ts";
import type { ByteReader, PendingFile, System } from "./system.ts";

/** What the process does not give by itself. */
export interface DenoSystemOptions {
  readonly openEngine: () => Promise<RawSource>;
}

/**
 * Makes the port to this process's streams, files and environment.
 *
 * @param options How to open the filter engine
 * @returns The port; errors of the file system come out of it as ours
 */
export function makeDenoSystem(options: DenoSystemOptions): System {
  return {
    os: Deno.build.os,
    architecture: Deno.build.arch,
    runtime: { deno: Deno.version.deno, v8: Deno.version.v8 },
    get executable(): string | null {
      try {
        return Deno.execPath();
      } catch {
        return null;
      }
    },
    stdin: Object.assign(readerOf(Deno.stdin, "-"), {
      get isTerminal(): boolean {
        return Deno.stdin.isTerminal();
      },
    }),
    stdout: writerOf(Deno.stdout),
    stderr: withoutErrors(writerOf(Deno.stderr)),
    get columns(): number | null {
      try {
        // Terminals that nobody has sized say 0
        return Deno.consoleSize().columns || null;
      } catch {
        return null;
      }
    },
    computer: null,
    env: (name) => Deno.env.get(name),
    openFile: (path) => attempt("read", path, () => openFile(path)),
    openPlainFile,
    readFile: (path) => attempt("read", path, () => readFile(path)),
    createFile: (path, { force }) =>
      attempt("write", path, () => createFile(path, force)),
    now: () => new Date(),
    openEngine: options.openEngine,
  };
}

type Stream = typeof Deno.stdin | Deno.FsFile;

function readerOf(stream: Stream, path: string): ByteReader {
  return {
    readSync: (buffer) => attempt("read", path, () => stream.readSync(buffer)),
    close: () => stream.close(),
  };
}

function writerOf(stream: typeof Deno.stdout): System["stdout"] {
  return {
    get isTerminal(): boolean {
      return stream.isTerminal();
    },
    writeSync: (bytes) => attempt("write", "-", () => writeAll(stream, bytes)),
  };
}

/** When messages cannot be written, nobody is left to be told so. */
function withoutErrors(writer: System["stderr"]): System["stderr"] {
  return {
    get isTerminal(): boolean {
      return writer.isTerminal;
    },
    writeSync: (bytes) => {
      try {
        writer.writeSync(bytes);
      } catch {
        // The exit code still says how it went
      }
    },
  };
}

function writeAll(
  stream: { writeSync(bytes: Uint8Array): number },
  bytes: Uint8Array,
): void {
  for (let sent = 0; sent < bytes.length;) {
    sent += stream.writeSync(bytes.subarray(sent));
  }
}

function openFile(path: string): ByteReader {
  if (Deno.statSync(path).isDirectory) throw new Deno.errors.IsADirectory();
  return readerOf(Deno.openSync(path), path);
}

/** Errors are left to the reading of the whole file. */
function openPlainFile(path: string): ByteReader | null {
  try {
    const { isFile, size } = Deno.statSync(path);
    const isPlain = isFile && size > 0 && size <= MAX_FILE_BYTES;
    return isPlain ? readerOf(Deno.openSync(path), path) : null;
  } catch {
    return null;
  }
}

/** What is no plain file may have no end, and a plain one of a virtual file system no size. */
function readFile(path: string): Uint8Array {
  const { isFile, size } = Deno.statSync(path);
  if (isFile && size > MAX_FILE_BYTES) throw tooLong(path);
  if (isFile && size > 0) return Deno.readFileSync(path);
  const reader = openFile(path);
  try {
    return readAll(reader, path);
  } finally {
    reader.close();
  }
}

/**
 * Devices and pipes are written as they are; anything else appears whole. What a
 * link leads to is replaced, not the link, and keeps its rights.
 */
function createFile(path: string, force: boolean): PendingFile {
  const existing = statOrNull(path);
  if (existing?.isDirectory) throw new Deno.errors.IsADirectory();
  if (existing !== null && !existing.isFile) return openDevice(path);
  if (existing !== null && !force) throw fileExists(path);
  const target = existing === null ? path : Deno.realPathSync(path);
  const draft = `${target}.${crypto.randomUUID().slice(0, 8)}.tmp`;
  const mode = existing?.mode ?? null;
  const file = Deno.openSync(draft, {
    write: true,
    createNew: true,
    ...(mode === null ? {} : { mode: mode & 0o777 }),
  });
  return {
    writeSync: (bytes) => attempt("write", path, () => writeAll(file, bytes)),
    commit: () => {
      file.close();
      attempt("write", path, () => putInPlace({ draft, path: target, force }));
    },
    discard: () => {
      file.close();
      Deno.removeSync(draft);
    },
  };
}

function openDevice(path: string): PendingFile {
  const file = Deno.openSync(path, { write: true });
  return {
    writeSync: (bytes) => attempt("write", path, () => writeAll(file, bytes)),
    commit: () => file.close(),
    discard: () => file.close(),
  };
}

function putInPlace(
  { draft, path, force }: { draft: string; path: string; force: boolean },
): void {
  try {
    if (!force && statOrNull(path) !== null) throw fileExists(path);
    Deno.renameSync(draft, path);
  } catch (error) {
    Deno.removeSync(draft);
    throw error;
  }
}

function statOrNull(path: string): Deno.FileInfo | null {
  try {
    return Deno.statSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

function fileExists(path: string): UsageError {
  return new UsageError(`Cannot write "${path}": the file exists already`, {
    hint: "use --force to replace it",
  });
}

/** Runs a call to the file system; its errors become ours. */
function attempt<T>(verb: "read" | "write", path: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw translate(verb, path, error);
  }
}

function translate(
  verb: "read" | "write",
  path: string,
  cause: unknown,
): unknown {
  if (!(cause instanceof Error) || cause instanceof WfpError) return cause;
  if (cause instanceof Deno.errors.BrokenPipe) return cause;
  const stream = verb === "read" ? "standard input" : "standard output";
  const failed = `Cannot ${verb} ${path === "-" ? stream : `"${path}"`}`;
  const place = { file: path };
  const input = (code: string, reason: string): WfpError =>
    new InputError(code, `${failed}: ${reason}`, { place, cause });
  if (cause instanceof Deno.errors.NotFound) {
    return input(
      "fileNotFound",
      verb === "read" ? "there is no such file" : "there is no such folder",
    );
  }
  if (cause instanceof Deno.errors.IsADirectory || isDirectoryCode(cause)) {
    return input("inputUnreadable", "it is a folder");
  }
  if (cause instanceof Deno.errors.NotADirectory) {
    return input("fileNotFound", "a part of the path is not a folder");
  }
  if (cause instanceof Deno.errors.NotCapable) {
    return new AccessDeniedError(`${failed}: this program opens no devices`, {
      cause,
      details: place,
      hint: `- is ${stream}`,
    });
  }
  if (cause instanceof Deno.errors.PermissionDenied) {
    return new AccessDeniedError(`${failed}: access is denied`, {
      cause,
      details: place,
    });
  }
  return input(
    verb === "read" ? "inputUnreadable" : "outputUnwritable",
    cause.message,
  );
}

function isDirectoryCode(error: Error): boolean {
  return (error as { code?: string }).code === "EISDIR";
}
