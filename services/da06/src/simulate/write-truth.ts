import type { PopulationTruth, Truth } from '@da06/simulator';
import { closeSync, openSync, writeSync } from 'node:fs';
import { wrongUse } from '../cli/exit.ts';

const linesAtOnce = 1_000;

/** Writes a truth as one JSON document, an entry of its lists a line: of many days it is too long for one text. @throws CliFailure 2 if it cannot be written. */
export const writeTruth = (path: string, truth: PopulationTruth | Truth): void => {
  const file = open(path);
  try {
    Object.entries(truth).forEach(([name, value], place) => {
      writeSync(file, `${place === 0 ? '{' : ',\n'}${JSON.stringify(name)}:`);
      if (Array.isArray(value)) writeList(file, value);
      else writeSync(file, JSON.stringify(value));
    });
    writeSync(file, '}\n');
  } finally {
    closeSync(file);
  }
};

const writeList = (file: number, entries: readonly unknown[]): void => {
  writeSync(file, '[');
  for (let from = 0; from < entries.length; from += linesAtOnce) {
    const lines = entries.slice(from, from + linesAtOnce).map((entry) => JSON.stringify(entry)).join(',\n');
    writeSync(file, `${from === 0 ? '\n' : ',\n'}${lines}`);
  }
  writeSync(file, ']');
};

const open = (path: string): number => {
  try {
    return openSync(path, 'w', 0o600);
  } catch (cause) {
    throw wrongUse(`The file ${path} cannot be written: ${(cause as Error).message}`);
  }
};
