package gen;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.table.api.*;
import org.apache.flink.table.types.DataType;

public class GenericIngest {
  private static final Map<Class<?>, DataType> TYPES = Map.of(String.class, DataTypes.STRING(), Long.class, DataTypes.BIGINT(), Integer.class, DataTypes.INT(), Double.class, DataTypes.DOUBLE());

  record Field(String name, Class<?> type, boolean key) {
    Field(String name, Class<?> type) {
      this(name, type, false);
    }
  }

  record Entity(String name, List<Field> fields) {
    Schema schema() {
      Schema.Builder builder = Schema.newBuilder();
      fields.forEach(it -> builder.column(it.name(), it.key() ? TYPES.get(it.type()).notNull() : TYPES.get(it.type())));
      List<String> keys = fields.stream().filter(Field::key).map(Field::name).toList();
      return keys.isEmpty() ? builder.build() : builder.primaryKey(keys).build();
    }
  }

  private static final List<Entity> ENTITIES = List.of(
      new Entity("device", List.of(new Field("id", Long.class, true), new Field("model", String.class), new Field("age", Integer.class))),
      new Entity("reading", List.of(new Field("device_id", Long.class), new Field("value", Double.class))));

  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    Function<Entity, TableDescriptor> source = it -> TableDescriptor.forConnector("kafka").schema(Schema.newBuilder().fromColumns(it.schema().getColumns()).build())
        .option("topic", "raw." + it.name()).option("properties.bootstrap.servers", "gen:9092").option("scan.startup.mode", "earliest-offset").format("json").build();
    StatementSet set = t.createStatementSet();
    for (Entity entity : ENTITIES) {
      t.createTemporaryTable("raw_" + entity.name(), source.apply(entity));
      TableDescriptor.Builder sink = TableDescriptor.forConnector("jdbc").schema(entity.schema()).option("url", "jdbc:postgresql://gen-db:5432/iot?sslmode=require").option("table-name", "iot." + entity.name());
      set.addInsert(sink.build(), t.from("raw_" + entity.name()));
    }
    set.execute();
  }
}
