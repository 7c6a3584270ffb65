import type { Choice } from '@da06/console/api';
import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import type { App } from '../app/app.ts';
import type { ChoicePicker } from './choice-picker.ts';
import type { BoardView } from './context.ts';
import { intervalOf } from './interval.ts';
import type { UrlState } from './url-state.ts';
import { allowed, choicesOf, valuesOf, variablesOf, type Choices, type Option, type Variable } from './variables.ts';

export type ChoicesState = {
  /** What is chosen by an address. */
  readonly of: (url: UrlState) => Choices;
  readonly pickers: (view: BoardView, choose: (name: string, choice: Choice) => void) => readonly ChoicePicker[];
  /** Asks for the options as this view has them; a choice that they no longer hold is given up. */
  readonly follow: (view: BoardView, choose: (name: string, choice: Choice) => void, drawn: () => void) => void;
};

/** The choices above a board and their options, which depend on the range and on the choices before them. */
export const choicesState = ({ app, uid, board }: { readonly app: App; readonly uid: string; readonly board: Dashboard }): ChoicesState => {
  const variables = variablesOf(board);
  const options = new Map<string, readonly Option[]>(variables.map((variable) => [variable.name, variable.options]));
  let turn = 0;

  const ask = async ({ name, kind }: Variable, { range, choices }: BoardView): Promise<readonly Option[]> => {
    if (kind !== 'asked') return options.get(name) ?? [];
    const answer = await app.api.variable({ uid, name, ...range, interval: intervalOf(range, 1_000, {}), variables: choices });
    options.set(name, answer.options);
    return answer.options;
  };

  const followAll = async (view: BoardView, choose: (name: string, choice: Choice) => void, drawn: () => void): Promise<void> => {
    turn += 1;
    const mine = turn;
    for (const variable of variables.filter(({ kind, shown }) => kind === 'asked' && shown)) {
      const known = await ask(variable, view);
      if (mine !== turn) return;
      const chosen = view.choices[variable.name] ?? variable.first;
      const next = allowed(variable, chosen, known);
      if (JSON.stringify(valuesOf(next)) !== JSON.stringify(valuesOf(chosen))) return choose(variable.name, next);
    }
    drawn();
  };

  return {
    of: (url) => choicesOf(variables, url),
    pickers: (view, choose) => variables.filter(({ shown }) => shown).map((variable) => ({
      variable, language: app.language,
      choice: view.choices[variable.name] ?? variable.first,
      options: options.get(variable.name) ?? [],
      ask: () => ask(variable, view),
      choose: (choice) => choose(variable.name, choice),
    })),
    // Without its options a board still shows what is chosen; opening a picker asks again.
    follow: (view, choose, drawn) => void followAll(view, choose, drawn).catch(() => undefined),
  };
};
