import type { RefState } from './ref-state.ts';

/** To whom a record of a register belongs: to its unit, or, where it leads out of the locality, to who sent it. */
export const ownerOf = (unit: string | undefined, actor: string): string => (unit === undefined || unit === '' ? actor : unit);

/** Whether a record is of one of these units, or leads out of the locality and was sent by this one. */
export const isOwnRecord = ({ owner }: Pick<RefState, 'owner'>, { ownUnits, actor }: { readonly ownUnits: ReadonlySet<string>; readonly actor: string }): boolean => owner === actor || ownUnits.has(owner);
