package com.acme.flow;
import java.util.*;

public class Flow {
  public static class Table {
    private String table;
    private String topic;
    private Map<String, String> columns = new LinkedHashMap<>();
    public String getTable() { return table; }
    public void setTable(String table) { this.table = table; }
    public String getTopic() { return topic; }
    public void setTopic(String topic) { this.topic = topic; }
    public Map<String, String> getColumns() { return columns; }
    public void setColumns(Map<String, String> columns) { this.columns = columns; }
  }

  public static class Step {
    public String kind;
    public String expression;
    public List<String> columns;

    Stage stage() {
      switch (kind) {
        case "filter": return new Stage.Filter(expression);
        case "select": return new Stage.Project(columns);
        default: throw new IllegalStateException("unknown step " + kind);
      }
    }
  }

  public String name;
  public Table source;
  public Table target;
  public List<Step> steps = new ArrayList<>();
}
