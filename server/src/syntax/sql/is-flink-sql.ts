/**
 * Whether a SQL text shows that it is written for Flink. Without a sign the answer is no: other people's SQL is left alone.
 * The signs are listed for users in `test/workspace/is-flink-sql.md`.
 */
export function isFlinkSql(text: string): boolean {
  if (flinkFirstLine.test(text)) {
    return true;
  }
  const words = wordsOf(text);
  return signs.some((it) => it.test(words)) && !foreignSigns.some((it) => it.test(words));
}

/** The file names that are Flink SQL whatever they hold. */
export function hasFlinkSqlName(path: string): boolean {
  return /\.(?:flink\.sql|flinksql|fsql)$/i.test(path);
}

/** The word alone: `-- flink-shop, tables of the warehouse` is the name of a project. */
const flinkFirstLine = /^\ufeff?\s*--\s*flink(?![\w./-])/i;

// The patterns run over the text's words as `wordsOf` writes them: comments gone, one blank between two words.
const signs: readonly RegExp[] = [
  /\bWITH \( (?:'[^']*' = '[^']*' , )*'connector(?:\.type)?' =/,
  /\bWATERMARK FOR \S+ (?:\. \S+ )*AS\b/,
  /\b(?:EXECUTE|BEGIN) STATEMENT SET\b/,
  /\bSTATEMENT SET BEGIN\b/,
  /(?:^|; )SET '[^']*' = '/,
  // SQL Server, MariaDB and BigQuery know the clause too, with literals, variables and functions.
  /\bFOR SYSTEM_TIME AS OF (?:PROCTIME \(|(?!TIMESTAMP ')[A-Z_`]\S*(?: \. \S+)*(?! [(.]))(?: |$)/,
  /\bDESCRIPTOR \(/,
  /\bCREATE CATALOG (?:IF NOT EXISTS )?\S+ (?:COMMENT '[^']*' )?WITH \( '/,
];

/** What only the neighbours write: RisingWave, Arroyo, Materialize, ksqlDB, Hazelcast, Feldera, Trino. And the places that a template leaves to be filled. */
const foreignSigns: readonly RegExp[] = [
  /\bWITH \( (?:[^()']+ = '[^']*' , )*CONNECTOR =/,
  /\bCREATE (?:OR REPLACE )?(?:EXTERNAL )?(?:SOURCE|SINK|STREAM|MAPPING)\b/,
  /\bIMPOSE_ORDER \(/,
  /'connectors' =/,
  /\{ [{%]|\$ \{/,
  /\bTABLE \( [A-Z_`"][^ ]* (?:\. \S+ )*\)/,
];

const word =
  /--[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|`[^`]*(?:`|$)|\$(\w*)\$[\s\S]*?\$\1\$|\w+|[^\s\w]/g;

/** The words of a text in upper case, one blank between two. A string keeps its letters only if it is as plain as an option's key. */
function wordsOf(text: string): string {
  const words: string[] = [];
  for (const [token] of text.matchAll(word)) {
    if (token.startsWith("--") || token.startsWith("/*")) {
      continue;
    }
    if (token.startsWith("'")) {
      words.push(/^'[\w.-]*'$/.test(token) ? token : "'?'");
    } else if (/^[`"$]./.test(token)) {
      words.push(/^`\w+`$/.test(token) ? token : '"?"');
    } else {
      words.push(token.toUpperCase());
    }
  }
  return words.join(" ");
}
