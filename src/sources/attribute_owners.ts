import { findOwners } from "../catalog/find_owners.ts";
import { findOwnersByName } from "../catalog/name_patterns.ts";
import type { Guid, Owner } from "../model/record.ts";
import { findFacts, type Reference } from "./references.ts";

/** What may tell whose a callout is. */
export interface OwnerClues {
  readonly guid: Guid | null;
  readonly displayName: string | null;
  readonly provider: Reference;
}

/**
 * Tells whose a callout is: by its GUID, or the family of GUIDs that it is
 * of, else by its provider, else by its display name. Each
 * answer says how sure it is and on what grounds.
 *
 * @returns The owners, the likeliest first; empty if nothing tells
 */
export function attributeOwners(clues: OwnerClues): readonly Owner[] {
  const byGuid = clues.guid === null ? [] : findOwners(clues.guid);
  if (byGuid.length > 0) return byGuid;
  const byProvider = attributeByProvider(clues.provider);
  if (byProvider.length > 0) return byProvider;
  return clues.displayName === null ? [] : findOwnersByName(clues.displayName);
}

function attributeByProvider({ name, guid }: Reference): readonly Owner[] {
  if (findFacts(guid, "provider")?.builtin) {
    return [{
      product: "Windows",
      vendor: "Microsoft",
      confidence: "medium",
      evidence: `its provider is ${name}, which Windows defines`,
    }];
  }
  // An unresolved resource string says no more than which file it is in.
  if (name === null || name.startsWith("@")) return [];
  const known = findOwnersByName(name);
  if (known.length > 0) return known;
  const isMicrosoft = name === "Microsoft Corporation";
  return [{
    product: isMicrosoft ? null : name,
    vendor: isMicrosoft ? "Microsoft" : null,
    confidence: "low",
    evidence: `its provider is named "${name}"`,
  }];
}
