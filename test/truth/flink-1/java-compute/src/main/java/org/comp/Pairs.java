package org.comp;
import java.util.*;

public class Pairs implements Iterable<Map.Entry<String, String>> {
  private final Map<String, String> map = new TreeMap<>();

  public Pairs(String text) {
    for (String part : text.trim().split("\\s*;\\s*")) {
      String[] pair = part.split("\\s*=\\s*", 2);
      map.merge(pair[0], pair.length > 1 ? pair[1] : "", (before, more) -> before + "," + more);
    }
    map.computeIfPresent("prefix", (key, value) -> value.endsWith(".") ? value : value + ".");
    map.compute("servers", (key, value) -> value == null ? "localhost:9092" : value);
  }

  public String get(String key) { return map.get(key); }

  @Override public Iterator<Map.Entry<String, String>> iterator() { return map.entrySet().iterator(); }
}
