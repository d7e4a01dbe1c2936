package org.chain;

class Names {
  protected final String stage;
  Names(String stage) { this.stage = stage; }
  String topic(String... parts) { return String.join(".", parts); }
  String topic(Enum<?> part) { return topic(part.name().toLowerCase(), part.getDeclaringClass().getSimpleName().toLowerCase()); }

  static class Staged extends Names {
    Staged(String stage) { super(stage); }
    @Override String topic(String... parts) { return stage + "." + super.topic(parts); }
  }

  static final class Versioned extends Staged {
    private final int version;
    Versioned(String stage, int version) {
      super(stage.toLowerCase());
      this.version = version;
    }
    Versioned(String stage) { this(stage, 1); }
    @Override String topic(String... parts) { return super.topic(parts) + ".v" + version; }
  }
}
