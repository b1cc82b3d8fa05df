/** Pieces of at least this size are written by themselves. */
const LARGE_BYTES = 1 << 16;
const GATHERED_BYTES = 1 << 18;

/** Gathers small pieces, so that few writes carry them, and passes large ones on uncopied. */
export class ByteSink {
  readonly #write: (bytes: Uint8Array) => void;
  readonly #gathered = new Uint8Array(GATHERED_BYTES);
  #length = 0;

  /** @param write Takes bytes, which are overwritten after the call */
  constructor(write: (bytes: Uint8Array) => void) {
    this.#write = write;
  }

  /** Adds the bytes of a buffer between two places. */
  put(bytes: Uint8Array, from: number, to: number): void {
    const size = to - from;
    if (size > GATHERED_BYTES - this.#length || size >= LARGE_BYTES) {
      this.flush();
    }
    if (size >= LARGE_BYTES) this.#write(bytes.subarray(from, to));
    else this.#copy(bytes, from, to);
  }

  /** Writes what is gathered. */
  flush(): void {
    const length = this.#length;
    this.#length = 0;
    if (length > 0) this.#write(this.#gathered.subarray(0, length));
  }

  #copy(bytes: Uint8Array, from: number, to: number): void {
    this.#gathered.set(bytes.subarray(from, to), this.#length);
    this.#length += to - from;
  }
}
