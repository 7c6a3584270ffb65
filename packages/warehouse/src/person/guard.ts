import { AppError } from '@da06/errors';
import type { Connection } from '../connection.ts';
import { engineCode, failure } from '../engine-error.ts';
import { quoted } from '../sql-text.ts';
import type { Params } from '../warehouse.ts';
import { nodesOf, parseAst, type AstNode } from './ast.ts';
import { forbiddenCategories, forbiddenFunctions, harmlessNamesakes, membershipFunctions, showForms, statementKinds, systemTables, tableFunctions, viewsOfAnyDay } from './rules.ts';

/** Longest statement, in characters. */
const longest = 262_144;

const readOnlyError = 164;

/** A statement that may run: its normal form (never the text that was sent) and the format it asks for. */
export type Allowed = { readonly sql: string; readonly format: string | undefined };

type Run = Connection['run'];

const forbidden = (what: string): AppError => new AppError('sql.forbidden', { detail: what });

/** The names of functions that are refused, with those only the engine can tell. */
export const loadForbiddenFunctions = async (run: Run): Promise<ReadonlySet<string>> => {
  const kinds = forbiddenCategories.map((kind) => `'${kind}'`).join(', ');
  const bytes = await run(
    `SELECT lower(name) AS name FROM system.functions WHERE categories IN (${kinds}) OR alias_to IN (SELECT name FROM system.functions WHERE categories IN (${kinds}))
     UNION DISTINCT SELECT lower(name) FROM system.table_functions`,
    { format: 'TSV' },
  );
  const names = new TextDecoder().decode(bytes).split('\n').filter((name) => name !== '' && !tableFunctions.has(name) && !harmlessNamesakes.has(name));
  return new Set([...names, ...forbiddenFunctions]);
};

/**
 * Decides about a person's statement by the engine's own parse of it, with its parameters put in: one statement, that only reads,
 * from tables of `da06` and tables of `system` that are listed, by functions that stay inside the engine, to the caller alone.
 * The normal form is what then runs, so nothing depends on reading comments or quotes as the engine does.
 * @throws AppError `sql.forbidden`, `sql.failed`, `sql.too-long`.
 */
export const allow = async (run: Run, refused: ReadonlySet<string>, statement: { readonly sql: string; readonly params: Params | undefined }): Promise<Allowed> => {
  if (statement.sql.length > longest) throw new AppError('sql.too-long');
  // As a literal, not as a parameter, which a server takes by the address, where there is less room.
  const sql = await text(run, `SELECT formatQuery(${quoted(statement.sql)})`, undefined);
  // From here on the text holds one statement, whatever was sent; without that, EXPLAIN would run a second one.
  checkNames(sql, statement.params);
  const root = parseAst(await text(run, `EXPLAIN AST ${sql}`, statement.params));
  if (root === undefined) throw forbidden('a statement that cannot be read');
  if (!statementKinds.has(root.kind)) throw forbidden('a statement that is not a query');
  if (root.kind === 'Explain' && !root.children.some(({ kind }) => kind === 'SelectWithUnionQuery')) throw forbidden('EXPLAIN of a statement that is not a query');
  if (/^(Show|Exists)/.test(root.kind) && !showForms.some((form) => form.test(sql.replace(/\s+/g, ' ')))) throw forbidden('this form of SHOW or EXISTS');
  for (const node of nodesOf(root)) checkNode(node, root, refused);
  return { sql, format: root.children.find(({ kind }) => kind === 'Identifier' && root.kind === 'SelectWithUnionQuery')?.name };
};

const text = async (run: Run, sql: string, params: Params | undefined): Promise<string> => {
  try {
    return new TextDecoder().decode(await run(sql, { format: 'TSVRaw', ...(params === undefined ? {} : { params }) })).trim();
  } catch (cause) {
    // Settings of a statement already hold for its EXPLAIN, where the read-only connection refuses them.
    throw engineCode(cause) === readOnlyError ? forbidden('SETTINGS') : failure(cause);
  }
};

/** Names print as they are in the tree, so one that holds a line break could draw nodes of its own: such names are refused, also as parameters. */
const checkNames = (sql: string, params: Params | undefined): void => {
  for (const [quoted] of sql.matchAll(/'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/gs)) if (quoted.startsWith('`') && quoted.includes('\\')) throw forbidden('a name with special characters');
  for (const [, name = ''] of sql.matchAll(/\{(\w+):\s*Identifier\}/g)) if (!/^\w+$/.test(String(params?.[name] ?? ''))) throw forbidden('a name with special characters');
};

const checkNode = (node: AstNode, root: AstNode, refused: ReadonlySet<string>): void => {
  const { kind, name, parent } = node;
  if (kind.endsWith('Query') && node !== root && !inner.has(kind)) throw forbidden('a statement inside a query');
  if (kind === 'Set' && parent?.kind !== 'Explain') throw forbidden('SETTINGS');
  if (kind === 'Literal' && (parent === root || parent?.kind === 'SelectWithUnionQuery')) throw forbidden('INTO OUTFILE');
  if (kind === 'TableIdentifier') checkTable(name);
  if (kind !== 'Function') return;
  const lower = name.toLowerCase();
  if (lower.startsWith('__') || refused.has(lower)) throw forbidden(`the function ${name}`);
  if (parent?.kind === 'TableExpression' && !tableFunctions.has(lower) && !viewsOfAnyDay.has(name.replace(/^da06\./, ''))) throw forbidden(`the table function ${name}`);
  const right = node.children[0]?.children[1];
  if (membershipFunctions.test(lower) && right?.kind === 'Identifier') checkTable(right.name);
};

const inner = new Set(['SelectWithUnionQuery', 'SelectIntersectExceptQuery', 'SelectQuery', 'TablesInSelectQuery']);

/** A table without a database is one of `da06` or a name of the query itself. */
const checkTable = (name: string): void => {
  const [first, second, ...rest] = name.split('.');
  if (second === undefined) return;
  if (rest.length === 0 && (first === 'da06' || (first === 'system' && systemTables.has(second)))) return;
  throw forbidden(`the table ${name}`);
};
