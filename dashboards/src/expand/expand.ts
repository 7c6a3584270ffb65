import { expandMacros, type Range } from './macros.ts';
import { splitComments } from './split.ts';
import { expandConditionals, expandVariables, type Variables } from './variables.ts';

export type View = Range & { readonly variables: Variables };

/** The SQL the engine gets for a panel's text, in the data source's order: conditionals, variables, macros; comments stay as they are. */
export const expand = (sql: string, view: View): string =>
  splitComments(sql)
    .map(({ text, comment }) => (comment ? text : expandMacros(expandVariables(expandConditionals(text, view.variables), view.variables), view)))
    .join('');
