import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { wrongUse } from '../cli/exit.ts';
import type { BatchAnswer } from './answer.ts';
import type { FileBatch } from './batches.ts';

/** Where rejected records are listed: `add` takes each answer, `written` is the file if there is one. */
export type Report = { readonly add: (batch: FileBatch, answer: BatchAnswer) => void | Promise<void>; readonly written: () => string | null };

/** UTF-8 with a byte-order mark, so that a spreadsheet opens the Vietnamese text rightly. */
const header = '\ufeffline,ref,pointer,code,severity,vi,en\r\n';

/**
 * The file of rejected records: a line a fault with the record's line in the imported file. It repeats no value of the record:
 * the rows themselves stay in the sender's file alone. Nothing is written while nothing is rejected.
 */
export const createReport = (path: string): Report => {
  let begun = false;
  return {
    add: (batch, answer) => {
      const rows = answer.items
        .filter((item) => item.status === 'rejected')
        .flatMap((item) => item.faults.map((fault) => [batch.lines[item.index] ?? item.at?.line ?? item.at?.row ?? '', safe(item.ref ?? ''), fault.pointer, fault.code, fault.severity, fault.vi, fault.en]));
      if (rows.length === 0) return;
      if (!begun) writeFileSync(path, header, { mode: 0o600 });
      begun = true;
      appendFileSync(path, rows.map((row) => `${row.map(cell).join(',')}\r\n`).join(''));
    },
    written: () => (begun ? path : null),
  };
};

/** The workbook itself with what became of each row, asked for once something was rejected. It holds the rows: like the file it came from, it is for its owner alone. */
export const createMarkedReport = (path: string, fetchMarked: (batch: FileBatch) => Promise<Uint8Array>): Report => {
  let begun = false;
  return {
    add: async (batch, { rejected }) => {
      if (rejected === 0) return;
      writeFileSync(path, await fetchMarked(batch), { mode: 0o600 });
      begun = true;
    },
    written: () => (begun ? path : null),
  };
};

const cell = (value: unknown): string => `"${String(value).replaceAll('"', '""')}"`;

/** A spreadsheet runs a text that begins like a formula; a reference with a fault may be any text. */
const safe = (text: string): string => (/^[\w.:-]{1,64}$/.test(text) && !/^[-=+@]/.test(text) ? text : '');

/** Keeps answers as JSON lines, each on the disk before the next batch is sent; lines of an earlier run stay. */
export const createReceiptsFile = (path: string): { add: (answer: BatchAnswer) => void } => {
  try {
    appendFileSync(path, '', { mode: 0o600 });
  } catch (cause) {
    throw wrongUse(`The receipts file ${path} cannot be written: ${(cause as Error).message}`);
  }
  return { add: (answer) => appendFileSync(path, `${JSON.stringify(answer)}\n`, { flush: true }) };
};

/** Removes a report that an earlier import of the same file left. */
export const dropOldReport = (path: string): void => rmSync(path, { force: true });
