/** What stands in the place of a secret in everything that is shown. */
const hidden = "******";

/** An option's value as it may be shown: secrets hidden, by the option's key and by what the text looks like. */
export function redactedOption(key: string, value: string): string {
  return secretKey.test(key) ? hidden : redactedText(value);
}

/** A text without the credentials in it: user info and secret parameters of addresses, passwords of JAAS and the like. */
export function redactedText(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${hidden}@`)
    .replace(
      /((?:password|passwd|pwd|secret|token|api[._-]?key|access[._-]?key|user)\s*=\s*)(?:"[^"]*"|[^\s;&,"']+)/gi,
      `$1${hidden}`,
    );
}

const secretKey =
  /(?:password|passwd|passphrase|secret|token|credential|jaas|private[._-]?key|access[._-]?key|api[._-]?key|account[._-]?key|sas|(?:^|[._-])(?:user(?:name)?|auth)$)/i;
