/** A node of the engine's own parse of a statement: `Function file (alias a) (children 1)` has kind `Function` and name `file`. */
export type AstNode = { readonly kind: string; readonly name: string; readonly parent: AstNode | undefined; readonly children: AstNode[] };

const suffix = /(?: \(alias [^\n]*\))?(?: \(children \d+\))?$/;

/**
 * Reads what `EXPLAIN AST` prints: a node a line, a space of indent a level. Text inside literals is escaped there, so a line break
 * always begins a node; a line that is none belongs to a quoted name and makes the statement unreadable.
 * @returns the root, or `undefined` when the text is not one tree.
 */
export const parseAst = (text: string): AstNode | undefined => {
  const path: AstNode[] = [];
  let root: AstNode | undefined;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const depth = line.length - line.trimStart().length;
    const found = /^([A-Za-z]+)(?: +(.*))?$/.exec(line.trimStart().replace(suffix, ''));
    if (found === null || depth > path.length || (depth === 0 && root !== undefined)) return undefined;
    const node: AstNode = { kind: found[1] ?? '', name: found[2] ?? '', parent: path[depth - 1], children: [] };
    node.parent?.children.push(node);
    path.length = depth;
    path.push(node);
    root ??= node;
  }
  return root;
};

/** A node and everything under it. */
export function* nodesOf(node: AstNode): Generator<AstNode> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}
