package com.acme.folder;
import java.io.*;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;

class Scripts {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::-([^}]*))?\\}");
  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
  private final String folder;
  private final Map<String, String> variables;

  Scripts(String folder, Map<String, String> variables) {
    this.folder = folder;
    this.variables = variables;
  }

  List<String> statements() throws IOException {
    List<String> all = new ArrayList<>();
    try (BufferedReader index = new BufferedReader(new InputStreamReader(loader.getResourceAsStream(folder + "/index.txt")))) {
      for (String line = index.readLine(); line != null; line = index.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          all.addAll(of(line.trim()));
        }
      }
    }
    return all;
  }

  private List<String> of(String name) throws IOException {
    String text;
    try (InputStream in = loader.getResourceAsStream(folder + "/" + name)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      in.transferTo(out);
      text = out.toString(StandardCharsets.UTF_8);
    }
    text = text.replaceAll("--[^\n]*", "").replaceAll("(?s)/\\*.*?\\*/", " ");
    return Arrays.stream(text.split(";")).map(String::strip).filter(it -> !it.isEmpty()).map(this::filled).collect(Collectors.toList());
  }

  private String filled(String text) {
    Matcher matcher = VARIABLE.matcher(text);
    StringBuffer result = new StringBuffer();
    while (matcher.find()) {
      String value = variables.getOrDefault(matcher.group(1), matcher.group(2));
      matcher.appendReplacement(result, Matcher.quoteReplacement(value));
    }
    matcher.appendTail(result);
    return result.toString();
  }
}
