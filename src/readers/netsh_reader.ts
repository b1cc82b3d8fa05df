import { InputError } from "../model/errors.ts";
import type {
  FilterScope,
  RawCallout,
  RawFilter,
  RawLayer,
  RawProvider,
  RawSnapshot,
  RawSublayer,
} from "../model/raw.ts";
import { findNetshStart } from "./find_netsh_start.ts";
import { newFilter, readFilter, readFilterField } from "./netsh_filter.ts";
import { readItems } from "./netsh_items.ts";
import {
  newCallout,
  readCallout,
  readCalloutField,
  readLayer,
  readProvider,
  readSublayer,
} from "./netsh_objects.ts";
import { takeCallout, takeFilter, takeLayer } from "./netsh_patterns.ts";
import {
  changesLeftOut,
  FRAGMENT,
  NO_CALLOUTS,
  nothingFound,
  onlyEvents,
  severalDumps,
  stopError,
} from "./netsh_reports.ts";
import { XmlStop } from "./xml_place.ts";
import { type ScannerOptions, XmlScanner } from "./xml_scanner.ts";

/** What a netsh file holds, and what ended the reading early. */
export interface NetshReading {
  readonly raw: RawSnapshot;
  /** Why the rest could not be read; null if all was. The warnings say it too. */
  readonly fault: InputError | null;
}

/** How much of a netsh file is read. */
export interface NetshOptions extends Pick<ScannerOptions, "usesPatterns"> {
  /**
   * Which filters to read, all by default. Of `none` the list is null, and a fault in
   * what is left out is not found; for `callouts` all are read.
   */
  readonly filters?: FilterScope;
}

/**
 * Reads what `netsh wfp show state` or `show filters` wrote, or a part of it.
 *
 * @param text The whole text
 * @param options How much to read; `usesPatterns`: false to read without patterns, for tests
 * @returns The objects, as written; if the text is cut short or not well-formed,
 *   those before that place, and the fault
 * @throws {InputError} If it is refused, or holds no element that netsh writes
 *
 * @example Usage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * const { raw } = readNetsh("<wfpstate><layers/></wfpstate>");
 * assertEquals(raw.callouts, []);
 * ```
 */
export function readNetsh(
  text: string,
  options: NetshOptions = {},
): NetshReading {
  return new NetshReader(text, options).read();
}

class NetshReader {
  readonly #text: string;
  readonly #xml: XmlScanner;
  readonly #wantsFilters: boolean;
  readonly #warnings: string[] = [];
  #root: "wfpstate" | "wfpdiag" | "fragment" | null = null;
  /** How many whole files of netsh there are in the text. */
  #roots = 0;
  /** Whether a whole state was met: as the root, or in what a capture writes. */
  #hasState = false;
  /** How many filters a capture saw come; null if what is read is no capture. */
  #changes: number | null = null;
  /** Reads a field of the object that has no item round it. */
  #readLoose: ((field: string) => void) | null = null;
  #time: string | null = null;
  #callouts: RawCallout[] | null = null;
  #filters: RawFilter[] | null = null;
  #layers: RawLayer[] | null = null;
  #sublayers: RawSublayer[] | null = null;
  #providers: RawProvider[] | null = null;

  constructor(text: string, options: NetshOptions) {
    this.#text = text;
    this.#wantsFilters = options.filters !== "none";
    this.#xml = new XmlScanner(text, {
      start: findNetshStart(text),
      usesPatterns: options.usesPatterns ?? true,
    });
  }

  read(): NetshReading {
    const fault = this.#readAll();
    if (this.#holdsNothing()) {
      throw fault ?? (this.#changes === null ? nothingFound() : onlyEvents());
    }
    if (this.#root === "wfpdiag" && !this.#hasState) {
      this.#warnings.push(NO_CALLOUTS);
    }
    if (this.#hasState && this.#changes) {
      this.#warnings.push(changesLeftOut(this.#changes));
    }
    if (this.#root === "fragment") this.#warnings.push(FRAGMENT);
    if (this.#roots > 1) this.#warnings.push(severalDumps(this.#roots));
    if (fault !== null) this.#warnings.push(fault.message);
    return {
      raw: {
        time: this.#time,
        computer: null,
        windows: null,
        complete: this.#hasState && fault === null,
        warnings: this.#warnings,
        callouts: this.#callouts,
        filters: this.#wantsFilters ? this.#filters : null,
        layers: this.#layers,
        sublayers: this.#sublayers,
        providers: this.#providers,
      },
      fault,
    };
  }

  #readAll(): InputError | null {
    try {
      this.#eachChild((name) => this.#readRoot(name));
      return null;
    } catch (error) {
      if (!(error instanceof XmlStop)) throw error;
      return stopError(this.#text, error);
    }
  }

  #readRoot(name: string): void {
    if (name === "wfpstate" || name === "wfpdiag") {
      this.#roots++;
      this.#root = name;
      this.#hasState ||= name === "wfpstate";
      this.#eachChild((child) => this.#readSection(child));
    } else if (name === "item") {
      this.#readLoose = null;
      this.#root ??= "fragment";
      this.#readItem();
    } else if (FRAGMENT_ROOTS.test(name)) {
      this.#readLoose = null;
      this.#root ??= "fragment";
      this.#readSection(name);
    } else this.#readLooseField(name);
  }

  /** A field outside an item: what was copied began, or ended, within an object. */
  #readLooseField(name: string): void {
    const xml = this.#xml;
    if (name === "calloutKey") {
      const callout = newCallout();
      (this.#callouts ??= []).push(callout);
      this.#readLoose = (field) => readCalloutField(xml, field, callout);
    } else if (name === "filterKey") {
      const filter = newFilter();
      (this.#filters ??= []).push(filter);
      this.#readLoose = (field) => readFilterField(xml, field, filter);
    }
    if (this.#readLoose === null) return xml.skip();
    this.#root ??= "fragment";
    this.#readLoose(name);
  }

  #readSection(name: string): void {
    const xml = this.#xml;
    switch (name) {
      case "timeStamp":
        this.#time = parseTime(xml.text());
        break;
      case "layers":
        this.#hasState ||= this.#root === "wfpdiag";
        this.#layers ??= [];
        this.#callouts ??= [];
        if (this.#wantsFilters) this.#filters ??= [];
        this.#eachChild((child) =>
          child === "item" ? this.#readLayerItem() : xml.skip()
        );
        break;
      case "callouts":
        readItems(xml, CALLOUTS, this.#callouts ??= []);
        break;
      case "filters":
        if (this.#wantsFilters) readItems(xml, FILTERS, this.#filters ??= []);
        else xml.pass();
        break;
      case "layer":
        (this.#layers ??= []).push(readLayer(xml));
        break;
      case "subLayers":
        readItems(xml, { read: readSublayer }, this.#sublayers ??= []);
        break;
      case "providers":
        readItems(xml, { read: readProvider }, this.#providers ??= []);
        break;
      default:
        if (this.#root === "wfpdiag") this.#readCapture(name);
        else xml.skip();
    }
  }

  /** What `netsh wfp capture` writes: the state at its start, and what happened then. */
  #readCapture(name: string): void {
    const xml = this.#xml;
    if (STATES.test(name) && !this.#hasState) {
      this.#hasState = true;
      this.#eachChild((child) => this.#readSection(child));
    } else if (name === "events" || name === "netEvents") {
      this.#changes ??= 0;
      this.#eachChild((child) => {
        if (child === "filterChange") this.#countChange();
        else xml.skip();
      });
    } else xml.skip();
  }

  /** Of a filter that went there is no more than its id. */
  #countChange(): void {
    this.#eachChild((child) => {
      if (child === "filter") this.#changes = (this.#changes ?? 0) + 1;
      this.#xml.skip();
    });
  }

  /** A layer, and beside it the callouts and filters at it. */
  #readLayerItem(): void {
    const layer = takeLayer(this.#xml);
    if (layer !== null) (this.#layers ??= []).push(layer);
    this.#eachChild((child) => this.#readSection(child));
  }

  /** An item without its list: its first child tells what it is. */
  #readItem(): void {
    const xml = this.#xml;
    const first = xml.child();
    switch (first) {
      case "calloutKey":
        (this.#callouts ??= []).push(readCallout(xml, first));
        break;
      case "filterKey":
        (this.#filters ??= []).push(readFilter(xml, first));
        break;
      case "layerKey":
        (this.#layers ??= []).push(readLayer(xml, first));
        break;
      case "subLayerKey":
        (this.#sublayers ??= []).push(readSublayer(xml, first));
        break;
      case "providerKey":
        (this.#providers ??= []).push(readProvider(xml, first));
        break;
      default:
        for (let child = first; child !== null; child = xml.child()) {
          this.#readSection(child);
        }
    }
  }

  #eachChild(read: (name: string) => void): void {
    const xml = this.#xml;
    for (let child = xml.child(); child !== null; child = xml.child()) {
      read(child);
    }
  }

  /** Whether there is no root of netsh, and no object either; or events alone. */
  #holdsNothing(): boolean {
    if (this.#root === "wfpstate") return false;
    if (this.#root === "wfpdiag" && this.#changes === null) return false;
    return (this.#callouts ?? this.#filters ?? this.#layers ??
      this.#sublayers ?? this.#providers) === null;
  }
}

const CALLOUTS = { read: readCallout, take: takeCallout };
const FILTERS = { read: readFilter, take: takeFilter };
const FRAGMENT_ROOTS = /^(?:layers?|callouts|filters|subLayers|providers)$/;

/** What holds a state in a file of `netsh wfp capture`. */
const STATES = /^(?:initialState|wfp[sS]tate)$/;

function parseTime(text: string): string | null {
  const time = text.trim();
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(time) ? time : null;
}
