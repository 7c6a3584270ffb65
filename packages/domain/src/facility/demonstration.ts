/** Begins the id of every facility of the demonstration, and the reference of every record of its registers. */
export const demonstrationPrefix = 'demo-';

/** Whether a facility, by its id, is one of the demonstration: it, its stays, days and batches are invented; or a record of a register, by its reference. This is the whole rule of the mark. */
export const isDemonstration = (idOrReference: string): boolean => idOrReference.startsWith(demonstrationPrefix);
