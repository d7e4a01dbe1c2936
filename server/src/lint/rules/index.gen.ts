// Written by `npm run gen` from the files of this folder. Do not edit.
import type { Rule } from "../rule.ts";
import { insertColumns } from "./insert-columns.ts";
import { invalidStatement } from "./invalid-statement.ts";
import { missingOption } from "./missing-option.ts";
import { unknownColumn } from "./unknown-column.ts";
import { unknownConnector } from "./unknown-connector.ts";
import { unknownFormat } from "./unknown-format.ts";
import { unknownFunction } from "./unknown-function.ts";
import { unknownOption } from "./unknown-option.ts";
import { unknownTable } from "./unknown-table.ts";

export const rules: readonly Rule[] = [
  insertColumns,
  invalidStatement,
  missingOption,
  unknownColumn,
  unknownConnector,
  unknownFormat,
  unknownFunction,
  unknownOption,
  unknownTable,
];
