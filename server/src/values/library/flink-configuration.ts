import type { LibraryClass, LibraryClasses } from "../library.ts";

const configuration = "org.apache.flink.configuration.Configuration";
const listener = "io.openlineage.flink.OpenLineageFlinkJobListener";
const listenerBuilder = `${listener}.OpenLineageFlinkJobListenerBuilder`;

/** Flink's configuration in code, and OpenLineage's listener for 1.x. */
export const flinkConfiguration: LibraryClasses = [
  {
    name: configuration,
    supers: ["org.apache.flink.configuration.ReadableConfig"],
    methods: { fromMap: configuration, clone: configuration, set: "this" },
  },
  {
    name: "org.apache.flink.configuration.GlobalConfiguration",
    methods: { loadConfiguration: configuration },
  },
  {
    name: "org.apache.flink.configuration.ConfigOptions",
    methods: { key: "org.apache.flink.configuration.ConfigOptions.OptionBuilder" },
  },
  option("org.apache.flink.configuration.ConfigOptions.OptionBuilder"),
  { name: listener, methods: { builder: listenerBuilder } },
  { name: listenerBuilder, methods: { build: listener }, otherwise: "this" },
];

/** The chain `key("k").stringType().defaultValue("v")` is one object: the option. */
function option(name: string): LibraryClass {
  return { name, otherwise: "this" };
}
