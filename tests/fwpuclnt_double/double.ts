import type { RawSnapshot } from "../../src/model/raw.ts";
import type { LoadLibrary } from "../../src/native/library.ts";
import { LiveSource } from "../../src/native/live_source.ts";
import { buildDouble } from "./build_double.ts";
import { formatEngineFile } from "./engine_file.ts";

const CONTROLS = {
  DoubleCount: { parameters: ["u32"], result: "u32" },
  DoubleCall: { parameters: ["u32"], result: "pointer" },
  DoubleReset: { parameters: [], result: "void" },
  DoubleLoad: { parameters: ["buffer"], result: "u32" },
  DoubleFailAt: { parameters: ["u32", "u32"], result: "void" },
  DoubleShortPageAt: { parameters: ["u32"], result: "void" },
  DoubleChangeAfter: { parameters: ["u32"], result: "void" },
  DoubleTexts: { parameters: ["u32"], result: "u32" },
} as const satisfies Deno.ForeignLibraryInterface;

/** What is open in the double; all of it is 0 between two reads. */
export interface OpenThings {
  readonly engines: number;
  readonly transactions: number;
  readonly enumerations: number;
  readonly pages: number;
  readonly texts: number;
  /** Calls that the real engine would not have taken so: not open, freed twice, out of order. */
  readonly misuses: number;
}

/** Nothing open, nothing misused. */
export const NOTHING_OPEN: OpenThings = {
  engines: 0,
  transactions: 0,
  enumerations: 0,
  pages: 0,
  texts: 0,
  misuses: 0,
};

/** The double, loaded into this process. */
export class Double implements Disposable {
  readonly #path: string;
  readonly #controls: Deno.DynamicLibrary<typeof CONTROLS>;
  /** The files that the live source asked for, in order. */
  readonly files: string[] = [];

  private constructor(path: string) {
    this.#path = path;
    this.#controls = Deno.dlopen(path, CONTROLS);
  }

  /** Builds and loads the double, and gives it objects. */
  static async open(objects: RawSnapshot): Promise<Double> {
    const double = new Double(await buildDouble());
    double.#controls.symbols.DoubleReset();
    double.hold(objects);
    return double;
  }

  /** Gives the double objects in place of those it held. */
  hold(objects: RawSnapshot): void {
    const file = Deno.makeTempFileSync();
    try {
      Deno.writeTextFileSync(file, formatEngineFile(objects));
      const path = new TextEncoder().encode(`${file}\0`);
      if (this.#controls.symbols.DoubleLoad(path) !== 1) {
        throw new Error("The double cannot read its engine file");
      }
    } finally {
      Deno.removeSync(file);
    }
  }

  /** The live source over this double, made as the product makes its own. */
  source(): LiveSource {
    const load: LoadLibrary = (file, symbols) => {
      this.files.push(file);
      return Deno.dlopen(this.#path, symbols);
    };
    return new LiveSource(load);
  }

  /** How many calls were made since the double was opened. */
  get calls(): number {
    return this.#controls.symbols.DoubleCount(0);
  }

  /** How many resource strings were loaded. */
  get loadedTexts(): number {
    return this.#controls.symbols.DoubleTexts(1);
  }

  /** The names of the calls from `first` on, counted from 1. */
  callNames(first: number): string[] {
    return Array.from({ length: this.calls - first + 1 }, (_, i) => {
      const name = this.#controls.symbols.DoubleCall(first + i);
      return name === null ? "" : Deno.UnsafePointerView.getCString(name);
    });
  }

  /** What is open now. */
  get open(): OpenThings {
    const { DoubleCount, DoubleTexts } = this.#controls.symbols;
    return {
      engines: DoubleCount(1),
      transactions: DoubleCount(2),
      enumerations: DoubleCount(3),
      pages: DoubleCount(4),
      texts: DoubleTexts(0),
      misuses: DoubleCount(5),
    };
  }

  /** Makes the n-th call from now fail. */
  failAt(n: number, code: number): void {
    this.#controls.symbols.DoubleFailAt(n, code);
  }

  /** Makes the n-th page since the double was opened half as long as asked for. */
  shortPageAt(n: number): void {
    this.#controls.symbols.DoubleShortPageAt(n);
  }

  /** Removes the last callout and the last filter after the n-th call, once no transaction is open. */
  changeAfter(n: number): void {
    this.#controls.symbols.DoubleChangeAfter(n);
  }

  [Symbol.dispose](): void {
    this.#controls.close();
  }
}
