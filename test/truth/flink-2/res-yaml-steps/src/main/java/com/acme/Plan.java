package com.acme;
import java.util.*;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.annotation.JsonProperty;

public class Plan {
  @JsonProperty private Map<String, String> variables;
  @JsonProperty private List<Step> steps;
  public Map<String, String> variables() { return variables; }
  public List<Step> steps() { return steps; }

  public static class Step {
    public String name;
    public boolean enabled = true;
    private String sql;
    public String getSql() { return sql; }
    public void setSql(String sql) { this.sql = sql; }

    String filled(Map<String, String> variables) {
      String result = sql;
      for (Map.Entry<String, String> it : variables.entrySet()) {
        result = result.replace("{" + it.getKey() + "}", it.getValue());
      }
      return result;
    }
  }
}
