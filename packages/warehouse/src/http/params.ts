/** Values of `{x:Type}` as clients write them into `param_x`, in the form that the engine in this process takes. */
export const paramValues = (sql: string, raw: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, unescapeValue(value, isComposite(sql, name) ? "''" : "'")]));

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', 0: '\0' };

/** Values come in the escaped form of TabSeparated and are escaped once more on their way to the engine; a quote within an array is doubled there. */
const unescapeValue = (value: string, quote: string): string => value.replace(/\\(.)/gs, (_whole, letter: string) => (letter === "'" ? quote : (escapes[letter] ?? letter)));

/** Arrays, tuples and maps carry quotes of their own inside. */
const isComposite = (sql: string, name: string): boolean => /^\w+$/.test(name) && new RegExp(`\\{\\s*${name}\\s*:\\s*(Array|Tuple|Map|Nested)\\b`).test(sql);
