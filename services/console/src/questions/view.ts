import type { View } from '@da06/dashboards';
import { fault, type Fault } from '@da06/errors';
import { InvalidBody } from '@da06/service-kit';
import type { Choice } from '../api.ts';
import type { Board } from '../boards/catalogue.ts';
import type { ViewGiven } from './schema.ts';

type Variable = NonNullable<NonNullable<Board['templating']>['list']>[number];

const pointerOf = (name: string): string => `/variables/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** What is wrong with a choice: "all" and several values are for variables that offer them. */
const faultsOf = (name: string, choice: Choice, variable: Variable | undefined): readonly Fault[] => {
  const allowed = variable !== undefined && (choice === 'all' ? variable.includeAll === true : choice.length <= 1 || variable.multi === true);
  return allowed ? [] : [fault(pointerOf(name), 'field.not-allowed-value', choice)];
};

/**
 * What is chosen, as the expander takes it.
 * @throws InvalidBody for a variable that the board does not have, a choice that it does not offer, and one that the statement needs and that is not there.
 */
export const viewOf = (board: Board, sql: string, { from, to, interval, variables }: ViewGiven): View => {
  const known = new Map((board.templating?.list ?? []).map((variable) => [variable.name, variable]));
  const given = Object.entries(variables);
  const missing = [...known.keys()].filter((name) => !Object.hasOwn(variables, name) && new RegExp(`\\$(?:\\{${name}[:}]|${name}\\b)`).test(sql));
  const faults = [...given.flatMap(([name, choice]) => faultsOf(name, choice, known.get(name))), ...missing.map((name) => fault(pointerOf(name), 'field.required'))];
  if (faults.length > 0) throw new InvalidBody(faults);
  return { from, to, interval, variables: Object.fromEntries(given.map(([name, choice]) => [name, choice === 'all' ? { values: [], all: true } : { values: choice }])) };
};
