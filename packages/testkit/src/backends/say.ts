import { appendFileSync } from 'node:fs';
import { readTestConfig } from '../config.ts';

/** Says on stderr what tests run on, and writes it into the report of the run. */
export const sayUsed = (text: string): void => {
  process.stderr.write(`DA06 tests: ${text}\n`);
  const { report } = readTestConfig();
  if (report !== undefined) appendFileSync(report, `${text}\n`);
};
