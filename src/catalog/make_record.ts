import type { CatalogRecord } from "../model/record.ts";
import { calloutRecord } from "./callout_record.ts";
import type {
  CalloutFact,
  LayerFact,
  NamedFact,
  ProviderFact,
  SublayerFact,
  SymbolFact,
} from "./facts.ts";
import { layerRecord } from "./layer_record.ts";
import { namedRecord } from "./named_record.ts";
import { providerRecord } from "./provider_record.ts";
import { sublayerRecord } from "./sublayer_record.ts";
import type { CatalogKind } from "./tables.ts";

/**
 * Makes the record of a row.
 *
 * @param kind The kind of the table that the row is from
 * @param row The row
 */
export function makeRecord(kind: CatalogKind, row: SymbolFact): CatalogRecord {
  switch (kind) {
    case "callout":
      return calloutRecord(row as CalloutFact);
    case "layer":
      return layerRecord(row as LayerFact);
    case "sublayer":
      return sublayerRecord(row as SublayerFact);
    case "provider":
      return providerRecord(row as ProviderFact);
    default:
      return namedRecord(kind, row as NamedFact);
  }
}
