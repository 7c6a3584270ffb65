import { extname } from 'node:path';

/** How a file is read and where its records go. */
export const importFormats = {
  ndjson: { shape: 'lines', contentType: 'application/x-ndjson', path: (facility: string) => `/v1/facilities/${facility}/stays` },
  csv: { shape: 'csv', contentType: 'text/csv', path: (facility: string) => `/v1/facilities/${facility}/stays` },
  json: { shape: 'array', contentType: 'application/json', path: (facility: string) => `/v1/facilities/${facility}/stays` },
  'kbtt-foreign': { shape: 'array', contentType: 'application/json', path: (facility: string) => `/v1/kbtt/foreign-stays?facility=${facility}` },
  'kbtt-vietnamese': { shape: 'array', contentType: 'application/json', path: (facility: string) => `/v1/kbtt/vietnamese-stays?facility=${facility}` },
  'kbtt-departures': { shape: 'array', contentType: 'application/json', path: (facility: string) => `/v1/kbtt/departures?facility=${facility}` },
} as const;
export type ImportFormat = keyof typeof importFormats;

const byExtension: Readonly<Record<string, ImportFormat>> = { '.ndjson': 'ndjson', '.jsonl': 'ndjson', '.csv': 'csv', '.json': 'json' };

/** The format of a file by its ending; undefined when the ending says nothing. */
export const formatOfFile = (file: string): ImportFormat | undefined => byExtension[extname(file).toLowerCase()];
