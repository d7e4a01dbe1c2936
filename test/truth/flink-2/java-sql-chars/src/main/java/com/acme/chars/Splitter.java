package com.acme.chars;
import java.util.function.Consumer;

final class Splitter {
  private Splitter() {}

  static void split(String script, Consumer<String> consumer) {
    StringBuilder current = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < script.length(); i++) {
      char c = script.charAt(i);
      if (!quoted && c == '-' && i + 1 < script.length() && script.charAt(i + 1) == '-') {
        while (i < script.length() && script.charAt(i) != '\n') {
          i++;
        }
        continue;
      }
      if (c == '\'') {
        quoted = !quoted;
      }
      if (c == ';' && !quoted) {
        emit(current, consumer);
      } else {
        current.append(c);
      }
    }
    emit(current, consumer);
  }

  private static void emit(StringBuilder current, Consumer<String> consumer) {
    String text = current.toString().trim();
    current.setLength(0);
    if (!text.isEmpty()) {
      consumer.accept(text);
    }
  }
}
