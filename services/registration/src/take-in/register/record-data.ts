import type { PopulationRegister } from '@da06/events';

/** Members of an event's data as JSON, without braces. */
export const membersJson = (members: Readonly<Record<string, unknown>>): string => JSON.stringify(members).slice(1, -1);

/** What every record of a register begins with. */
export const recordHead = (register: PopulationRegister, shape: string, ref: string, registrationNumber: string): string =>
  `"register":"${register}","shape":"${shape}","ref":"${ref}","registrationNumber":"${registrationNumber}"`;
