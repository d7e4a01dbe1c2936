/** Whether the value of a setting is a credential: by what the key ends in, or by what the text holds. Placeholders are none. */
export function isCredential(key: string, text: string): boolean {
  if (text === "" || placeholder.test(text) || /^(true|false|none|null|\d+)$/i.test(text)) {
    return false;
  }
  return isInText(text) || (secretKey.test(key) && !/jaas/i.test(key));
}

/** What the deployment fills in, what hides something, and what is encrypted. */
const placeholder = /\$\{|\{\{|^\$\w+$|^%\w+%$|<[^>]+>|^\*+$|^ENC\(|^(env|file|secret|vault):/i;

/** `user:password@` of an address, `password=...` of JAAS, JDBC and the like. Long texts without the signs of either are many. */
function isInText(text: string): boolean {
  return (
    (text.includes("://") && inAddress.test(text)) || (text.includes("=") && inPair.test(text))
  );
}

const inAddress = /[a-z][a-z0-9+.-]*:\/\/[^\s/@:]+:[^\s/@]+@/i;
const inPair =
  /(?:^|[\s;&?,"'])(?:password|passwd|pwd|secret|token|api[._-]?key)\s*=\s*(?:"[^"]+"|[^\s;&,"']+)/i;

/** A key that merely is about such a thing (`sasl.oauthbearer.token.endpoint.url`) ends otherwise. */
const secretKey =
  /(?:^|[._-]|[a-z])(?:password|passwd|passphrase|secret|token|jaas[._-]?config|user[._-]?info|(?:private|access|secret|api|account)[._-]?key(?:[._-]?id)?)$/i;
