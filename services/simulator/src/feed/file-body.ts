import type { Facility } from '../world/facility.ts';
import { itemOf } from './item.ts';
import type { Entry } from './message.ts';

/** A file of records with its Content-Type. */
export type FileBody = { readonly contentType: string; readonly body: string };

/** The records of a file as the facility's software writes them. */
export const fileBody = (style: Facility['style'], entries: readonly Entry[]): FileBody => {
  const items = entries.map(({ stay, flaw }) => itemOf(stay, flaw));
  if (style === 'csv') return { contentType: 'text/csv', body: `${columns.map(([name]) => name).join(',')}\r\n${items.map((item) => `${columns.map(([, path]) => cell(valueAt(item, path))).join(',')}\r\n`).join('')}` };
  if (style === 'json') return { contentType: 'application/json', body: JSON.stringify(items) };
  return {
    contentType: 'application/x-ndjson',
    body: items.map((item, index) => {
      const line = JSON.stringify(item);
      return `${entries[index]?.flaw?.field === 'line' ? line.slice(0, Math.floor(line.length / 2)) : line}\n`;
    }).join(''),
  };
};

/** The columns this software writes: contracts.md names them all. */
const columns: readonly (readonly [name: string, path: readonly string[]])[] = [
  ['ref', ['ref']], ['revision', ['revision']], ['full_name', ['guest', 'fullName']], ['birth_date', ['guest', 'birthDate']], ['sex', ['guest', 'sex']], ['nationality', ['guest', 'nationality']],
  ['document_kind', ['guest', 'document', 'kind']], ['document_number', ['guest', 'document', 'number']], ['former_number', ['guest', 'document', 'formerNumber']], ['issuing_state', ['guest', 'document', 'issuingState']],
  ['phone', ['guest', 'phone']], ['residence_status', ['guest', 'residence', 'status']], ['province', ['guest', 'residence', 'province']], ['ward', ['guest', 'residence', 'ward']], ['address', ['guest', 'residence', 'address']],
  ['arrival', ['arrival']], ['expected_departure', ['expectedDeparture']], ['departure', ['departure']], ['permitted_until', ['permittedUntil']], ['room', ['room']], ['reason', ['reason']], ['reason_text', ['reasonText']],
  ['notified_at', ['notifiedAt']], ['captured', ['captured']],
];

export const valueAt = (item: Record<string, unknown>, path: readonly string[]): unknown => {
  let value: unknown = item;
  for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
};

export const cell = (value: unknown): string => {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.includes(',') || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
};
