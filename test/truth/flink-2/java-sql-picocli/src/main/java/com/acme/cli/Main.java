package com.acme.cli;
import java.text.MessageFormat;
import java.util.*;
import java.util.concurrent.Callable;
import org.apache.flink.table.api.*;
import picocli.CommandLine;
import picocli.CommandLine.*;

@Command(name = "events", subcommands = {Main.Copy.class, Main.Drop.class})
public class Main {
  static class Common {
    @Option(names = {"-D", "--define"}) Map<String, String> values = new HashMap<>();
    @Option(names = "--group", defaultValue = "${sys:no.such.group:-readers}") String group;

    String value(String key, String otherwise) { return values.getOrDefault(key, otherwise); }
  }

  @Command(name = "copy", aliases = "cp")
  static class Copy implements Callable<Integer> {
    @Mixin Common common;
    @Option(names = "--input", required = true) String input;
    @Option(names = "--output", defaultValue = "${env:NO_SUCH_OUTPUT:-out.events}") String output;

    @Override
    public Integer call() {
      TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
      String table = "CREATE TABLE {0} (id BIGINT, body STRING) WITH (''connector'' = ''kafka'', ''topic'' = ''{1}'', "
          + "''properties.bootstrap.servers'' = ''{2}'', ''properties.group.id'' = ''{3}'', ''scan.startup.mode'' = ''earliest-offset'', ''format'' = ''json'')";
      String prefix = common.value("stage", "dev") + ".";
      t.executeSql(MessageFormat.format(table, "source_events", prefix + input, common.value("brokers", "localhost:9092"), common.group));
      t.executeSql(MessageFormat.format(table, "target_events", prefix + output, common.value("brokers", "localhost:9092"), common.group));
      t.executeSql("INSERT INTO target_events SELECT * FROM source_events");
      return 0;
    }
  }

  @Command(name = "drop")
  static class Drop implements Runnable {
    public void run() { throw new UnsupportedOperationException(); }
  }

  public static void main(String[] args) {
    String[] given = args.length > 0 ? args : "copy --input=in.events -D stage=prod -D brokers=kp:9092".split(" ");
    new CommandLine(new Main()).execute(given);
  }
}
