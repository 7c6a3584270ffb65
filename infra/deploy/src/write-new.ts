import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Writes a file that only its owner can read, durably. @returns false, with nothing touched, when something is there already. */
export const writeNew = (file: string, text: string): boolean => {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return true;
};
