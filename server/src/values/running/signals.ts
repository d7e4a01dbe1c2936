import type { Location } from "../../text/range.ts";
import type { Frame as LogFrame } from "../log.ts";
import type { Value } from "../value.ts";

/** The exception that ends the present path. */
export class ThrowSignal {
  readonly class: string;
  readonly value: Value | undefined;
  readonly message: string | undefined;
  readonly at: Location;
  readonly caller: LogFrame | undefined;
  constructor(
    className: string,
    value: Value | undefined,
    message: string | undefined,
    at: Location,
    caller: LogFrame | undefined,
  ) {
    this.class = className;
    this.value = value;
    this.message = message;
    this.at = at;
    this.caller = caller;
  }
}

/** `System.exit`. */
export class ExitSignal {
  readonly at: Location;
  constructor(at: Location) {
    this.at = at;
  }
}

/** A budget is used up: the run ends where it is. */
export class BudgetSignal {}
