/** Begins the id of every facility of the demonstration. */
export const demonstrationPrefix = 'demo-';

/** Whether a facility is one of the demonstration: it, its stays, days and batches are invented. This is the whole rule of the mark. */
export const isDemonstration = (facilityId: string): boolean => facilityId.startsWith(demonstrationPrefix);
