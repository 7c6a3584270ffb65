import { availableParallelism } from 'node:os';

/** Threads that check and seal records beside the one that decides and answers; more than the cores would only wait for each other. */
export const takeInThreads = Math.min(2, availableParallelism());
