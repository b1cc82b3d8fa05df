import type {
  RawFilter,
  RawSnapshot,
  RawSource,
  ReadOptions,
} from "../model/raw.ts";
import { decodeCallout } from "./decode_callout.ts";
import { decodeFilter } from "./decode_filter.ts";
import { decodeLayer } from "./decode_layer.ts";
import { decodeProvider } from "./decode_provider.ts";
import { decodeSublayer } from "./decode_sublayer.ts";
import { Engine } from "./engine.ts";
import { CALLOUT0, FILTER0, LAYER0, PROVIDER0, SUBLAYER0 } from "./layouts.ts";
import { type Libraries, type LoadLibrary, openLibraries } from "./library.ts";
import {
  readComputerName,
  readElevation,
  readWindowsVersion,
} from "./machine.ts";
import { ProcessMemory } from "./memory.ts";
import type { NativeReader } from "./native_reader.ts";
import { createSystemReader } from "./system_reader.ts";
import { withRelease } from "./with_release.ts";

type Lists = Pick<
  RawSnapshot,
  "callouts" | "filters" | "layers" | "sublayers" | "providers"
>;

/** The filter engine of this machine. Nothing native is loaded before a method is called. */
export class LiveSource implements RawSource {
  readonly #load: LoadLibrary;

  /** @param load How to open a library of Windows */
  constructor(load: LoadLibrary) {
    this.#load = load;
  }

  /**
   * Reads everything in one consistent picture.
   *
   * @param options What may be left out
   * @returns What the engine holds; keys are GUIDs
   * @throws {AccessDeniedError} If the engine refuses
   * @throws {UnavailableError} If this is not Windows, or the engine does not answer
   */
  read(options: ReadOptions = {}): RawSnapshot {
    return this.#withLibraries((libraries) => {
      const lists = readLists(libraries, options);
      const warnings = listDoubts(lists, readElevation(libraries));
      const now = new Date();
      return {
        // A run that does not show it is spared what the first time of day costs
        get time() {
          return now.toISOString();
        },
        computer: readComputerName(libraries),
        windows: readWindowsVersion(libraries),
        complete: warnings.length === 0,
        warnings,
        ...lists,
      };
    });
  }

  /**
   * Tells whether this process runs with the rights of an administrator.
   *
   * @returns The answer, or null if Windows does not say
   * @throws {UnavailableError} If this is not Windows
   */
  isElevated(): boolean | null {
    return this.#withLibraries(readElevation);
  }

  #withLibraries<T>(body: (libraries: Libraries) => T): T {
    const libraries = openLibraries(this.#load);
    return withRelease(() => body(libraries), () => libraries.close());
  }
}

function readLists(libraries: Libraries, options: ReadOptions): Lists {
  const memory = new ProcessMemory();
  const reader = createSystemReader(libraries, memory);
  const engine = new Engine(libraries.fwpuclnt, memory);
  return withRelease(
    () =>
      engine.readConsistently(() => ({
        ...listObjects(engine, reader),
        filters: options.filters === "none"
          ? null
          : listFilters(engine, reader),
      })),
    () => engine.close(),
  );
}

function listFilters(engine: Engine, reader: NativeReader): RawFilter[] {
  return engine.list({
    kind: "Filter",
    sizeBytes: FILTER0.size,
    decode: (view) => decodeFilter(reader, view),
  });
}

function listObjects(
  engine: Engine,
  reader: NativeReader,
): Omit<Lists, "filters"> {
  return {
    layers: engine.list({
      kind: "Layer",
      sizeBytes: LAYER0.size,
      decode: (view) => decodeLayer(reader, view),
    }),
    providers: engine.list({
      kind: "Provider",
      sizeBytes: PROVIDER0.size,
      decode: (view) => decodeProvider(reader, view),
    }),
    sublayers: engine.list({
      kind: "SubLayer",
      sizeBytes: SUBLAYER0.size,
      decode: (view) => decodeSublayer(reader, view),
    }),
    callouts: engine.list({
      kind: "Callout",
      sizeBytes: CALLOUT0.size,
      decode: (view) => decodeCallout(reader, view),
    }),
  };
}

/**
 * Says why a list may be short. The engine leaves out what the caller may not
 * read and does not say so; only an administrator may read everything.
 */
function listDoubts(lists: Lists, elevated: boolean | null): string[] {
  const doubts: string[] = [];
  if (elevated !== true) {
    doubts.push(
      elevated === false
        ? "This process does not run as administrator: the filter engine silently leaves out what the process may not read"
        : "Windows does not say whether this process runs as administrator: the filter engine may have left out what the process may not read",
    );
  }
  for (const kind of ["layers", "callouts"] as const) {
    // Windows has layers and callouts of its own at all times
    if (lists[kind]?.length === 0) {
      doubts.push(
        `The filter engine listed no ${kind}, though Windows always has some: the rights to read them are missing`,
      );
    }
  }
  return doubts;
}
