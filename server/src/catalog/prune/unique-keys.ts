import type { Relation, Scalar } from "../relation.ts";
import { plainColumn, sideOf } from "./columns.ts";
import { conjunctsOf } from "./contradiction.ts";

/** Sets of columns of which no two rows agree, as FlinkRelMdUniqueKeys sees them before the physical plan. */
export function uniqueKeys(relation: Relation): readonly (readonly number[])[] {
  switch (relation.kind) {
    case "scan": {
      // LogicalWatermarkAssigner stands above the scan and knows no keys.
      if (relation.table.watermark !== undefined) {
        return [];
      }
      const key = relation.table.primaryKey?.columns.map((name) =>
        relation.columns.findIndex((it) => it.name === name),
      );
      return key === undefined || key.includes(-1) ? [] : [key];
    }
    case "project":
      return uniqueKeys(relation.input).flatMap((key) => {
        const mapped = key.map((index) =>
          relation.expressions.findIndex((it) => plainColumn(it) === index),
        );
        return mapped.includes(-1) ? [] : [mapped];
      });
    case "filter":
      return uniqueKeys(relation.input);
    case "sort":
      return relation.limit === 1 ? [[]] : uniqueKeys(relation.input);
    case "aggregate":
      return relation.sets === undefined ? [relation.groups.map((_, index) => index)] : [];
    case "set":
      return relation.all ? [] : [relation.columns.map((_, index) => index)];
    case "values":
      return relation.rows.length === 1 ? [[]] : [];
    case "join": {
      if (relation.type === "semi" || relation.type === "anti") {
        return uniqueKeys(relation.left);
      }
      const width = relation.left.columns.length;
      const pairs = equalColumns(relation);
      const leftUnique = isUnique(
        uniqueKeys(relation.left),
        pairs.map((it) => it.left),
      );
      const rightUnique = isUnique(
        uniqueKeys(relation.right),
        pairs.flatMap((it) => it.right ?? []),
      );
      const left =
        rightUnique && (relation.type === "inner" || relation.type === "left")
          ? uniqueKeys(relation.left)
          : [];
      const right =
        leftUnique && (relation.type === "inner" || relation.type === "right")
          ? uniqueKeys(relation.right)
          : [];
      return [...left, ...right.map((key) => key.map((it) => it + width))];
    }
    default:
      return [];
  }
}

/** Whether one of the keys lies within the columns. */
export function isUnique(
  keys: readonly (readonly number[])[],
  columns: readonly (number | undefined)[],
): boolean {
  return keys.some((key) => key.every((it) => columns.includes(it)));
}

/** `left = right` of a join's condition: the plain column of each side, counted within the side. */
export function equalColumns(
  join: Relation & { readonly kind: "join" },
  more: readonly Scalar[] = [],
): readonly { readonly left: number | undefined; readonly right: number | undefined }[] {
  const width = join.left.columns.length;
  const conjuncts = join.condition === undefined ? [] : conjunctsOf(join.condition);
  return [...conjuncts, ...more].flatMap((it) => {
    if (it.kind !== "call" || (it.operator !== "=" && it.operator !== "IS NOT DISTINCT FROM")) {
      return [];
    }
    const [one, other] = it.operands;
    if (one === undefined || other === undefined) {
      return [];
    }
    const [first, second] = [sideOf(one, width), sideOf(other, width)];
    if (first === "left" && second === "right") {
      return [{ left: plainColumn(one), right: shifted(plainColumn(other), width) }];
    }
    return first === "right" && second === "left"
      ? [{ left: plainColumn(other), right: shifted(plainColumn(one), width) }]
      : [];
  });
}

function shifted(index: number | undefined, by: number): number | undefined {
  return index === undefined ? undefined : index - by;
}
