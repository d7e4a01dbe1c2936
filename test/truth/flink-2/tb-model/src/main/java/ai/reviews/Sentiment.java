package ai.reviews;

import static org.apache.flink.table.api.Expressions.*;

import org.apache.flink.table.api.*;

public class Sentiment {
  public static void main(String[] args) {
    TableEnvironment t = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    t.executeSql("CREATE TABLE reviews (id BIGINT, body STRING, stars INT, written_at TIMESTAMP(3)) WITH ('connector' = 'kafka', 'topic' = 'reviews', 'properties.bootstrap.servers' = 'ai:9092', 'scan.startup.mode' = 'earliest-offset', 'format' = 'json')");
    t.executeSql("CREATE TABLE scored (id BIGINT, stars INT, words BIGINT, mood STRING) WITH ('connector' = 'kafka', 'topic' = 'reviews.scored', 'properties.bootstrap.servers' = 'ai:9092', 'format' = 'json')");
    Table reviews = t.from("reviews")
        .dropColumns($("written_at"))
        .renameColumns($("body").as("text"))
        .addColumns($("text").split(" ").cardinality().cast(DataTypes.BIGINT()).as("words"))
        .addOrReplaceColumns(ifThenElse($("stars").isGreater(3), "good", "bad").as("mood"))
        .filter(and($("stars").between(1, 5), not($("text").similar("(spam|ads)%")), $("words").isGreater(2L)));
    Table selected = reviews.select(withoutColumns($("text")));
    selected.insertInto("scored").execute();
  }
}
