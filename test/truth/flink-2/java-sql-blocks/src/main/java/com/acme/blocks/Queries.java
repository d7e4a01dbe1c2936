package com.acme.blocks;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.stream.Collectors;
import org.apache.commons.text.StringSubstitutor;

public final class Queries {
  private static final String MARK = "-- :name ";
  private final Map<String, String> blocks = new LinkedHashMap<>();

  public static Queries load(String name) {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(Queries.class.getClassLoader().getResourceAsStream(name), StandardCharsets.UTF_8))) {
      return new Queries(reader.lines().collect(Collectors.toList()));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }

  private Queries(List<String> lines) {
    String current = null;
    StringJoiner text = new StringJoiner("\n");
    for (String line : lines) {
      if (line.startsWith(MARK)) {
        if (current != null) {
          blocks.put(current, text.toString());
        }
        current = line.substring(MARK.length()).split("\\s+")[0];
        text = new StringJoiner("\n");
      } else {
        text.add(line);
      }
    }
    blocks.put(current, text.toString());
  }

  public String get(String name, String... pairs) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
    return new StringSubstitutor(values, "<<", ">>").replace(Objects.requireNonNull(blocks.get(name), () -> "no block " + name));
  }
}
