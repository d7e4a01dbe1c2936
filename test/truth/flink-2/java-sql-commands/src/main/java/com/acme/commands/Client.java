package com.acme.commands;
import java.nio.charset.StandardCharsets;
import java.util.*;
import org.apache.commons.io.IOUtils;
import org.apache.flink.table.api.*;

public class Client {
  private final TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
  private StatementSet set;

  void run(Command command) {
    switch (command.kind()) {
      case SET -> t.getConfig().set(command.operands()[0], command.operands()[1]);
      case BEGIN -> set = t.createStatementSet();
      case INSERT -> {
        if (set == null) {
          t.executeSql(command.operands()[0]);
        } else {
          set.addInsertSql(command.operands()[0]);
        }
      }
      case END -> {
        set.execute();
        set = null;
      }
      default -> t.executeSql(command.operands()[0]);
    }
  }

  public static void main(String[] args) throws Exception {
    String script = IOUtils.toString(Client.class.getResourceAsStream("/etl.sql"), StandardCharsets.UTF_8);
    Client client = new Client();
    for (String text : script.split(";")) {
      if (!text.isBlank()) {
        client.run(Command.of(text.trim()));
      }
    }
  }
}
