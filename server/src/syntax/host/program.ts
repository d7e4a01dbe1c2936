import type { Range } from "../../text/range.ts";

/**
 * The neutral program: what the evaluator needs of a source file, the same for every host language.
 * Nothing is resolved here: names and types stay as written, so that a unit is a pure function of one text.
 * Dropped: access modifiers, `throws`, comments, parentheses, bounds of generics.
 */

/** One source file. */
export interface Unit {
  readonly path: string;
  /** Dotted; "" for none. */
  readonly package: string;
  readonly imports: readonly Import[];
  readonly types: readonly TypeDeclaration[];
  /** Functions outside every type (Kotlin, Python); none in Java. */
  readonly functions: readonly Method[];
  /** Statements outside every type (Python); none in Java. */
  readonly body: readonly Statement[];
  /** Places that the parser could not read. */
  readonly errors: readonly SyntaxIssue[];
}

export interface SyntaxIssue {
  readonly range: Range;
  readonly kind: "error" | "missing";
}

export interface Import {
  /** Dotted: `java.util.List`, `java.util` for `java.util.*`, `a.B.c` for a static import. */
  readonly path: string;
  readonly star: boolean;
  readonly static: boolean;
  /** Another name for it (`import a.B as C`), where the language has that. */
  readonly alias?: string;
  readonly range: Range;
}

export type TypeKind = "class" | "interface" | "enum" | "record" | "annotation" | "anonymous";

export interface TypeDeclaration {
  readonly kind: "type";
  readonly typeKind: TypeKind;
  /** "" for an anonymous class. */
  readonly name: string;
  readonly typeParameters: readonly string[];
  /** The class it extends; for an anonymous class the type written after `new`. */
  readonly extends: WrittenType | undefined;
  readonly implements: readonly WrittenType[];
  readonly fields: readonly Field[];
  readonly methods: readonly Method[];
  readonly constructors: readonly Method[];
  readonly initialisers: readonly Initialiser[];
  readonly constants: readonly EnumConstant[];
  /** The components of a record, in order. */
  readonly components: readonly Parameter[];
  readonly types: readonly TypeDeclaration[];
  readonly annotations: readonly Annotation[];
  /** Whether it has no outer instance. */
  readonly static: boolean;
  readonly abstract: boolean;
  readonly range: Range;
  readonly nameRange: Range;
}

/** A type as it is written: `Map.Entry<String, Long>[]`; the name has no arguments in it. `var` is the name `var`. */
export interface WrittenType {
  readonly name: string;
  readonly arguments: readonly WrittenType[];
  readonly dimensions: number;
  readonly range: Range;
}

export interface AnnotationArgument {
  readonly name: string;
  readonly value: Expression;
  /** Where the value is an annotation itself. */
  readonly inner?: Annotation;
  /** Where the value is an array of annotations. */
  readonly inners?: readonly Annotation[];
}

export interface Annotation {
  readonly name: string;
  /** `@A(x)` is the argument `value`. */
  readonly arguments: readonly AnnotationArgument[];
  readonly range: Range;
}

export interface Field {
  readonly name: string;
  readonly type: WrittenType | undefined;
  readonly static: boolean;
  readonly final: boolean;
  readonly access: Access;
  readonly transient: boolean;
  readonly value: Expression | undefined;
  readonly annotations: readonly Annotation[];
  /** Its place among fields and initialisers of the type: both run in this order. */
  readonly order: number;
  readonly range: Range;
  readonly nameRange: Range;
}

export type Access = "public" | "protected" | "private" | "package";

export interface Initialiser {
  readonly static: boolean;
  readonly body: readonly Statement[];
  readonly order: number;
  readonly range: Range;
}

export interface EnumConstant {
  readonly name: string;
  readonly arguments: readonly Expression[];
  /** Its class body, as an anonymous type. */
  readonly body: TypeDeclaration | undefined;
  readonly range: Range;
  readonly nameRange: Range;
}

export interface Method {
  /** "" for a constructor. */
  readonly name: string;
  readonly typeParameters: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly returns: WrittenType | undefined;
  readonly static: boolean;
  readonly access: Access;
  /** Undefined for an abstract or native method. */
  readonly body: readonly Statement[] | undefined;
  readonly annotations: readonly Annotation[];
  readonly range: Range;
  readonly nameRange: Range;
}

export interface Parameter {
  readonly name: string;
  readonly type: WrittenType | undefined;
  readonly varargs: boolean;
  /** A default value, where the language has that. */
  readonly value?: Expression;
  readonly annotations: readonly Annotation[];
  readonly range: Range;
}

// Statements

export type Statement =
  | LocalStatement
  | ExpressionStatement
  | IfStatement
  | EachStatement
  | LoopStatement
  | SwitchStatement
  | BlockStatement
  | TryStatement
  | ReturnStatement
  | YieldStatement
  | ThrowStatement
  | JumpStatement
  | ConstructorCall
  | TypeDeclaration;

export interface LocalStatement {
  readonly kind: "local";
  readonly name: string;
  readonly type: WrittenType | undefined;
  readonly value: Expression | undefined;
  readonly range: Range;
  readonly nameRange: Range;
}

export interface ExpressionStatement {
  readonly kind: "expression";
  readonly expression: Expression;
  readonly range: Range;
}

export interface IfStatement {
  readonly kind: "if";
  readonly condition: Expression;
  readonly whenTrue: Statement;
  readonly whenFalse: Statement | undefined;
  readonly range: Range;
}

/** `for (T x : xs)`. */
export interface EachStatement {
  readonly kind: "each";
  readonly label: string | undefined;
  readonly variable: Pattern;
  readonly collection: Expression;
  readonly body: Statement;
  readonly range: Range;
}

export interface LoopStatement {
  readonly kind: "loop";
  readonly label: string | undefined;
  readonly initial: readonly Statement[];
  /** Undefined: for ever. */
  readonly condition: Expression | undefined;
  readonly step: readonly Expression[];
  readonly body: Statement;
  /** False for `do … while`. */
  readonly testFirst: boolean;
  readonly range: Range;
}

export interface SwitchStatement {
  readonly kind: "switch";
  readonly label: string | undefined;
  readonly subject: Expression;
  readonly cases: readonly SwitchCase[];
  readonly range: Range;
}

export interface SwitchCase {
  readonly labels: readonly CaseLabel[];
  readonly guard: Expression | undefined;
  readonly body: readonly Statement[];
  /** `case x ->`: no falling through; in a switch expression one expression statement is its value. */
  readonly arrow: boolean;
  readonly range: Range;
}

export type CaseLabel =
  | { readonly kind: "default" }
  | { readonly kind: "value"; readonly value: Expression }
  | { readonly kind: "pattern"; readonly pattern: Pattern };

/** A type with a name for what has it; a record pattern has nested ones. */
export interface Pattern {
  readonly type: WrittenType | undefined;
  readonly name: string | undefined;
  readonly parts: readonly Pattern[];
  readonly range: Range;
}

export interface BlockStatement {
  readonly kind: "block";
  readonly label: string | undefined;
  readonly body: readonly Statement[];
  readonly range: Range;
}

export interface TryStatement {
  readonly kind: "try";
  readonly resources: readonly (LocalStatement | ExpressionStatement)[];
  readonly body: readonly Statement[];
  readonly catches: readonly CatchClause[];
  readonly finally: readonly Statement[] | undefined;
  readonly range: Range;
}

export interface CatchClause {
  readonly types: readonly WrittenType[];
  readonly name: string;
  readonly body: readonly Statement[];
  readonly range: Range;
}

export interface ReturnStatement {
  readonly kind: "return";
  readonly value: Expression | undefined;
  readonly range: Range;
}

export interface YieldStatement {
  readonly kind: "yield";
  readonly value: Expression;
  readonly range: Range;
}

export interface ThrowStatement {
  readonly kind: "throw";
  readonly value: Expression;
  readonly range: Range;
}

export interface JumpStatement {
  readonly kind: "jump";
  readonly jump: "break" | "continue";
  readonly label: string | undefined;
  readonly range: Range;
}

/** `super(…)` or `this(…)`. */
export interface ConstructorCall {
  readonly kind: "constructorCall";
  readonly target: "super" | "this";
  readonly arguments: readonly Expression[];
  readonly range: Range;
}

// Expressions

export type Expression =
  | ConstantExpression
  | NameExpression
  | ThisExpression
  | SuperExpression
  | GetExpression
  | CallExpression
  | NewExpression
  | OperatorExpression
  | ConditionalExpression
  | AssignExpression
  | LambdaExpression
  | ReferenceExpression
  | ArrayExpression
  | IndexExpression
  | CastExpression
  | ClassExpression
  | TypeTestExpression
  | SwitchExpression
  | UnreadExpression;

export interface ConstantExpression {
  readonly kind: "constant";
  readonly value: string | number | bigint | boolean | null;
  readonly type: "string" | "char" | "int" | "long" | "float" | "double" | "boolean" | "null";
  /** The literal with its quotes. */
  readonly range: Range;
  /** For a text: where its characters stand in the source, in order. */
  readonly stretches: readonly Stretch[];
}

/**
 * `length` characters of a decoded text from its offset `at` on, and where they stand.
 * Where `range` is as long as `length`, character by character; else (an escape) all of them stand at all of `range`.
 */
export interface Stretch {
  readonly at: number;
  readonly length: number;
  readonly range: Range;
}

export interface NameExpression {
  readonly kind: "name";
  readonly name: string;
  readonly range: Range;
}

/** `this`, or with a type `Outer.this`. */
export interface ThisExpression {
  readonly kind: "this";
  readonly type: string | undefined;
  readonly range: Range;
}

/** `super`, or with a type `Interface.super`. */
export interface SuperExpression {
  readonly kind: "super";
  readonly type: string | undefined;
  readonly range: Range;
}

/** `object.name`; the object may turn out to be a type or a package. */
export interface GetExpression {
  readonly kind: "get";
  readonly object: Expression;
  readonly name: string;
  readonly range: Range;
  readonly nameRange: Range;
}

export interface CallExpression {
  readonly kind: "call";
  readonly object: Expression | undefined;
  readonly name: string;
  readonly typeArguments: readonly WrittenType[];
  readonly arguments: readonly Expression[];
  readonly range: Range;
  readonly nameRange: Range;
}

export interface NewExpression {
  readonly kind: "new";
  readonly type: WrittenType;
  /** The outer object of `outer.new Inner()`. */
  readonly outer: Expression | undefined;
  readonly arguments: readonly Expression[];
  readonly body: TypeDeclaration | undefined;
  readonly range: Range;
  readonly nameRange: Range;
}

/**
 * Operators as Java writes them; `-x` has one operand, `x++` and `x--` are `assign`.
 * A chain of one associative operator has all its operands in order (`a + b + c` is one node), so that depth stays small.
 */
export interface OperatorExpression {
  readonly kind: "operator";
  readonly operator: string;
  readonly operands: readonly Expression[];
  readonly range: Range;
}

export interface ConditionalExpression {
  readonly kind: "conditional";
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
  readonly range: Range;
}

export interface AssignExpression {
  readonly kind: "assign";
  readonly target: Expression;
  /** "" for `=`, else the operator before it: `+` for `+=`, `x++` and `++x`. */
  readonly operator: string;
  readonly value: Expression;
  /** Whether its value is the one from before: `x++`. */
  readonly postfix: boolean;
  readonly range: Range;
}

export interface LambdaExpression {
  readonly kind: "lambda";
  readonly parameters: readonly Parameter[];
  readonly body: Expression | readonly Statement[];
  readonly range: Range;
}

/** `object::name`; `new` is the name of a constructor. */
export interface ReferenceExpression {
  readonly kind: "reference";
  readonly object: Expression;
  readonly name: string;
  readonly range: Range;
  readonly nameRange: Range;
}

/** `new T[]{…}`, `{…}`, or `new T[n]` (only `lengths`). */
export interface ArrayExpression {
  readonly kind: "array";
  readonly type: WrittenType | undefined;
  readonly items: readonly Expression[] | undefined;
  readonly lengths: readonly Expression[];
  readonly range: Range;
}

export interface IndexExpression {
  readonly kind: "index";
  readonly object: Expression;
  readonly index: Expression;
  readonly range: Range;
}

export interface CastExpression {
  readonly kind: "cast";
  readonly type: WrittenType;
  readonly value: Expression;
  readonly range: Range;
}

/** `T.class`. */
export interface ClassExpression {
  readonly kind: "class";
  readonly type: WrittenType;
  readonly range: Range;
}

export interface TypeTestExpression {
  readonly kind: "typeTest";
  readonly value: Expression;
  readonly pattern: Pattern;
  readonly range: Range;
}

export interface SwitchExpression {
  readonly kind: "switchExpression";
  readonly subject: Expression;
  readonly cases: readonly SwitchCase[];
  readonly range: Range;
}

/** What the front end does not read; nothing disappears. */
export interface UnreadExpression {
  readonly kind: "unread";
  /** The kind of the tree's node. */
  readonly node: string;
  readonly range: Range;
}
