import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { features } from "../features/index.gen.ts";
import { serve } from "./serve.ts";

// Speaks over what the command line names: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.
serve(createConnection(ProposedFeatures.all), features);
