import { UnavailableError } from "../model/errors.ts";
import { ADVAPI32, FWPUCLNT, KERNEL32, NTDLL, SHLWAPI } from "./symbols.ts";
import { decodeUnits } from "./wide_string.ts";

/** Opens the library `file`: a bare name for `kernel32.dll`, an absolute path for every other. */
export type LoadLibrary = <const S extends Deno.ForeignLibraryInterface>(
  file: string,
  symbols: S,
) => Deno.DynamicLibrary<S>;

/** The functions of a library by name, under their C signatures. */
type SignatureTable = Readonly<Record<string, Deno.ForeignFunction>>;

/** How the address of a function is asked for. */
interface Address {
  readonly type: "pointer";
}

/** The functions of a table, to be called. */
type Functions<S extends SignatureTable> = Deno.DynamicLibrary<S>["symbols"];

/** The libraries of one read, to be closed with {@linkcode Libraries.close}. */
export interface Libraries {
  readonly kernel32: Functions<typeof KERNEL32>;
  readonly ntdll: Functions<typeof NTDLL>;
  readonly advapi32: Functions<typeof ADVAPI32>;
  readonly shlwapi: Functions<typeof SHLWAPI>;
  readonly fwpuclnt: Functions<typeof FWPUCLNT>;
  /** Where Windows keeps its libraries, such as `C:\Windows\system32`. */
  readonly systemDirectory: string;
  /** Unloads all of them. */
  close(): void;
}

/** The most characters that a path of Windows may have. */
const MAX_PATH_UNITS = 32_767;
/** `LOAD_LIBRARY_SEARCH_SYSTEM32`. */
const SEARCH_SYSTEM_DIRECTORY = 0x800;

/**
 * Opens a library of Windows.
 *
 * @param file `kernel32.dll`, or an absolute path in the system directory
 * @param symbols The functions to bind
 * @returns The library
 * @throws {UnavailableError} If this is not Windows, or the library cannot be loaded
 */
export function loadSystemLibrary<
  const S extends Deno.ForeignLibraryInterface,
>(file: string, symbols: S): Deno.DynamicLibrary<S> {
  if (Deno.build.os !== "windows") {
    throw new UnavailableError(
      "notWindows",
      "Cannot open the filter engine: this is not Windows",
      {
        hint:
          "take a snapshot on the Windows machine and read it with --from FILE",
      },
    );
  }
  try {
    return Deno.dlopen(file, symbols);
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : String(cause);
    // The system's sentence ends with a full stop and a line end
    const reason = text.replace(/[.\s]+$/, "");
    throw new UnavailableError(
      "libraryMissing",
      `Cannot load "${file}" for ${Deno.build.arch} Windows: ${reason}`,
      {
        cause,
        hint:
          "reading the filter engine needs a full installation of Windows 10, Server 2016 or newer; elsewhere, read a snapshot with --from FILE",
        details: { library: file },
      },
    );
  }
}

/**
 * Opens the libraries that the live source needs. Only `kernel32.dll`, which every
 * process has mapped already, goes by its bare name; the rest by absolute path, and
 * what they load themselves is looked for in the system directory alone.
 *
 * @param load How to open one
 * @returns The libraries; the caller closes them
 * @throws {UnavailableError} If one of them cannot be opened; none stays open then
 */
export function openLibraries(load: LoadLibrary): Libraries {
  const opened: { close(): void }[] = [];
  const open = <S extends SignatureTable>(
    file: string,
    table: S,
  ): Functions<S> => {
    const library = load(file, addressesOf(table));
    opened.push(library);
    return bindFunctions(library.symbols, table);
  };
  const close = (): void => opened.forEach((library) => library.close());
  try {
    const kernel32 = open("kernel32.dll", KERNEL32);
    confineLibraries(kernel32);
    const systemDirectory = findSystemDirectory(kernel32);
    return {
      kernel32,
      ntdll: open(`${systemDirectory}\\ntdll.dll`, NTDLL),
      advapi32: open(`${systemDirectory}\\advapi32.dll`, ADVAPI32),
      shlwapi: open(`${systemDirectory}\\shlwapi.dll`, SHLWAPI),
      fwpuclnt: open(`${systemDirectory}\\fwpuclnt.dll`, FWPUCLNT),
      systemDirectory,
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/**
 * Asks for the address of each function in place of the function: Deno compiles
 * machine code for each that it binds itself, which takes longer than a process
 * calls them.
 */
function addressesOf(table: SignatureTable): Record<string, Address> {
  return Object.fromEntries(
    Object.keys(table).map((name) => [name, { type: "pointer" }]),
  );
}

function bindFunctions<S extends SignatureTable>(
  addresses: Readonly<Record<string, Deno.PointerValue>>,
  table: S,
): Functions<S> {
  const functions = Object.entries(table).map(([name, signature]) => {
    // What a library lacks has failed to load
    const address = addresses[name] as Deno.PointerObject<typeof signature>;
    // SAFETY: the library stays open for as long as its functions are called
    const pointer = new Deno.UnsafeFnPointer(address, signature);
    return [name, pointer.call.bind(pointer)];
  });
  return Object.fromEntries(functions) as Functions<S>;
}

/**
 * What these libraries load by a bare name is looked for in the system directory
 * alone, and not first in the folder of the program.
 */
function confineLibraries(kernel32: Libraries["kernel32"]): void {
  if (kernel32.SetDefaultDllDirectories(SEARCH_SYSTEM_DIRECTORY) !== 0) return;
  throw new UnavailableError(
    "libraryMissing",
    "Cannot limit libraries to the system directory: Windows does not allow it",
  );
}

function findSystemDirectory(kernel32: Libraries["kernel32"]): string {
  const buffer = new Uint16Array(MAX_PATH_UNITS);
  const units = kernel32.GetSystemDirectoryW(buffer, MAX_PATH_UNITS);
  const path = decodeUnits(buffer.subarray(0, units));
  // A relative path would let the current folder decide what is loaded
  if (!/^[A-Za-z]:\\[^:]+$/.test(path)) {
    throw new UnavailableError(
      "libraryMissing",
      "Cannot find the system directory: Windows names none",
    );
  }
  return path;
}
