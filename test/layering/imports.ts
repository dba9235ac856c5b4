/** Reads the imports of TypeScript files: static, dynamic, bare, re-exports, and types. */
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";

/** One import. `from` and, unless it names a package, `to` are paths below src/, as in "model/plan.ts". */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** Gone after compilation. Such imports obey the layers too. */
  readonly typeOnly: boolean;
}

/** Stands for the target of `import(expression)`, which nobody can check. */
export const UNREADABLE = "<computed>";

/** Every TypeScript file below `root`, as sorted paths relative to it. */
export const sourceFiles = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"))
    .sort();

/** Every import of every file below `root`. */
export const readImports = (root: string): Import[] =>
  sourceFiles(root).flatMap((file) => importsOf(file, readFileSync(`${root}/${file}`, "utf8")));

/** The imports written in `text`, the content of `file`. */
export function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    const written = specifier !== undefined && ts.isStringLiteralLike(specifier) ? specifier.text : UNREADABLE;
    found.push({ from: file, to: written.startsWith(".") ? posix.join(posix.dirname(file), written) : written, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnlyImport(node.importClause));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, isTypeOnlyExport(node));
    else if (ts.isImportTypeNode(node)) add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    else if (ts.isExternalModuleReference(node)) add(node.expression, false);
    else if (ts.isCallExpression(node) && isModuleCall(node.expression)) add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, false, ts.ScriptKind.TS));
  return found;
}

const isModuleCall = (callee: ts.Expression): boolean =>
  callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require");

/** With `verbatimModuleSyntax`, `import { type A }` still loads the file, so only the keyword up front counts. */
const isTypeOnlyImport = (clause: ts.ImportClause | undefined): boolean => clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;

const isTypeOnlyExport = (declaration: ts.ExportDeclaration): boolean => declaration.isTypeOnly;
