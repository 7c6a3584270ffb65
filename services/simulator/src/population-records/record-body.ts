import { cell, valueAt } from '../feed/file-body.ts';
import type { FileBody } from '../feed/file-body.ts';
import type { Entry } from './entry.ts';
import { recordItem } from './record-item.ts';

export type RecordFormat = 'json' | 'ndjson' | 'csv';

/** A batch of records as an office's software writes it. */
export const recordBody = (format: RecordFormat, entries: readonly Entry[], seed: number): FileBody => {
  const items = entries.map((entry) => recordItem(entry, seed));
  if (format === 'json') return { contentType: 'application/json', body: JSON.stringify(items) };
  if (format === 'ndjson') return { contentType: 'application/x-ndjson', body: items.map((item) => `${JSON.stringify(item)}\n`).join('') };
  const columns = entries[0]?.fact.register === 'workers' ? [...common, ...ofWorkers] : [...common, ...ofResidents];
  return { contentType: 'text/csv', body: `${columns.map(([name]) => name).join(',')}\r\n${items.map((item) => `${columns.map(([, path]) => cell(valueAt(item, path))).join(',')}\r\n`).join('')}` };
};

type Column = readonly [name: string, path: readonly string[]];

const common: readonly Column[] = [
  ['ref', ['ref']], ['revision', ['revision']], ['on', ['on']], ['full_name', ['person', 'fullName']], ['birth_date', ['person', 'birthDate']], ['sex', ['person', 'sex']], ['nationality', ['person', 'nationality']],
  ['document_kind', ['person', 'document', 'kind']], ['document_number', ['person', 'document', 'number']], ['former_number', ['person', 'document', 'formerNumber']], ['issuing_state', ['person', 'document', 'issuingState']],
  ['phone', ['person', 'phone']], ['unit', ['unit']], ['former_unit', ['formerUnit']], ['hamlet', ['hamlet']], ['address', ['address']],
];
const ofResidents: readonly Column[] = [
  ['change', ['change']], ['until', ['until']], ['cause', ['cause']], ['ends', ['ends']], ['kind', ['kind']], ['ethnicity_scheme', ['person', 'ethnicity', 'scheme']], ['ethnicity_code', ['person', 'ethnicity', 'code']],
  ['household_number', ['household', 'number']], ['household_relation', ['household', 'relation']], ['absence_case', ['absence', 'case']], ['absence_destination', ['absence', 'destination']], ['destination', ['destination']],
];
const ofWorkers: readonly Column[] = [
  ['status', ['status']], ['position', ['position']], ['occupation', ['occupation']], ['industry_scheme', ['industry', 'scheme']], ['industry_code', ['industry', 'code']], ['contract', ['contract']],
  ['social_insurance', ['socialInsurance']], ['unemployment_insurance', ['unemploymentInsurance']], ['training', ['training']], ['unemployed_since', ['unemployedSince']],
];
