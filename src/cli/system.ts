/**
 * The port to the world outside: streams, files, environment and the live
 * engine. `main.ts` gives the real one; tests give what they need.
 *
 * @module
 */

import type { RawSource } from "../model/raw.ts";

/** A stream of bytes to read, standard input or a file. */
export interface ByteReader {
  /** Fills `buffer` from its start; returns how many bytes, or null at the end. */
  readSync(buffer: Uint8Array): number | null;
  /** Frees the stream; reading it again is an error. */
  close(): void;
}

/** A stream of bytes to write. */
export interface ByteWriter {
  /** Writes all of `bytes`, at once. */
  writeSync(bytes: Uint8Array): void;
}

/** A file in the making: it appears under its name when it is whole, or not at all. */
export interface PendingFile extends ByteWriter {
  /** Puts the file in place. */
  commit(): void;
  /** Removes what was written so far. */
  discard(): void;
}

/** A standard stream, and whether a person is at its other end. */
export interface Terminal {
  readonly isTerminal: boolean;
}

/** What the program may use of the machine. */
export interface System {
  /** `windows`, `linux`, `darwin`, … */
  readonly os: string;
  /** `x86_64` or `aarch64`. */
  readonly architecture: string;
  /** The versions of the runtime that is compiled in. */
  readonly runtime: { readonly deno: string; readonly v8: string };
  /** The path of this executable, or null if it cannot be told. */
  readonly executable: string | null;
  readonly stdin: ByteReader & Terminal;
  readonly stdout: ByteWriter & Terminal;
  readonly stderr: ByteWriter & Terminal;
  /** The width of the terminal in columns, or null where there is none. */
  readonly columns: number | null;
  /** The value of an environment variable, or undefined. */
  env(name: string): string | undefined;
  /**
   * Opens a file for reading from its start to its end. For commands `-` is
   * standard input, which only one argument may name.
   *
   * @throws {InputError} If there is no such file, it is a folder or cannot be read
   * @throws {AccessDeniedError} If the system refuses
   */
  openFile(path: string): ByteReader;
  /**
   * Opens a file for reading if it can be opened once more to the same effect.
   *
   * @returns The file, or null if there is none, or it is a pipe, a device or too large to be read whole
   */
  openPlainFile(path: string): ByteReader | null;
  /**
   * Reads a whole file, or standard input for `-`.
   *
   * @throws {InputError} If there is no such file, it is a folder or cannot be read
   * @throws {AccessDeniedError} If the system refuses
   */
  readFile(path: string): Uint8Array;
  /**
   * Begins a file beside its final place.
   *
   * @throws {UsageError} If the file exists already and `force` is not set
   * @throws {InputError} If the folder is missing or cannot be written
   * @throws {AccessDeniedError} If the system refuses
   */
  createFile(path: string, options: { readonly force: boolean }): PendingFile;
  /** The current time. */
  now(): Date;
  /** This computer's name, or null where it cannot be told without a right of its own. */
  readonly computer: string | null;
  /**
   * The filter engine of this machine; nothing native is loaded before its `read`.
   *
   * @throws {UnavailableError} If this is not Windows
   */
  openEngine(): Promise<RawSource>;
}
