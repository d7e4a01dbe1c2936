import { printDataType, withNullable } from "./data-type.ts";
import { noPlan } from "./no-plan.ts";
import type { MatchFault, Relation, Scalar, TableFunctionRelation } from "./relation.ts";
import { isGroupWindow } from "./relations.ts";
import { relationsIn } from "./relations-in.ts";
import { mayBeMarked, mayBeTimeAttribute } from "./time-attributes.ts";

/** Why Flink has no plan for a window of a query; the first reason found. */
export function windowFault(query: Relation, isStreaming: boolean): MatchFault | undefined {
  for (const relation of relationsIn(query)) {
    const fault =
      relation.kind === "tableFunction"
        ? functionFault(relation, isStreaming)
        : relation.kind === "aggregate"
          ? groupFault(relation.groups, relation.input, isStreaming)
          : undefined;
    if (fault !== undefined) {
      return fault;
    }
  }
  return undefined;
}

/** TimeAttributeWindowingStrategy in streaming mode; BatchExecWindowTableFunction and BatchPhysicalWindowTableFunctionRule in batch mode. */
function functionFault(
  { name, window, time: index, inputs: [input], at }: TableFunctionRelation,
  isStreaming: boolean,
): MatchFault | undefined {
  if (!isStreaming && window && name === "SESSION") {
    return noPlan("Unaligned windows like session are not supported in batch mode yet.", at);
  }
  const type = index === undefined ? undefined : input?.columns[index]?.type;
  if (index === undefined || input === undefined || type === undefined) {
    return undefined;
  }
  if (isStreaming) {
    return mayBeTimeAttribute({ kind: "input", index, type, at }, input, "kept")
      ? undefined
      : {
          exception: "org.apache.flink.table.api.ValidationException",
          message: `The window function requires the timecol is a time attribute type, but is ${printDataType(withNullable(type, true)).replace(/ \*.*/, "")}.`,
          at,
        };
  }
  return "attribute" in type && type.attribute === "proctime"
    ? noPlan("Processing time Window TableFunction is not supported yet.", at)
    : undefined;
}

/** LogicalWindowAggregateRuleBase: the window of a GROUP BY. */
function groupFault(
  groups: readonly Scalar[],
  input: Relation,
  isStreaming: boolean,
): MatchFault | undefined {
  for (const group of groups) {
    const [time] = isGroupWindow(group) ? group.operands : [];
    if (time === undefined || !isGroupWindow(group)) {
      continue;
    }
    if (isStreaming) {
      if (!mayBeMarked(time, input)) {
        const shown = printDataType(withNullable(time.type, true));
        return noPlan(
          `Window aggregate can only be defined over a time attribute column, but ${shown} encountered.`,
          group.at,
        );
      }
      continue;
    }
    if ("attribute" in time.type && time.type.attribute === "proctime") {
      return noPlan("A window over processing time is not for batch mode.", group.at);
    }
    if (group.operator === "SESSION") {
      return noPlan("Flink has no plan for SESSION of GROUP BY in batch mode.", group.at);
    }
    if (time.type.kind === "TIMESTAMP_LTZ") {
      return noPlan(
        "In batch mode Flink has no code for a window of GROUP BY over TIMESTAMP_LTZ: use the window function with DESCRIPTOR.",
        group.at,
      );
    }
  }
  return undefined;
}
