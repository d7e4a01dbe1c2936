import type { CatalogFinding } from "../catalog/effect.ts";
import type { Subject } from "./rule.ts";

/** The findings that may have one of these kinds. */
type FindingOf<K, F = CatalogFinding> = F extends { readonly kind: infer Kind }
  ? Extract<K, Kind> extends never
    ? never
    : F
  : never;

/** The slips of these kinds that the catalog saw in a script. */
export function catalogFindings<K extends CatalogFinding["kind"]>(
  { script }: Subject,
  ...kinds: readonly K[]
): readonly FindingOf<K>[] {
  const wanted: readonly string[] = kinds;
  // Of a statement with a syntax error only a part is known: what is missing from it is no slip.
  const sound = (script?.steps ?? []).filter((it) => it.statement.errors.length === 0);
  return sound
    .flatMap((it) => it.findings)
    .filter((it): it is CatalogFinding & FindingOf<K> => wanted.includes(it.kind));
}
