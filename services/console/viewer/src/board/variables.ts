import type { Choice } from '@da06/console/api';
import type { Dashboard, VariableModel } from '@grafana/grafana-foundation-sdk/dashboard';
import { all, type UrlState } from './url-state.ts';

export type Option = { readonly value: string; readonly text: string };
/** A choice above a board. `asked`: its options are the server's. `listed`: they stand in the board. `typed`: a text. */
export type Variable = {
  readonly name: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly kind: 'asked' | 'listed' | 'typed';
  readonly several: boolean;
  readonly withAll: boolean;
  readonly shown: boolean;
  readonly options: readonly Option[];
  readonly first: Choice;
  /** Text of what is chosen at first, before its options are there. */
  readonly firstText: string;
};

const list = (value: string | readonly string[] | undefined): readonly string[] => (value === undefined ? [] : typeof value === 'string' ? [value] : value);
const choiceOf = (values: readonly string[]): Choice => (values.includes(all) ? 'all' : values);

/** `a, b : 2`: the text before the colon, the value behind it. A comma with a backslash belongs to its text. */
export const listedOptions = (query: string): readonly Option[] =>
  query.split(/(?<!\\),/).map((entry) => entry.trim().replaceAll('\\,', ',')).filter((entry) => entry !== '').map((entry) => {
    const [, text, value] = /^(.+?)\s:\s(.+)$/.exec(entry) ?? [];
    return text === undefined || value === undefined ? { value: entry, text: entry } : { value, text };
  });

const kinds: Readonly<Record<string, Variable['kind']>> = { query: 'asked', custom: 'listed', interval: 'listed', textbox: 'typed', constant: 'typed' };

const variableOf = (model: VariableModel): Variable | undefined => {
  const kind = kinds[model.type];
  if (kind === undefined) return undefined;
  const query = typeof model.query === 'string' ? model.query : '';
  const options = kind === 'listed' ? listedOptions(query) : [];
  const current = list(model.current?.value);
  const fallback = kind === 'typed' ? [query] : options.slice(0, 1).map(({ value }) => value);
  return {
    name: model.name, label: model.label ?? model.name, description: model.description, kind, options,
    several: model.multi === true, withAll: model.includeAll === true,
    shown: Number(model.hide ?? 0) !== 2 && String(model.type) !== 'constant',
    first: choiceOf(current.length > 0 ? current : fallback),
    firstText: list(model.current?.text).join(', '),
  };
};

/** What can be chosen above a board. The data source is none of it: this console has one. */
export const variablesOf = (board: Pick<Dashboard, 'templating'>): readonly Variable[] =>
  (board.templating?.list ?? []).map(variableOf).filter((variable) => variable !== undefined);

export type Choices = Readonly<Record<string, Choice>>;

/** What is chosen: by the address, else as the board begins. */
export const choicesOf = (variables: readonly Variable[], url: Pick<UrlState, 'variables'>): Choices =>
  Object.fromEntries(variables.map(({ name, first, several }) => {
    const asked = url.variables[name];
    if (asked === undefined || (asked.length === 0 && !several)) return [name, first];
    return [name, choiceOf(several ? asked : asked.slice(0, 1))];
  }));

/** A choice as an address holds it. */
export const valuesOf = (choice: Choice): readonly string[] => (choice === 'all' ? [all] : choice);

/** A choice that its options allow: what there is no longer falls away; with nothing left it is all, or the first. */
export const allowed = (variable: Variable, choice: Choice, options: readonly Option[]): Choice => {
  if (variable.kind === 'typed') return choice;
  if (choice === 'all') return variable.withAll ? 'all' : options.slice(0, 1).map(({ value }) => value);
  const left = choice.filter((value) => options.some((option) => option.value === value));
  if (left.length > 0) return left.length === choice.length ? choice : left;
  return variable.withAll ? 'all' : options.slice(0, 1).map(({ value }) => value);
};

/** What a person reads of a choice. */
export const textOf = (variable: Variable, choice: Choice, options: readonly Option[], allText: string): string => {
  if (choice === 'all') return allText;
  const same = variable.first !== 'all' && choice.join() === variable.first.join();
  return choice.map((value) => options.find((option) => option.value === value)?.text ?? (same ? variable.firstText : value)).join(', ');
};

/** Ticks one value on or off. The first tick after all is that one alone; none left, and all left, is all where that can be. */
export const toggled = (variable: Variable, choice: Choice, value: string, options: readonly Option[]): Choice => {
  const before = choice === 'all' ? [] : choice;
  const next = before.includes(value) ? before.filter((other) => other !== value) : options.map((option) => option.value).filter((other) => other === value || before.includes(other));
  return variable.withAll && (next.length === 0 || next.length === options.length) ? 'all' : next;
};

/** Found as a person types: without accents and case, `đ` as `d`. */
export const found = (options: readonly Option[], typed: string): readonly Option[] => {
  const wanted = plain(typed.trim());
  return wanted === '' ? options : options.filter(({ text }) => plain(text).includes(wanted));
};
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
