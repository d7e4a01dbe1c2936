import type { Connection, InitializeParams, WorkDoneProgressReporter } from "vscode-languageserver";

/** Shows the client that something takes longer than it should, for as long as it does. */
export interface Progress {
  during<T>(title: string, work: Promise<T>): Promise<T>;
}

/** Work that is done sooner is not worth a word. */
const patience = 700;

/** Progress as the client shows it; nothing where it shows none. */
export function progressOf(
  { window }: Pick<Connection, "window">,
  { capabilities }: Pick<InitializeParams, "capabilities">,
): Progress {
  const isShown = capabilities.window?.workDoneProgress === true;
  return {
    async during(title, work) {
      if (!isShown) {
        return work;
      }
      let shown: Promise<WorkDoneProgressReporter | undefined> | undefined;
      const timer = setTimeout(() => {
        shown = window.createWorkDoneProgress().then(
          (reporter) => {
            reporter.begin(title);
            return reporter;
          },
          () => undefined,
        );
      }, patience);
      try {
        return await work;
      } finally {
        clearTimeout(timer);
        void shown?.then((it) => it?.done());
      }
    },
  };
}
