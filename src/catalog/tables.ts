/**
 * The tables of all objects that have a symbol, by kind.
 *
 * @module
 */

import type { Kind } from "../model/record.ts";
import { CALLOUTS } from "./data/callouts.ts";
import { CONDITIONS } from "./data/conditions.ts";
import { KEYING_MODULES } from "./data/keying_modules.ts";
import { LAYERS } from "./data/layers.ts";
import { PROVIDER_CONTEXTS } from "./data/provider_contexts.ts";
import { PROVIDERS } from "./data/providers.ts";
import { SUBLAYERS } from "./data/sublayers.ts";
import type { Extra, SymbolFact } from "./facts.ts";
import type { Rows } from "./rows.ts";

/** A kind of the catalogue; filters are not in it. */
export type CatalogKind = Exclude<Kind, "filter">;

/** One table. */
export interface Table {
  readonly kind: CatalogKind;
  readonly rows: Rows<SymbolFact>;
  /** Where in a row its {@linkcode Extra} stands, if it has one. */
  readonly extraAt: number;
}

/** All tables, in the order in which kinds are listed. */
export const TABLES: readonly Table[] = [
  { kind: "callout", rows: CALLOUTS, extraAt: 6 },
  { kind: "layer", rows: LAYERS, extraAt: 9 },
  { kind: "sublayer", rows: SUBLAYERS, extraAt: 8 },
  { kind: "condition", rows: CONDITIONS, extraAt: 5 },
  { kind: "provider", rows: PROVIDERS, extraAt: 7 },
  { kind: "keying_module", rows: KEYING_MODULES, extraAt: 5 },
  { kind: "provider_context", rows: PROVIDER_CONTEXTS, extraAt: 5 },
];

/** The other symbols of a row's GUID. */
export function aliasesOf(
  row: SymbolFact,
  { extraAt }: Table,
): readonly string[] {
  return (row[extraAt] as Extra | undefined)?.aliases ?? [];
}
