package com.acme.mini;
import java.util.*;

class Template {
  private final String text;

  Template(String text) { this.text = text; }

  String render(Map<String, Object> model) { return render(text, model, false); }

  @SuppressWarnings("unchecked")
  private String render(String part, Map<String, Object> model, boolean last) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    int open;
    while ((open = part.indexOf('{', at)) >= 0) {
      int close = part.indexOf('}', open);
      String tag = part.substring(open + 1, close);
      out.append(part, at, open);
      at = close + 1;
      if (tag.startsWith("#")) {
        String end = "{/" + tag.substring(1) + "}";
        int to = part.indexOf(end, at);
        String body = part.substring(at, to);
        List<Map<String, Object>> items = (List<Map<String, Object>>) model.get(tag.substring(1));
        for (int i = 0; i < items.size(); i++) {
          Map<String, Object> inner = new HashMap<>(model);
          inner.putAll(items.get(i));
          out.append(render(body, inner, i == items.size() - 1));
        }
        at = to + end.length();
      } else if (tag.equals(",")) {
        out.append(last ? "" : ",");
      } else {
        out.append(model.get(tag));
      }
    }
    return out.append(part.substring(at)).toString();
  }
}
