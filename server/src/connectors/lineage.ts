import type { Ask } from "../values/ask.ts";
import type { Call } from "../values/log.ts";
import type { Value } from "../values/value.ts";
import type { ApiUse, Lineage, Series } from "./api.ts";
import { preferred, unknown } from "./calls.ts";
import type { Boundedness } from "./derived.ts";
import { apiOf } from "./find-api.ts";
import { ownBoundedness, ownLineage } from "./own-lineage.ts";
import { connectorVersion } from "./versions.ts";

/** Where a source or sink object is attached, and by which versions it runs. */
export interface Attachment {
  readonly object: Value;
  readonly attached: Call;
  readonly series: Series;
  readonly ask: Ask;
  readonly dependencies: ReadonlyMap<string, string | undefined>;
}

/** What the listener sees of a source or sink object. */
export interface ObjectLineage {
  /** The id of its connector; undefined where it is of none that is known. */
  readonly connector: string | undefined;
  /** The class of the object, where it is known. `own`: a class of the project. */
  readonly class: { readonly name: string; readonly own: boolean } | undefined;
  readonly lineage: Lineage;
  readonly boundedness: Boundedness;
}

/** What the listener sees of an object: by the lineage it tells itself, and by its connector's class. */
export function lineageOf(attachment: Attachment): ObjectLineage {
  const object = preferred(attachment.object);
  const found = apiOf(attachment.ask, object);
  const use: ApiUse = {
    ...attachment,
    object,
    version: found && connectorVersion(found.connector, attachment.dependencies),
    partLineage: (part) => lineageOf({ ...attachment, object: part }).lineage,
    partBoundedness: (part) => lineageOf({ ...attachment, object: part }).boundedness,
  };
  const own = ownLineage(use);
  const byClass =
    found === undefined
      ? unseen(use)
      : (found.endpoint.lineage?.(use) ?? notSeen(found.connector.title));
  return {
    connector: found?.connector.id,
    class: classOf(object),
    lineage: own === undefined ? byClass : together(use, own, byClass),
    boundedness: ownBoundedness(use) ?? found?.endpoint.boundedness?.(use) ?? "unknown",
  };
}

function classOf(object: Value): ObjectLineage["class"] {
  if (object.kind === "instance") {
    return { name: object.class.name, own: true };
  }
  return object.kind === "object" && object.class !== undefined
    ? { name: object.class, own: false }
    : undefined;
}

function notSeen(title: string): Lineage {
  return { kind: "invisible", why: `OpenLineage's listener does not see ${title} here.` };
}

/** An object of a class that no connector knows. */
function unseen({ object }: ApiUse): Lineage {
  switch (object.kind) {
    case "unknown":
      return { kind: "undecided", why: object };
    case "object":
      return object.class === undefined
        ? { kind: "undecided", why: unknown("no-model", "Its class is not known.", object.at) }
        : { kind: "invisible", why: `OpenLineage's listener does not see ${object.class}.` };
    case "instance":
      return {
        kind: "invisible",
        why: `OpenLineage's listener does not see ${object.class.name}, a class of the project's own.`,
      };
    default:
      return { kind: "invisible", why: "OpenLineage's listener does not see it." };
  }
}

/** On 1.x every visitor that is defined at an object adds its datasets; on 2.x the object's own lineage is all there is. */
function together(use: ApiUse, own: Lineage, byClass: Lineage): Lineage {
  if (use.series === "2" || own.kind !== "reported" || byClass.kind === "invisible") {
    return own;
  }
  return byClass.kind === "reported"
    ? { kind: "reported", datasets: [...byClass.datasets, ...own.datasets] }
    : byClass;
}
