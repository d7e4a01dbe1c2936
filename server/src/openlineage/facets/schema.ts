import type { SchemaField } from "../../connectors/schema-fields.ts";
import type { Facet } from "../event.ts";
import { type FacetKind, facetOf } from "../facet.ts";

/** The columns of a dataset. */
export const schema: FacetKind = {
  name: "schema",
  of: "dataset",
  schemaUrl:
    "https://openlineage.io/spec/facets/1-2-0/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet",
  summary: "The columns with type and comment.",
};

/** The facet with these fields, in their order. */
export function schemaFacet(producer: string, fields: readonly SchemaField[]): Facet {
  return facetOf(schema, producer, { fields: fields.map(fieldOf) });
}

function fieldOf(field: SchemaField): Readonly<Record<string, unknown>> {
  const { name, type, description } = field;
  if (type !== undefined && description !== undefined && field.fields === undefined) {
    return { name, type, description };
  }
  return {
    name: field.name,
    ...(field.type === undefined ? {} : { type: field.type }),
    ...(field.description === undefined ? {} : { description: field.description }),
    ...(field.fields === undefined ? {} : { fields: field.fields.map(fieldOf) }),
  };
}
