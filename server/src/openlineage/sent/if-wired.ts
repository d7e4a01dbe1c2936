import type { Derived } from "../../connectors/connector.ts";
import type { Job, Listener } from "../../job/job.ts";
import type { Setting, Target } from "../../job/target.ts";
import type { Unknown } from "../../values/value.ts";
import type { Cause } from "../prediction.ts";

/** How a listener names its job, and the runtime mode it saw. */
export interface Named {
  readonly namespace: Derived | Unknown;
  readonly name: Derived | Unknown;
  readonly mode: string;
}

interface Wiring {
  readonly target: Target;
  readonly job: Job;
  readonly flink: ReadonlyMap<string, Setting>;
}

/**
 * The names of a job on 1.x that is not wired: those of a listener that the code builds, else of the configuration,
 * else what says most about the job: `execute`'s argument or the main class; the project's namespace or name.
 */
export function wiredNames(
  { target, job, flink }: Wiring,
  { idle, own }: { readonly idle: Listener | undefined; readonly own: Named | undefined },
): Named {
  const namespaceKey = flink.get("execution.job-listener.openlineage.namespace");
  const nameKey = flink.get("execution.job-listener.openlineage.job-name");
  const namespace =
    idle?.namespace ??
    (namespaceKey === undefined ? undefined : text(namespaceKey.value)) ??
    text(target.project.jobNamespace ?? target.project.name ?? "flink_jobs");
  const name =
    idle?.name ??
    (nameKey === undefined ? undefined : text(nameKey.value)) ??
    job.names.argument ??
    text(mainClassOf(job.main));
  const mode = own?.mode ?? flink.get("execution.runtime-mode")?.value ?? "STREAMING";
  return { namespace, name, mode };
}

/** Why a job that is not wired sends nothing, together with what would keep it from sending if it were. */
export function lostAnyway(wiring: Cause, lost: Cause | undefined): Cause {
  return lost === undefined
    ? wiring
    : {
        ...wiring,
        message: `${wiring.message} If it were wired, nothing would be sent either: ${lost.message}`,
      };
}

function text(value: string): Derived {
  return { kind: "derived", text: value, from: [] };
}

function mainClassOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
}
