package org.layers;
import java.io.*;
import java.util.*;
import java.util.function.*;

public class Layers {
  private final List<Function<String, String>> layers = new ArrayList<>();

  public Layers with(Function<String, String> layer) {
    layers.add(layer);
    return this;
  }

  public Layers withFile(String name) {
    Properties properties = new Properties();
    try (InputStream in = Layers.class.getResourceAsStream("/conf/" + name)) {
      properties.load(new InputStreamReader(Objects.requireNonNull(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return with(properties::getProperty);
  }

  public Optional<String> find(String key) {
    for (Function<String, String> layer : layers) {
      String value = layer.apply(key);
      if (value != null && !value.isEmpty()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  public String get(String key) { return find(key).orElseThrow(() -> new NoSuchElementException(key)); }

  public <T> T get(String key, Function<String, T> parser) { return find(key).map(parser).orElse(null); }
}
