import { runChild } from './child.ts';

/** Spoils the tables of a folder that no host holds. */
export const plant = (data: string, what: 'loss' | 'double'): Promise<unknown> => runChild('plant', [data, what]);
