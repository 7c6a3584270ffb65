import { argumentsAt } from './split.ts';

/** What is chosen: the values, all of them if "all" is. */
type Chosen = { readonly values: readonly string[]; readonly all?: boolean };
export type Variables = Readonly<Record<string, Chosen>>;

const conditional = '$__conditionalAll(';

/** `$__conditionalAll(condition, $x)`: the condition, or `1=1` if all of `$x` is chosen. It comes before the variables, whose names it looks at. */
export const expandConditionals = (text: string, variables: Variables): string => {
  const at = text.indexOf(conditional);
  if (at < 0) return text;
  const call = argumentsAt(text, at + conditional.length - 1);
  if (call === undefined) return text;
  const name = /^\$\{?(\w+)/.exec(call.args.at(-1) ?? '')?.[1] ?? '';
  const condition = call.args.slice(0, -1).join(', ');
  return text.slice(0, at) + (variables[name]?.all === true ? '1=1' : condition) + expandConditionals(text.slice(call.end), variables);
};

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
