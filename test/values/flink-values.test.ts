import { beforeAll, expect, test } from "vitest";
import { loadJava, told } from "./told.ts";

beforeAll(loadJava);

test("the fields of a tuple are what it was made of", () => {
  expect(
    told(
      `static Tuple2<String, String> pair() { return Tuple2.of("orders", "payments"); }
       public static void main(String[] args) { Out.tell(pair().f0, pair().f1); }`,
      "import org.apache.flink.api.java.tuple.Tuple2;",
    ),
  ).toEqual(["orders", "payments"]);
});

test("parameters that an environment keeps are the ones that were set", () => {
  expect(
    told(
      `static String topic(StreamExecutionEnvironment env) {
         ParameterTool parameters = (ParameterTool) env.getConfig().getGlobalJobParameters();
         return parameters.get("topic");
       }
       public static void main(String[] args) {
         StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
         env.getConfig().setGlobalJobParameters(ParameterTool.fromMap(Map.of("topic", "orders")));
         Out.tell(topic(env));
       }`,
      `import java.util.Map;
       import org.apache.flink.api.java.utils.ParameterTool;
       import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;`,
    ),
  ).toEqual(["orders"]);
});
