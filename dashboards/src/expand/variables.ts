import { plainArgumentsAt } from './split.ts';

/** What is chosen: the values, all of them if "all" is. */
type Chosen = { readonly values: readonly string[]; readonly all?: boolean };
export type Variables = Readonly<Record<string, Chosen>>;

const conditional = '$__conditionalAll(';

/**
 * `$__conditionalAll(condition, $x)`: the condition, or `1=1` if all of `$x` is chosen or what is chosen is empty. It comes before the variables, whose names it
 * looks at, and takes inner ones first. With other than two arguments the data source leaves it and those before it as they are: the engine refuses them.
 */
export const expandConditionals = (text: string, variables: Variables): string => {
  const at = text.lastIndexOf(conditional);
  if (at < 0) return text;
  const call = plainArgumentsAt(text, at + conditional.length - 1);
  if (call?.args.length !== 2) return text;
  const [condition = '', of = ''] = call.args;
  const name = /(?<=\$\{)\w+(?=\})|(?<=\$)\w+/.exec(of)?.[0] ?? '';
  return expandConditionals(text.slice(0, at) + (isAll(variables[name]) ? '1=1' : condition) + text.slice(call.end), variables);
};

const isAll = (chosen: Chosen | undefined): boolean => chosen !== undefined && (chosen.all === true || chosen.values.join() === '');

/** As Grafana writes them; but `singlequote` also doubles a backslash, so that no value can end its own quotes. */
const formats: Readonly<Record<string, (values: readonly string[]) => string>> = {
  singlequote: (values) => values.map((value) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`).join(','),
  csv: (values) => values.join(','),
  raw: (values) => values.join(','),
};

/** Puts values in the place of `${x:format}`, `${x}` and `$x`; what is no variable stays. @throws RangeError for a format that is not known here. */
export const expandVariables = (text: string, variables: Variables): string =>
  text.replaceAll(/\$\{(\w+)(?::(\w+))?\}|\$(?!__)(\w+)/g, (whole: string, braced: string | undefined, format: string | undefined, bare: string | undefined) => {
    const name = braced ?? bare ?? '';
    const chosen = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (chosen === undefined) return whole;
    const wanted = format ?? 'raw';
    const write = Object.hasOwn(formats, wanted) ? formats[wanted] : undefined;
    if (write === undefined) throw new RangeError(`\${${name}:${wanted}} has a format that is not known.`);
    return write(chosen.values);
  });
