import java.io.StringReader;
import java.util.TreeMap;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;
import org.apache.flink.sql.parser.impl.FlinkSqlParserImpl;

/** Prints each word of Flink's grammar, with `R` where it is reserved and `n` where it may be a name. */
public final class Keywords {
    public static void main(String[] arguments) {
        SqlAbstractParserImpl.Metadata metadata =
                FlinkSqlParserImpl.FACTORY.getParser(new StringReader("")).getMetadata();
        TreeMap<String, String> words = new TreeMap<>();
        for (String token : metadata.getTokens()) {
            if (token.matches("[A-Za-z_][A-Za-z0-9_]*") && metadata.isKeyword(token)) {
                words.put(token, metadata.isNonReservedKeyword(token) ? "n" : "R");
            }
        }
        words.forEach((word, state) -> System.out.println(word + " " + state));
    }
}
