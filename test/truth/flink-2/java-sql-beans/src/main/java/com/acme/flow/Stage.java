package com.acme.flow;
import java.util.List;

sealed interface Stage permits Stage.Filter, Stage.Project {
  String over(String query);

  record Filter(String condition) implements Stage {
    public String over(String query) { return "SELECT * FROM (" + query + ") WHERE " + condition; }
  }

  record Project(List<String> columns) implements Stage {
    public String over(String query) { return "SELECT " + String.join(", ", columns) + " FROM (" + query + ")"; }
  }
}
