import type { PopulationRegister } from '@da06/events';
import type { TextRow } from '@da06/workbook';
import { recordColumns } from '../take-in/register/columns.ts';

/** Names of the sheets that the registers' templates have. */
export const registerSheetName: Readonly<Record<PopulationRegister, string>> = { residents: 'DAN_CU', workers: 'LAO_DONG' };

/** The head of a register's sheet: labels for people, `(*)` beside what is always needed, and the names of the columns. Records begin below. */
export const templateRows = (register: PopulationRegister): readonly TextRow[] => [
  recordColumns(register).map(({ label, row }) => (row.required ? `${label} (*)` : label)),
  recordColumns(register).map(({ column }) => column),
];
