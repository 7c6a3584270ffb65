import { deepStrictEqual, fail, strictEqual } from 'node:assert';

/** The two functions of a decider and the state it begins with. */
export type Decider<Command, State, Event, Decision extends Event> = {
  readonly decide: (command: Command, state: State) => readonly Decision[];
  readonly evolve: (state: State, event: Event) => State;
  readonly initial: State;
};

export type DeciderCase<Command, State, Decision> = {
  readonly when: (command: Command) => {
    /** The events it leads to, whole. */
    readonly then: (expected: readonly Decision[]) => void;
    /** The state after the events it leads to, as a view of it shows. */
    readonly thenState: (look: (state: State) => unknown, expected: unknown) => void;
    /** It is refused with this code; another error is thrown on. */
    readonly thenRefused: (code: string) => void;
  };
};

/** `given([...events]).when(command).then([...events])`, or `.thenRefused('code')`: what a test of a decider reads like. */
export const givenFor =
  <Command, State, Event, Decision extends Event>({ decide, evolve, initial }: Decider<Command, State, Event, Decision>) =>
  (events: readonly Event[]): DeciderCase<Command, State, Decision> => {
    const before = events.reduce(evolve, initial);
    return {
      when: (command) => ({
        then: (expected) => deepStrictEqual(decide(command, before), expected),
        thenState: (look, expected) => deepStrictEqual(look(decide(command, before).reduce<State>(evolve, before)), expected),
        thenRefused: (code) => strictEqual(refusalOf(() => decide(command, before)), code),
      }),
    };
  };

const refusalOf = (decide: () => readonly unknown[]): unknown => {
  try {
    return fail(`Nothing was refused: ${JSON.stringify(decide())}`);
  } catch (error) {
    if (error instanceof Error && error.name === 'AppError' && 'code' in error) return error.code;
    throw error;
  }
};
