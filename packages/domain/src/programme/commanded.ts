import type { StepStartedData } from '@da06/events';

/** What every command brings along for its event: the key it was sent under, a hash of what was asked, and whether it is of the demonstration. */
export type Commanded = Pick<StepStartedData, 'idempotencyKey' | 'requestHash' | 'simulated'>;

/** An event that a command led to, before it gets its id, its times and its place in the stream. `at` is the local day it happened. */
type Decided<Type extends string, Data> = { readonly type: Type; readonly at: string; readonly data: Data };

/** What is decided for each of some events. */
export type DecidedOf<Event extends { type: string; data: object }> = Event extends unknown ? Decided<Event['type'], Event['data']> : never;

export const commandedOf = ({ idempotencyKey, requestHash, simulated }: Commanded): Commanded => ({ idempotencyKey, requestHash, simulated });

/** The data of an event or a command without what is about the command itself. */
export const withoutCommand = <Data extends object>(data: Data & Partial<Commanded>): Omit<Data, keyof Commanded> => {
  const { idempotencyKey: _key, requestHash: _hash, simulated: _simulated, ...rest } = data;
  return rest;
};
