import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.TableEnvironment;

/** Fills in the sources and sinks of the optimized plan of each statement set of plans.jsonl: `Plans FILE`. */
public final class Plans {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SETTING = Pattern.compile("SET '(.*)' = '(.*)'");
    private static final Pattern SCAN =
            Pattern.compile("TableSourceScan\\(table=\\[\\[default_catalog, default_database, ([^,\\]]*)");
    private static final Pattern SINK = Pattern.compile("Sink\\(table=\\[default_catalog.default_database.");

    public static void main(String[] arguments) throws Exception {
        List<String> lines = Files.readAllLines(Path.of(arguments[0]));
        String setup = JSON.readTree(lines.get(0)).get("setup").asText();
        System.out.println(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            ObjectNode row = (ObjectNode) JSON.readTree(line);
            row.remove(List.of("scans", "sinks", "refused"));
            try {
                record(row, setup);
            } catch (Throwable refusal) {
                row.put("refused", String.valueOf(refusal.getMessage()));
            }
            System.out.println(JSON.writeValueAsString(row));
        }
    }

    private static void record(ObjectNode row, String setup) {
        boolean batch = row.get("mode").asText().equals("batch");
        TableEnvironment tables =
                TableEnvironment.create(
                        batch ? EnvironmentSettings.inBatchMode() : EnvironmentSettings.inStreamingMode());
        for (String statement : setup.split(";\n")) {
            if (!statement.isBlank()) {
                tables.executeSql(statement);
            }
        }
        for (JsonNode setting : row.path("set")) {
            Matcher matcher = SETTING.matcher(setting.asText());
            if (matcher.find()) {
                tables.getConfig().set(matcher.group(1), matcher.group(2));
            }
        }
        StatementSet set = tables.createStatementSet();
        row.get("inserts").forEach(it -> set.addInsertSql(it.asText()));
        String plan = set.explain();
        // A MultipleInput prints its inputs once more on its own line.
        String nodes =
                plan.substring(plan.indexOf("== Optimized Execution Plan =="))
                        .replaceAll("MultipleInput[^\\n]*", "");
        ArrayNode scans = row.putArray("scans");
        SCAN.matcher(nodes).results().map(it -> it.group(1)).sorted().forEach(scans::add);
        row.put("sinks", SINK.matcher(nodes).results().count());
    }
}
