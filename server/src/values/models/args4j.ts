import { makerOf } from "../log.ts";
import type { Model } from "../model.ts";
import { fillOptions } from "../modelling/annotated-options.ts";
import { nothing } from "../modelling/model-help.ts";

/** args4j: `parseArgument` fills the annotated fields of the object that the parser was made with. */
export const args4j: Model = {
  id: "args4j",
  classes: ["org.kohsuke.args4j.CmdLineParser"],
  call(run, call) {
    const bean = makerOf(run.log(), call.receiver)?.arguments[0];
    if (bean === undefined || call.method !== "parseArgument") {
      return undefined;
    }
    fillOptions(
      run,
      [bean],
      call.arguments[0],
      {
        option: "Option",
        argument: "Argument",
        names: ["name", "aliases"],
        refuses: "org.kohsuke.args4j.CmdLineException",
      },
      call.name,
    );
    return nothing(call);
  },
};
