/** A stretch of SQL and whether it is a comment: macros and variables stand in none. */
type Stretch = { readonly text: string; readonly comment: boolean };

const pieces = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|''|[^'\\])*'|`[^`]*`|"[^"]*"/g;

/** Cuts SQL into comments and the rest; a `--` inside quotes is none. */
export const splitComments = (sql: string): Stretch[] => {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { 0: piece, index } of sql.matchAll(pieces)) {
    if (!piece.startsWith('--') && !piece.startsWith('/*')) continue;
    stretches.push({ text: sql.slice(at, index), comment: false }, { text: piece, comment: true });
    at = index + piece.length;
  }
  return [...stretches, { text: sql.slice(at), comment: false }];
};

/** The arguments of a call whose opening bracket is at `open`, and the place behind its closing one; undefined if it is never closed. */
export const argumentsAt = (text: string, open: number): { readonly args: readonly string[]; readonly end: number } | undefined => {
  const args: string[] = [];
  let depth = 0;
  let from = open + 1;
  let quote = '';
  for (let at = open; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quote !== '') {
      if (sign === '\\') at += 1;
      else if (sign === quote) quote = '';
    } else if (sign === "'" || sign === '"' || sign === '`') quote = sign;
    else if (sign === '(' || sign === '[') depth += 1;
    else if (sign === ')' || sign === ']') depth -= 1;
    if (quote === '' && ((sign === ',' && depth === 1) || depth === 0)) {
      args.push(text.slice(from, at).trim());
      from = at + 1;
      if (depth === 0) return { args: args.length === 1 && args[0] === '' ? [] : args, end: at + 1 };
    }
  }
  return undefined;
};

/** The same as the data source's page cuts a condition: brackets inside quotes count, and only round ones do. */
export const plainArgumentsAt = (text: string, open: number): { readonly args: readonly string[]; readonly end: number } | undefined => {
  const args: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (const { 0: sign, index } of text.slice(open).matchAll(/[(),]/g)) {
    const at = open + index;
    if (sign !== ',') depth += sign === '(' ? 1 : -1;
    if (depth === 0 || (sign === ',' && depth === 1)) {
      args.push(text.slice(from, at));
      from = at + 1;
    }
    if (depth === 0) return { args, end: at + 1 };
  }
  return undefined;
};
