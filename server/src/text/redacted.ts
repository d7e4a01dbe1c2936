/** What stands in the place of a secret in everything that is shown. */
const hidden = "******";

/** An option's value as it may be shown: secrets hidden, by the option's key and by what the text looks like. */
export function redactedOption(key: string, value: string): string {
  return secretKey.test(key) ? hidden : redactedText(value);
}

/** A text without the credentials in it: user info and secret parameters of addresses, passwords of JAAS and the like. */
export function redactedText(text: string): string {
  return withoutSecrets(text).replace(/(\buser(?:name)?\s*=\s*)[^\s;&,"']+/gi, `$1${hidden}`);
}

/** A text without the secrets in it. The name of a user alone is none. */
export function withoutSecrets(text: string): string {
  // Most texts have neither sign; the patterns cost more than they do.
  return text.includes("@") || text.includes("=") ? withoutMarked(text) : text;
}

function withoutMarked(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${hidden}@`)
    .replace(
      /((?:password|passwd|pwd|secret|token|api[._-]?key|access[._-]?key)\s*=\s*)(?:"[^"]*"|[^\s;&,"']+)/gi,
      `$1${hidden}`,
    );
}

/** What is said where a secret is hidden in an event. */
export const hiddenNote = `A credential is hidden here as ${hidden}. The connector sends it as it is.`;

/** A JSON value with the secrets in its texts hidden, and whether there were any. */
export function secretsHidden<T>(value: T): { readonly shown: T; readonly hides: boolean } {
  let hides = false;
  const shownOf = (it: unknown): unknown => {
    if (typeof it === "string") {
      const shown = withoutSecrets(it);
      hides ||= shown !== it;
      return shown;
    }
    if (Array.isArray(it)) {
      return it.map(shownOf);
    }
    return typeof it === "object" && it !== null
      ? Object.fromEntries(Object.entries(it).map(([key, inner]) => [key, shownOf(inner)]))
      : it;
  };
  const shown = shownOf(value) as T;
  // Nothing hidden is the value itself: what is kept for it stays found.
  return hides ? { shown, hides } : { shown: value, hides };
}

const secretKey =
  /(?:password|passwd|passphrase|secret|token|credential|jaas|private[._-]?key|access[._-]?key|api[._-]?key|account[._-]?key|sas|(?:^|[._-])(?:user(?:name)?|auth)$)/i;
