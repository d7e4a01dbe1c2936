import { Language as Grammar, Parser, type TreeCursor } from "web-tree-sitter";

/**
 * A node of a syntax tree, as plain data: tree-sitter's own trees live in the memory of the wasm module and never leave this file.
 * Offsets are UTF-16 units (checked with an emoji before the node).
 */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is a rule of the grammar, not a bare token. */
  readonly named: boolean;
  /** Put in by the parser, to recover. */
  readonly missing: boolean;
  /** Its field in the parent. */
  readonly field: string | undefined;
  readonly children: readonly SyntaxNode[];
}

const parsers = new Map<string, Parser>();
let ready: Promise<void> | undefined;

/** Makes a grammar known, once, before anything is parsed. The bytes are read by the caller: nothing here does I/O. */
export async function loadGrammar(
  grammar: string,
  wasm: { readonly runtime: Uint8Array; readonly grammar: Uint8Array },
): Promise<void> {
  // The option's type wants more of Emscripten's module than is used.
  ready ??= Parser.init({ wasmBinary: wasm.runtime } as unknown as Parameters<
    typeof Parser.init
  >[0]);
  await ready;
  if (!parsers.has(grammar)) {
    const parser = new Parser();
    parser.setLanguage(await Grammar.load(wasm.grammar));
    parsers.set(grammar, parser);
  }
}

/** The tree of any text; undefined where the grammar is not loaded. Parse, copy and delete in one synchronous call. */
export function parseTree(grammar: string, text: string): SyntaxNode | undefined {
  const tree = parsers.get(grammar)?.parse(text);
  if (tree === null || tree === undefined) {
    return undefined;
  }
  const cursor = tree.walk();
  try {
    return copy(cursor);
  } finally {
    cursor.delete();
    tree.delete();
  }
}

interface Growing extends SyntaxNode {
  readonly children: Growing[];
}

/** Without recursion: trees may be as deep as the text is long. */
function copy(cursor: TreeCursor): SyntaxNode {
  const root = nodeAt(cursor);
  const above: Growing[] = [];
  let node = root;
  for (;;) {
    if (cursor.gotoFirstChild()) {
      above.push(node);
    } else {
      while (!cursor.gotoNextSibling()) {
        cursor.gotoParent();
        above.pop();
        if (above.length === 0) {
          return root;
        }
      }
      if (above.length === 0) {
        return root;
      }
    }
    node = nodeAt(cursor);
    above[above.length - 1]?.children.push(node);
  }
}

function nodeAt(cursor: TreeCursor): Growing {
  return {
    type: cursor.nodeType,
    start: cursor.startIndex,
    end: cursor.endIndex,
    named: cursor.nodeIsNamed,
    missing: cursor.nodeIsMissing,
    field: cursor.currentFieldName ?? undefined,
    children: [],
  };
}
