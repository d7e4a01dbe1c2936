import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.operations.QueryOperation;

/** Fills in the type that Flink's planner gives each expression of function-types.jsonl: `Types FILE`. Needs a connector `any` that takes all options. */
public final class Types {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] arguments) throws Exception {
        List<String> lines = Files.readAllLines(Path.of(arguments[0]));
        TableEnvironmentImpl tables =
                (TableEnvironmentImpl) TableEnvironment.create(EnvironmentSettings.inStreamingMode());
        tables.executeSql(JSON.readTree(lines.get(0)).get("setup").asText().replaceAll(";\\s*$", ""));
        System.out.println(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            ObjectNode row = (ObjectNode) JSON.readTree(line);
            row.remove(List.of("type", "refused"));
            String over = row.has("over") ? " OVER (PARTITION BY s ORDER BY ts)" : "";
            String group = row.has("grouped") ? " GROUP BY s" : "";
            String query = "SELECT " + row.get("expression").asText() + over + " AS c FROM t" + group;
            try {
                QueryOperation operation = (QueryOperation) tables.getParser().parse(query).get(0);
                row.put("type", operation.getResolvedSchema().getColumnDataTypes().get(0).toString());
            } catch (Throwable refusal) {
                row.put("refused", true);
            }
            System.out.println(JSON.writeValueAsString(row));
        }
    }
}
