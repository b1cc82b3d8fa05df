import { SESSION0 } from "./layouts.ts";
import type { Libraries } from "./library.ts";
import {
  checkCount,
  type ProcessMemory,
  readAddress,
  readStruct,
} from "./memory.ts";
import { unwrapStatus } from "./status.ts";
import { encodeWide } from "./wide_string.ts";
import { withRelease } from "./with_release.ts";

/** A kind of object that the engine lists, as its functions are named. */
export type ObjectKind =
  | "Callout"
  | "Filter"
  | "Layer"
  | "SubLayer"
  | "Provider";

/** What to list, and how. */
export interface ListRequest<T> {
  readonly kind: ObjectKind;
  /** The size of the kind's structure. */
  readonly sizeBytes: number;
  /** Copies what it needs of one structure, whose memory is freed afterwards. */
  decode(view: DataView): T;
}

/** `RPC_C_AUTHN_WINNT`; under the default one the engine's memory was seen not to be freed. */
const AUTHN_WINNT = 10;
/** `FWPM_TXN_READ_ONLY`. */
const TXN_READ_ONLY = 1;
/** How long to wait for another program's transaction. */
const TXN_WAIT_TIMEOUT_MS = 15_000;
/** How many objects to ask for at once. */
const PAGE_ENTRIES = 256;
/** More than any engine holds of one kind. */
const MAX_ENTRIES = 1_000_000;
const POINTER_BYTES = 8;

/** The filter engine of this machine, open to be read; to be closed with {@linkcode Engine.close}. */
export class Engine {
  readonly #functions: Libraries["fwpuclnt"];
  readonly #memory: ProcessMemory;
  readonly #handle: bigint;

  /**
   * Opens the engine.
   *
   * @param functions The functions of `fwpuclnt.dll`
   * @param memory Where their answers are
   * @throws {AccessDeniedError} If the engine refuses
   * @throws {UnavailableError} If it does not answer
   */
  constructor(functions: Libraries["fwpuclnt"], memory: ProcessMemory) {
    this.#functions = functions;
    this.#memory = memory;
    const name = encodeWide("wfpcallout");
    const handle = new BigUint64Array(1);
    // SAFETY: the engine copies the session; `name` is used again after the call, so it lives through it
    const status = functions.FwpmEngineOpen0(
      null,
      AUTHN_WINNT,
      null,
      encodeSession(name),
      handle,
    );
    keepAlive(name);
    unwrapStatus("open the filter engine", status);
    this.#handle = handle[0] ?? 0n;
  }

  /** Closes the engine, once. */
  close(): void {
    const status = this.#functions.FwpmEngineClose0(this.#handle);
    unwrapStatus("close the filter engine", status);
  }

  /**
   * Gives `body` one consistent picture: what other programs change meanwhile waits.
   *
   * @param body What reads
   * @returns What `body` returns
   * @throws {WfpError} If the transaction does not begin within 15 seconds, or was lost
   */
  readConsistently<T>(body: () => T): T {
    const functions = this.#functions;
    unwrapStatus(
      "begin reading the filter engine",
      functions.FwpmTransactionBegin0(this.#handle, TXN_READ_ONLY),
    );
    return withRelease(body, () =>
      unwrapStatus(
        "end reading the filter engine",
        functions.FwpmTransactionAbort0(this.#handle),
      ));
  }

  /**
   * Lists all objects of a kind, page by page, until a page is short.
   *
   * @param request What, and how
   * @returns The decoded objects in the engine's order
   * @throws {WfpError} If the engine fails
   */
  list<T>(request: ListRequest<T>): T[] {
    const { kind } = request;
    const out = new BigUint64Array(1);
    unwrapStatus(
      `list the ${nameOf(kind)} of the filter engine`,
      this.#functions[`Fwpm${kind}CreateEnumHandle0`](this.#handle, null, out),
    );
    const handle = out[0] ?? 0n;
    return withRelease(
      () => this.#listPages(request, handle),
      () =>
        unwrapStatus(
          `end the list of the ${nameOf(kind)} of the filter engine`,
          this.#functions[`Fwpm${kind}DestroyEnumHandle0`](
            this.#handle,
            handle,
          ),
        ),
    );
  }

  #listPages<T>(request: ListRequest<T>, handle: bigint): T[] {
    const objects: T[] = [];
    for (;;) {
      const page = this.#readPage(request, handle);
      for (const object of page) objects.push(object);
      if (page.length < PAGE_ENTRIES) return objects;
      checkCount(nameOf(request.kind), objects.length, MAX_ENTRIES);
    }
  }

  #readPage<T>(request: ListRequest<T>, handle: bigint): T[] {
    const entries = new BigUint64Array(1);
    const count = new Uint32Array(1);
    unwrapStatus(
      `read the ${nameOf(request.kind)} of the filter engine`,
      this.#functions[`Fwpm${request.kind}Enum0`](
        this.#handle,
        handle,
        PAGE_ENTRIES,
        entries,
        count,
      ),
    );
    // SAFETY: the page is one block that lives until this release; the entries in it are not freed singly
    return withRelease(
      () => this.#decodePage(request, Number(entries[0]), count[0] ?? 0),
      () => {
        this.#memory.forget();
        if (entries[0] !== 0n) this.#functions.FwpmFreeMemory0(entries);
      },
    );
  }

  #decodePage<T>(request: ListRequest<T>, address: number, count: number): T[] {
    if (address === 0 || count === 0) return [];
    checkCount(`${nameOf(request.kind)} in a page`, count, PAGE_ENTRIES);
    const pointers = readStruct(this.#memory, address, count * POINTER_BYTES);
    return Array.from({ length: count }, (_, i) => {
      const entry = readAddress(pointers, i * POINTER_BYTES);
      return request.decode(readStruct(this.#memory, entry, request.sizeBytes));
    });
  }
}

function encodeSession(
  name: Uint16Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(SESSION0.size);
  const view = new DataView(bytes.buffer);
  const address = Deno.UnsafePointer.value(Deno.UnsafePointer.of(name));
  view.setBigUint64(SESSION0.displayData, BigInt(address), true);
  view.setUint32(SESSION0.txnWaitTimeoutInMSec, TXN_WAIT_TIMEOUT_MS, true);
  return bytes;
}

/** Uses a buffer, so that the collector cannot have taken it before. */
function keepAlive(buffer: Uint16Array): void {
  buffer.fill(0);
}

function nameOf(kind: ObjectKind): string {
  return `${kind.toLowerCase()}s`;
}
