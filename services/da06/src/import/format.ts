import { PopulationRegister } from '@da06/events';
import { extname } from 'node:path';

/** How a file is read and where its records go; `whole` = in one request, as it is. */
export const importFormats = {
  xlsx: { shape: 'whole', contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', path: (facility: string) => `/v1/facilities/${facility}/stays` },
  xml: { shape: 'whole', contentType: 'application/xml', path: (facility: string) => `/v1/facilities/${facility}/stays` },
  qr: { shape: 'whole', contentType: 'text/plain', path: (facility: string) => `/v1/facilities/${facility}/stays` },
  ndjson: { shape: 'lines', contentType: 'application/x-ndjson', path: (facility: string) => `/v1/facilities/${facility}/stays` },
  csv: { shape: 'csv', contentType: 'text/csv', path: (facility: string) => `/v1/facilities/${facility}/stays` },
  json: { shape: 'array', contentType: 'application/json', path: (facility: string) => `/v1/facilities/${facility}/stays` },
  'kbtt-foreign': { shape: 'array', contentType: 'application/json', path: (facility: string) => `/v1/kbtt/foreign-stays?facility=${facility}` },
  'kbtt-vietnamese': { shape: 'array', contentType: 'application/json', path: (facility: string) => `/v1/kbtt/vietnamese-stays?facility=${facility}` },
  'kbtt-departures': { shape: 'array', contentType: 'application/json', path: (facility: string) => `/v1/kbtt/departures?facility=${facility}` },
} as const;
export type ImportFormat = keyof typeof importFormats;

/** Whose records a file holds: stays of a facility, trips of a coach, or a register's. */
export type ImportSubject = { readonly facility: string } | { readonly register: ImportRegister };
export const importRegisters = [...PopulationRegister.options, 'incidents'] as const;
export type ImportRegister = (typeof importRegisters)[number];

/** Formats that a register of people takes; its sheet and its columns are its own. */
const registerFormats: ReadonlySet<ImportFormat> = new Set(['xlsx', 'ndjson', 'csv', 'json']);

/** Formats that trips and incidents come in. */
const plainFormats: ReadonlySet<ImportFormat> = new Set(['ndjson', 'csv', 'json']);

/** Where the records of a file go, of a facility by its kind; undefined if a register, or a coach, does not take the format. */
export const findPath = (format: ImportFormat, of: ImportSubject, kind?: string): string | undefined => {
  if ('facility' in of) {
    const facility = encodeURIComponent(of.facility);
    if (kind !== 'coach') return importFormats[format].path(facility);
    return plainFormats.has(format) ? `/v1/facilities/${facility}/trips` : undefined;
  }
  return (of.register === 'incidents' ? plainFormats : registerFormats).has(format) ? `/v1/${of.register}` : undefined;
};

const byExtension: Readonly<Record<string, ImportFormat>> = { '.ndjson': 'ndjson', '.jsonl': 'ndjson', '.csv': 'csv', '.json': 'json', '.xlsx': 'xlsx', '.xml': 'xml', '.txt': 'qr' };

/** The format of a file by its ending; undefined when the ending says nothing. */
export const formatOfFile = (file: string): ImportFormat | undefined => byExtension[extname(file).toLowerCase()];

/** What holds for every guest of a list of QR texts; the names are those of the request's address. */
export type QrShared = { readonly arrival?: string; readonly expectedDeparture?: string; readonly room?: string; readonly reason?: string };

/** The path with what holds for every guest, as a query. */
export const withShared = (path: string, shared: QrShared): string => {
  const named = Object.entries(shared).filter(([, value]) => value !== undefined);
  return named.length === 0 ? path : `${path}?${new URLSearchParams(Object.fromEntries(named)).toString()}`;
};
