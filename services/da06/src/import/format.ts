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
