import { readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import ts from 'typescript';

/** One import of a source file, type-only ones and dynamic ones too. */
export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path from the root of the repository for a relative one, else null. */
  readonly path: string | null;
  /** Nothing of it is left when the file runs. */
  readonly typeOnly: boolean;
}

/** A parsed source file; `path` counts from the root of the repository, with slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

export const parse = (path: string, text: string): Source => ({
  path,
  text,
  tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS),
});

export const readSource = (root: string, path: string): Source => parse(path, readFileSync(join(root, path), 'utf8'));

/** The first folder of a path: the room. */
export const roomOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');

function visit(node: ts.Node, by: (node: ts.Node) => void): void {
  by(node);
  node.forEachChild((child) => visit(child, by));
}

/** Every node of a file that fits, as `path:line found`. */
function findings(source: Source, describe: (node: ts.Node) => string | null): string[] {
  const found: string[] = [];
  visit(source.tree, (node) => {
    const description = describe(node);
    if (description === null) return;
    const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree));
    found.push(`${source.path}:${line + 1} ${description}`);
  });
  return found;
}

export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const { text } = specifier;
    const isRelative = text.startsWith('.');
    // Vite's queries (`?url`, `?raw`) name the same file.
    const target = join(dirname(source.path), text.replace(/\?.*$/, ''));
    found.push({ specifier: text, path: isRelative ? target.split(sep).join('/') : null, typeOnly });
  };
  visit(source.tree, (node) => {
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause;
      const named = clause?.namedBindings;
      const onlyTypes =
        clause?.name === undefined && named !== undefined && ts.isNamedImports(named) && named.elements.length > 0
          ? named.elements.every((element) => element.isTypeOnly)
          : false;
      add(node.moduleSpecifier, clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || onlyTypes);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
  });
  return found;
}

/** Chains of files that import each other in a circle, as `a → b → a`; each circle once. */
export function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const finished = new Set<string>();
  const walk = (file: string, chain: readonly string[]): void => {
    const start = chain.indexOf(file);
    if (start >= 0) {
      circles.push([...chain.slice(start), file].join(' → '));
      return;
    }
    if (finished.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...chain, file]);
    finished.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return circles;
}

const outsideWorld = new Set([
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'console',
  'process',
  'globalThis',
  'document',
  'fetch',
  'crypto',
]);

const isNamed = (node: ts.Node, name: string): boolean => ts.isIdentifier(node) && node.text === name;

/** Whether an identifier stands for a variable, not for a property or a key. */
function isVariable(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent)) return parent.getChildAt(0) === node;
  return !('name' in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent));
}

/** Clock, chance, timers, output: nothing that a pure room may touch. */
export const impurities = (source: Source): string[] =>
  findings(source, (node) => {
    if (ts.isPropertyAccessExpression(node)) {
      if (isNamed(node.expression, 'Date') && node.name.text === 'now') return 'Date.now';
      if (isNamed(node.expression, 'Math') && node.name.text === 'random') return 'Math.random';
    }
    if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && !node.arguments?.length) return 'new Date()';
    if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) return 'Date()';
    if (ts.isIdentifier(node) && outsideWorld.has(node.text) && isVariable(node)) return node.text;
    return null;
  });

/** `any` in types, and comments that silence the compiler. */
export const untyped = (source: Source): string[] => [
  ...findings(source, (node) => (node.kind === ts.SyntaxKind.AnyKeyword ? 'any' : null)),
  // Split, so that this file does not find itself.
  ...[...source.text.matchAll(new RegExp(`@ts-${'(ignore|nocheck)'}\\b`, 'g'))].map(
    ([comment]) => `${source.path} ${comment}`,
  ),
];

/** Blocks that catch an error and do nothing, also as `.catch(() => {})`. */
export const silentCatches = (source: Source): string[] =>
  findings(source, (node) => {
    if (ts.isCatchClause(node)) return node.block.statements.length === 0 ? 'catch {}' : null;
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
    const [handler] = node.arguments;
    if (node.expression.name.text !== 'catch' || !handler) return null;
    const isFunction = ts.isArrowFunction(handler) || ts.isFunctionExpression(handler);
    return isFunction && ts.isBlock(handler.body) && handler.body.statements.length === 0 ? '.catch(() => {})' : null;
  });

const isTemplatePart = (node: ts.Node): node is ts.TemplateLiteralLikeNode =>
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node);

/** Whether a text has a letter that only Vietnamese (or another accented language) writes. */
const hasAccent = (text: string): boolean => /[đĐ]|\p{L}\p{M}/u.test(text.normalize('NFD'));

/** Words for people written into code: accented text in any string, and words between tags or in spoken attributes of a template. */
export const literalTexts = (source: Source): string[] =>
  findings(source, (node) => {
    if ((ts.isStringLiteral(node) || isTemplatePart(node)) && hasAccent(node.text)) return JSON.stringify(node.text);
    if (!ts.isTaggedTemplateExpression(node) || !/^(html|svg)$/.test(node.tag.getText(source.tree))) return null;
    const { template } = node;
    const markup = ts.isNoSubstitutionTemplateLiteral(template)
      ? template.text
      : [template.head.text, ...template.templateSpans.map((span) => span.literal.text)].join('\uE000');
    return wordsInMarkup(markup);
  });

/** Styles written as attributes, by `style=` in a template or by Lit's styleMap at its first render: the page's content policy refuses both. */
export const inlineStyles = (source: Source): string[] =>
  findings(source, (node) => {
    if (isTemplatePart(node)) return /\sstyle\s*=/.test(node.text) ? 'style= in a template' : null;
    return ts.isIdentifier(node) && node.text === 'styleMap' ? 'styleMap' : null;
  });

function wordsInMarkup(markup: string): string | null {
  // What stands in <code> is typed or copied by hand, the same in every language.
  const visible = markup.replace(/<!--[\s\S]*?-->|<code>[^<]*<\/code>/g, '').replace(/<[^>]*>/g, '\uE000');
  // `&nbsp;` and the like are signs, not words.
  const word = /\p{L}{2,}/u.exec(visible.replace(/&#?\w+;/g, ''));
  if (word) return `text "${word[0]}" in a template`;
  const attribute = /\s(aria-label|title|placeholder|alt|label|heading|hint)="[^"\uE000]*\p{L}{2,}[^"]*"/u.exec(markup);
  return attribute ? `attribute${attribute[0]} in a template` : null;
}
