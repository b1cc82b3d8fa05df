import { PRODUCTS } from "./data/products.ts";

/** A product that registers callouts. */
export interface Product {
  readonly product: string | null;
  readonly vendor: string | null;
  /** What the attribution rests on, such as an inference. */
  readonly remark: string | null;
  /** Whether the vendor too is only inferred. */
  readonly vendorInferred: boolean;
  /** Whether its GUIDs are made at run time. */
  readonly randomGuids: boolean;
  /** What its callouts are for, as one sentence; null where that differs by callout. */
  readonly purpose: string | null;
}

/**
 * The product of a key in the fact tables.
 *
 * @param key The key of a row of `products.ts`
 * @returns The product and its vendor, as far as they are known
 * @throws {RangeError} If there is no such key
 */
export function findProduct(key: string): Product {
  const row = PRODUCTS.holding(key).find((row) => row[0] === key);
  if (row === undefined) throw new RangeError(`No product "${key}"`);
  const [, product, vendor, remark, randomGuids, purpose] = row;
  const vendorInferred = remark?.includes("the vendor is inferred") ?? false;
  return { product, vendor, remark, vendorInferred, randomGuids, purpose };
}
