/**
 * The one way to read the sources that options name.
 *
 * @module
 */

import type { Invocation } from "../../cli/command.ts";
import { InputError, UsageError } from "../../model/errors.ts";
import type { FilterScope } from "../../model/raw.ts";
import type { FilterRecord } from "../../model/record.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import { readCatalogSource } from "../../sources/catalog_source.ts";
import type { FileReading } from "../../sources/file_source.ts";
import { readLiveSource } from "../../sources/live_source.ts";
import {
  indexSnapshots,
  type SourceIndex,
} from "../../sources/source_index.ts";
import { reportOrThrow } from "./attempt.ts";

/** A source that a user can name. */
export type SourceName =
  | { readonly type: "builtin" }
  | { readonly type: "live" }
  | { readonly type: "file"; readonly path: string };

/** What {@linkcode readSources} does where no source is named. */
export interface ReadSourcesOptions {
  /** The catalogue; or the live engine, which off Windows is a usage error. */
  readonly default: "builtin" | "live";
  /** Which filters are needed, all by default: sources are read faster without the others. */
  readonly filters?: FilterScope;
}

/**
 * Reads the sources that the options name: the live engine, then the files in
 * the order of the arguments. One that cannot be read is reported and does not
 * stop the others. What a source warns of is passed on.
 *
 * @returns The snapshots; empty if none could be read
 * @throws {UsageError} If a source must be named and is not
 */
export async function readSources(
  invocation: Invocation,
  { default: fallback, filters }: ReadSourcesOptions,
): Promise<Snapshot[]> {
  const snapshots: Snapshot[] = [];
  for (const name of chooseSources(invocation, fallback)) {
    try {
      snapshots.push(await readSource(name, invocation, filters));
    } catch (error) {
      reportOrThrow(error, invocation);
    }
  }
  return snapshots;
}

/**
 * The sources that the options name, else the default one.
 *
 * @throws {UsageError} If a source must be named and is not
 */
export function chooseSources(
  { options, system }: Invocation,
  fallback: "builtin" | "live",
): SourceName[] {
  const names: SourceName[] = options.values("from").map((path) => ({
    type: "file",
    path,
  }));
  if (options.has("live")) names.unshift({ type: "live" });
  if (names.length > 0) return names;
  if (fallback === "live" && system.os !== "windows") throw noSource();
  return [{ type: fallback }];
}

/**
 * Reads the sources that are added to the catalogue.
 *
 * @returns Their objects by GUID and name
 */
export async function readAddedSources(
  invocation: Invocation,
): Promise<SourceIndex> {
  return indexSnapshots(await readSources(invocation, { default: "builtin" }));
}

/**
 * Reads one source and passes on what it warns of. Of a file that goes wrong at
 * some place, what stands before it is returned and the fault is reported.
 *
 * @param filters Which of them are needed
 * @throws {WfpError} If nothing of it can be read
 */
export async function readSource(
  name: SourceName,
  invocation: Invocation,
  filters: FilterScope = "all",
): Promise<Snapshot> {
  return (await readReading(name, invocation, filters)).snapshot;
}

/** Does what {@linkcode readSource} does, and returns the fault, too. */
export async function readReading(
  name: SourceName,
  invocation: Invocation,
  filters: FilterScope = "all",
): Promise<FileReading> {
  const reading = await openSource(name, invocation, filters);
  const { snapshot, fault } = reading;
  for (const warning of snapshot.warnings) {
    invocation.warn(
      name.type === "file" ? `${nameOfFile(name.path)}: ${warning}` : warning,
      { code: "source", details: { source: snapshot.source } },
    );
  }
  if (fault !== null) invocation.report(fault);
  return reading;
}

function nameOfFile(path: string): string {
  return path === "-" ? "standard input" : path;
}

/**
 * The filters of a snapshot.
 *
 * @throws {InputError} If the source holds none, such as a list of callouts
 */
export function getFilters(snapshot: Snapshot): readonly FilterRecord[] {
  if (snapshot.filters !== null) return snapshot.filters;
  throw new InputError(
    "noFilters",
    `Cannot read filters from "${snapshot.source}": it holds none`,
    {
      hint: "use a dump of netsh wfp show state, or a snapshot",
      place: { file: snapshot.source },
    },
  );
}

async function openSource(
  name: SourceName,
  { options, system }: Invocation,
  filters: FilterScope,
): Promise<FileReading> {
  switch (name.type) {
    case "builtin":
      return { snapshot: readCatalogSource(), fault: null };
    case "live":
      return {
        snapshot: readLiveSource(await system.openEngine(), { filters }),
        fault: null,
      };
    case "file": {
      // The readers of files are more than the rest, and the engine needs none of them
      const { readFileSource } = await import("../../sources/file_source.ts");
      return await readFileSource(
        {
          readWhole: () => system.readFile(name.path),
          openPlain: () => system.openPlainFile(name.path),
        },
        {
          path: name.path,
          encoding: options.value("encoding") ?? null,
          filters,
        },
      );
    }
  }
}

function noSource(): UsageError {
  return new UsageError(
    "Cannot ask the filter engine of this machine: this is not Windows",
    { hint: "name a dump or a snapshot with --from FILE" },
  );
}
