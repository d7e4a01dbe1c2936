import type { Origin, OriginKind, RelationColumn, Scalar, SubqueryScalar } from "./relation.ts";

/** Where a value comes from; `open` where a part of that is not known. */
export interface Traced {
  readonly origins: readonly Origin[];
  readonly open: boolean;
}

/** Nothing: constants, COUNT(*). */
const untraced: Traced = { origins: [], open: false };

/** The origins of an expression over these columns. */
export function traceScalar(scalar: Scalar, columns: readonly RelationColumn[]): Traced {
  switch (scalar.kind) {
    case "input": {
      const column = columns[scalar.index];
      return column === undefined
        ? { origins: [], open: true }
        : { origins: column.origins, open: column.open };
    }
    case "outer":
      return { origins: scalar.origins, open: false };
    case "literal":
      return untraced;
    case "call":
      return scalar.aggregate === undefined
        ? traceCall(scalar.operator, scalar.operands, columns, scalar.identity === true)
        : traceAll(scalar.operands, columns, "AGGREGATION");
    case "field":
      return traceField(traceScalar(scalar.object, columns), scalar.field);
    case "over":
      return joinTraces([
        traceAll(
          scalar.operands,
          columns,
          takesRow.has(scalar.function) ? "TRANSFORMATION" : "AGGREGATION",
        ),
        traceAll(scalar.partitionBy, columns, "WINDOW"),
        traceAll(scalar.orderBy, columns, "WINDOW"),
      ]);
    case "subquery":
      return traceSubquery(scalar, columns);
    case "unknown":
      return joinTraces([
        traceAll(scalar.operands, columns, "TRANSFORMATION"),
        { origins: scalar.origins, open: true },
      ]);
  }
}

/** Window functions that hand on one row's value. */
const takesRow = new Set(["LAG", "LEAD", "FIRST_VALUE", "LAST_VALUE", "NTH_VALUE", "NTILE"]);

function traceCall(
  operator: string,
  operands: readonly Scalar[],
  columns: readonly RelationColumn[],
  identity: boolean,
): Traced {
  if (operator === "CASE") {
    return joinTraces(
      operands.map((it, index) =>
        retrace(
          traceScalar(it, columns),
          index % 2 === 0 && index < operands.length - 1 ? "CONDITIONAL" : "TRANSFORMATION",
        ),
      ),
    );
  }
  if (operator === "NULLIF") {
    // Calcite rewrites NULLIF(a, b) to CASE WHEN a = b THEN NULL ELSE a END.
    return joinTraces([
      traceAll(operands, columns, "CONDITIONAL"),
      traceAll(operands.slice(0, 1), columns, "TRANSFORMATION"),
    ]);
  }
  if (operator === "GROUPING" || operator === "GROUPING_ID") {
    return traceAll(operands, columns, "AGGREGATION");
  }
  if (operator === "IF" && operands.length === 3) {
    return joinTraces(
      operands.map((it, index) =>
        retrace(traceScalar(it, columns), index === 0 ? "CONDITIONAL" : "TRANSFORMATION"),
      ),
    );
  }
  return traceAll(operands, columns, identity ? "IDENTITY" : "TRANSFORMATION");
}

/** The origins of several expressions, all in one way. */
export function traceAll(
  scalars: readonly Scalar[],
  columns: readonly RelationColumn[],
  kind: OriginKind,
): Traced {
  return joinTraces(scalars.map((it) => retrace(traceScalar(it, columns), kind)));
}

function traceSubquery(scalar: SubqueryScalar, columns: readonly RelationColumn[]): Traced {
  const relation = scalar.relation;
  // EXISTS does not look at the SELECT list: Calcite asks for the rows of FROM.
  const rows =
    scalar.form === "exists" && relation.kind === "project"
      ? relation.input.columns
      : relation.columns;
  if (scalar.form === "scalar") {
    return joinTraces(rows);
  }
  if (scalar.form === "array" || scalar.form === "multiset" || scalar.form === "map") {
    return joinTraces(rows.map((it) => retrace(it, "TRANSFORMATION")));
  }
  return joinTraces([
    ...rows.map((it) => retrace(it, "CONDITIONAL")),
    traceAll(scalar.operands, columns, "CONDITIONAL"),
  ]);
}

function traceField(base: Traced, field: string): Traced {
  return {
    open: base.open,
    origins: base.origins.map((it) =>
      it.path !== undefined || it.kinds.includes("IDENTITY")
        ? { ...it, path: it.path === undefined ? field : `${it.path}.${field}` }
        : it,
    ),
  };
}

const rank: Readonly<Record<OriginKind, number>> = {
  IDENTITY: 0,
  TRANSFORMATION: 1,
  AGGREGATION: 2,
  WINDOW: 3,
  CONDITIONAL: 4,
};

/** What becomes of an origin that is used in another way: indirect stays indirect, the stronger kind wins. */
function compose(outer: OriginKind, inner: OriginKind): OriginKind {
  if (rank[outer] > 2) {
    return outer;
  }
  return rank[inner] > 2 || rank[inner] > rank[outer] ? inner : outer;
}

/** The same origins, used in another way. */
export function retrace(traced: Traced, kind: OriginKind): Traced {
  return kind === "IDENTITY"
    ? { origins: traced.origins, open: traced.open }
    : {
        open: traced.open,
        origins: traced.origins.map((it) => usedAs(it, kind)),
      };
}

function usedAs(origin: Origin, kind: OriginKind): Origin {
  const kinds = origin.kinds.map((inner) => compose(kind, inner));
  return kinds.every((it, index) => it === origin.kinds[index])
    ? origin
    : { ...origin, kinds: kinds.length < 2 ? kinds : [...new Set(kinds)] };
}

/** All origins, each column once, sorted by table, column and path. */
export function joinTraces(traces: readonly Traced[]): Traced {
  const [only] = traces;
  if (traces.length === 1 && only !== undefined) {
    return { origins: only.origins, open: only.open };
  }
  const full = traces.filter((it) => it.origins.length > 0);
  const [alone] = full;
  if (full.length < 2) {
    return { origins: alone?.origins ?? [], open: traces.some((it) => it.open) };
  }
  const byKey = new Map<string, Origin>();
  for (const origin of traces.flatMap((it) => it.origins)) {
    const key = `${origin.table}\u0001${origin.column}\u0001${origin.path ?? ""}`;
    const known = byKey.get(key);
    byKey.set(
      key,
      known === undefined
        ? origin
        : { ...origin, kinds: [...new Set([...known.kinds, ...origin.kinds])] },
    );
  }
  const sorted = [...byKey].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return {
    open: traces.some((it) => it.open),
    origins: sorted.map(([, origin]) =>
      origin.kinds.length < 2
        ? origin
        : { ...origin, kinds: origin.kinds.toSorted((one, other) => rank[one] - rank[other]) },
    ),
  };
}
