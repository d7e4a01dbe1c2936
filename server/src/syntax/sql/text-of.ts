/** The name inside back-ticks, or inside `U&"..."`. */
export function unquotedIdentifier(image: string): string {
  if (image.charCodeAt(0) === 96) {
    const inner = image.slice(1, -1);
    return inner.includes("`") ? inner.replaceAll("``", "`") : inner;
  }
  return unescapedUnicode(image.slice(3, -1).replaceAll('""', '"'), "\\") ?? image;
}

/** The value of a plain literal: without its quotes, doubled ones single. */
export function unquotedString(image: string, open = 0): string {
  const inner = image.slice(open + 1, -1);
  return inner.includes("'") ? inner.replaceAll("''", "'") : inner;
}

/** `\0041` and `\+000041`, with the given escape character; undefined where one is malformed. */
export function unescapedUnicode(text: string, mark: string): string | undefined {
  if (!text.includes(mark)) {
    return text;
  }
  let result = "";
  for (let index = 0; index < text.length; ) {
    const character = text.charAt(index);
    if (character !== mark) {
      result += character;
      index++;
      continue;
    }
    if (text.charAt(index + 1) === mark) {
      result += mark;
      index += 2;
      continue;
    }
    const isLong = text.charAt(index + 1) === "+";
    const from = index + (isLong ? 2 : 1);
    const digits = text.slice(from, from + (isLong ? 6 : 4));
    if (!/^[0-9a-fA-F]+$/.test(digits) || digits.length !== (isLong ? 6 : 4)) {
      return undefined;
    }
    const code = Number.parseInt(digits, 16);
    if (code > 0x10ffff) {
      return undefined;
    }
    result += String.fromCodePoint(code);
    index = from + digits.length;
  }
  return result;
}

const simpleEscapes: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** The value of `E'...'` with its backslash escapes; undefined where one is malformed. */
export function unescapedString(image: string): string | undefined {
  const text = image.slice(2, -1).replaceAll("''", "'");
  let isMalformed = false;
  const result = text.replace(
    /\\(?:u(....)?|U(.{8})?|x([0-9a-fA-F]{1,2})|([0-7]{1,3})|([\s\S]))/g,
    (whole, four, eight, hexadecimal, octal, other) => {
      if (other !== undefined) {
        return simpleEscapes[other] ?? other;
      }
      const digits = four ?? eight ?? hexadecimal;
      const code =
        octal === undefined ? Number.parseInt(digits ?? "", 16) : Number.parseInt(octal, 8);
      if (octal === undefined && !/^[0-9a-fA-F]+$/.test(digits ?? "")) {
        isMalformed = true;
        return whole;
      }
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    },
  );
  return isMalformed ? undefined : result;
}
