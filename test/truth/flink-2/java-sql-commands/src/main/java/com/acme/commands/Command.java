package com.acme.commands;
import java.util.*;
import java.util.regex.*;

public record Command(Kind kind, String[] operands) {
  public enum Kind {
    SET("SET\\s+'?([\\w.-]+)'?\\s*=\\s*'?([^']*?)'?"),
    BEGIN("BEGIN\\s+STATEMENT\\s+SET"),
    END("END"),
    INSERT("(INSERT\\s+INTO.*)"),
    OTHER("(.*)");

    private final Pattern pattern;

    Kind(String pattern) { this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL); }

    Optional<Command> parse(String text) {
      Matcher matcher = pattern.matcher(text);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      String[] groups = new String[matcher.groupCount()];
      for (int i = 0; i < groups.length; i++) {
        groups[i] = matcher.group(i + 1);
      }
      return Optional.of(new Command(this, groups));
    }
  }

  static Command of(String text) {
    for (Kind kind : Kind.values()) {
      Optional<Command> command = kind.parse(text);
      if (command.isPresent()) {
        return command.get();
      }
    }
    throw new IllegalArgumentException(text);
  }
}
