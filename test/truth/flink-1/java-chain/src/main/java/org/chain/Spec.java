package org.chain;
import java.util.*;

final class Spec {
  final String servers;
  final List<String> inputs;
  final String output;

  private Spec(Builder builder) {
    servers = builder.servers;
    inputs = Collections.unmodifiableList(new ArrayList<>(builder.inputs));
    output = builder.output == null ? inputs.get(0) + ".out" : builder.output;
  }

  Builder toBuilder() { return new Builder(this); }
  static Builder builder() { return new Builder(); }

  static final class Builder {
    private String servers = "localhost:9092";
    private final Set<String> inputs = new LinkedHashSet<>();
    private String output;

    private Builder() {}
    private Builder(Spec spec) {
      servers = spec.servers;
      inputs.addAll(spec.inputs);
      output = spec.output;
    }
    Builder servers(String host, int... ports) {
      StringJoiner joiner = new StringJoiner(",");
      for (int port : ports) {
        joiner.add(host + ":" + port);
      }
      servers = joiner.toString();
      return this;
    }
    Builder input(String first, String... more) {
      inputs.add(first);
      inputs.addAll(Arrays.asList(more));
      return this;
    }
    Builder output(String output) { this.output = output; return this; }
    Spec build() { return new Spec(this); }
  }
}
