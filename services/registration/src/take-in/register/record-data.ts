import type { PopulationRegister } from '@da06/events';

/** Members that the data of every record of a register begins with. */
export const recordHead = (register: PopulationRegister, shape: string, ref: string, registrationNumber: string): string =>
  `"register":"${register}","shape":"${shape}","ref":"${ref}","registrationNumber":"${registrationNumber}"`;
