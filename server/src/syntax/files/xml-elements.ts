import type { Range } from "../../text/range.ts";

/** An element with its place in the text. */
export interface XmlElement {
  /** Without the name space's prefix. */
  readonly name: string;
  /** From `<` to `>`. */
  readonly range: Range;
  /** What stands between its tags. */
  readonly content: Range;
  readonly children: readonly XmlElement[];
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
}

/** The outermost elements of a text; tags that do not match end where their parent ends. Comments hold no elements. */
export function xmlElements(text: string): readonly XmlElement[] {
  const tops: XmlElement[] = [];
  const open: OpenElement[] = [];
  const close = (contentEnd: number, end: number): void => {
    const element = open.pop();
    if (element !== undefined) {
      const done = {
        ...element,
        range: { start: element.range.start, end },
        content: { start: element.content.start, end: contentEnd },
      };
      (open.at(-1)?.children ?? tops).push(done);
    }
  };
  for (const match of text.matchAll(tags)) {
    const [written, slash, fullName = "", own] = match;
    const name = fullName.replace(/^.*:/, "");
    const end = match.index + written.length;
    if (fullName === "") {
      continue;
    }
    if (slash === "/") {
      const depth = open.findLastIndex((it) => it.name === name);
      while (depth >= 0 && open.length > depth) {
        close(match.index, open.length === depth + 1 ? end : match.index);
      }
    } else {
      const range = { start: match.index, end };
      open.push({ name, range, content: { start: end, end }, children: [] });
      if (own === "/") {
        close(end, end);
      }
    }
  }
  while (open.length > 0) {
    close(text.length, text.length);
  }
  return tops;
}

const tags =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w:.-]*)(?:\s(?:[^"'<>]|"[^"]*"|'[^']*')*?)?(\/?)>/g;

/** The first element at a path of names; undefined where a part of it is missing. */
export function elementAt(
  elements: readonly XmlElement[],
  ...path: readonly string[]
): XmlElement | undefined {
  const [first, ...rest] = path;
  const found = elements.find((it) => it.name === first);
  return found === undefined || rest.length === 0 ? found : elementAt(found.children, ...rest);
}

/** The text of a child without elements in it, blanks cut; undefined where there is none. */
export function childText(text: string, element: XmlElement, name: string): string | undefined {
  const child = elementAt(element.children, name);
  return child && text.slice(child.content.start, child.content.end).trim();
}
