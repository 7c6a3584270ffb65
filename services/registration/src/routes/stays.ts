import { AppError } from '@da06/errors';
import { accepts, assertJson, type KeyHolder, mediaTypeOf } from '@da06/service-kit';
import { workbookType } from '@da06/workbook';
import type { Context, Hono } from 'hono';
import { giveBack, type FileFormat } from '../portal-sheet/give-back.ts';
import type { FacilityRecord } from '../registry/registry.ts';
import type { Service } from '../service.ts';
import type { QrShared, TakeInBody, TakeInFormat } from '../take-in/types.ts';
import { facilityFor, holderOf, receiptTimeOf, writers } from './context.ts';
import { batchAnswer, fileAnswer, isValidateOnly, itemAnswer, takeRecords } from './take-records.ts';

const batchFormats: Readonly<Record<string, TakeInFormat & ('json' | 'ndjson' | 'csv' | 'xlsx' | 'xml' | 'qr')>> = {
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'text/csv': 'csv',
  [workbookType]: 'xlsx',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'text/plain': 'qr',
};

/** Registering stays: one, a batch, a correction, a check-out, a cancellation. */
export const stayRoutes = (app: Hono, service: Service): void => {
  const one = (format: 'put' | 'patch' | 'check-out' | 'cancel') => async (c: Context): Promise<Response> => {
    const { holder, facility } = await admitted(service, c);
    assertJson(c.req.raw);
    const ref = c.req.param('ref') ?? '';
    return await service.withBody(c.req.raw, async (bytes) =>
      itemAnswer(await takeRecords(service, { holder, of: { facility }, body: { format, ref, bytes }, single: true, receivedAt: receiptTimeOf(service, c), validateOnly: isValidateOnly(c) }), format === 'put'),
    );
  };
  app.put('/v1/facilities/:facility/stays/:ref', one('put'));
  app.patch('/v1/facilities/:facility/stays/:ref', one('patch'));
  app.post('/v1/facilities/:facility/stays/:ref/check-out', one('check-out'));
  app.post('/v1/facilities/:facility/stays/:ref/cancel', one('cancel'));
  app.post('/v1/facilities/:facility/stays', async (c) => {
    const { holder, facility } = await admitted(service, c);
    const format = batchFormats[mediaTypeOf(c.req.raw)];
    if (format === undefined) throw new AppError('request.media-type');
    return await takeBatch(service, c, { holder, facility, format });
  });
};

type Batch = { readonly holder: KeyHolder; readonly facility: FacilityRecord; readonly format: Exclude<TakeInFormat, 'put' | 'patch' | 'check-out' | 'cancel'> };

const isFile = (format: TakeInFormat): format is FileFormat => format === 'xlsx' || format === 'csv' || format === 'xml' || format === 'qr';

/** Takes a batch whose sender and facility are settled. */
export const takeBatch = (service: Service, c: Context, { holder, facility, format }: Batch): Promise<Response> =>
  service.withBody(c.req.raw, async (bytes) => {
    const body: TakeInBody = format === 'qr' ? { format, shared: sharedOf(c), bytes } : { format, bytes };
    const file = isFile(format) && accepts(c.req.raw, workbookType) ? format : undefined;
    const taken = await takeRecords(service, { holder, of: { facility }, body, single: false, receivedAt: receiptTimeOf(service, c), validateOnly: isValidateOnly(c), keepRows: file !== undefined });
    return file === undefined ? batchAnswer(taken) : fileAnswer(taken, giveBack({ format: file, items: taken.items, rows: taken.rows ?? [] }));
  });

/** What the address says of all guests of a list of QR texts. @throws AppError `request.invalid` for a name that stands twice. */
const sharedOf = (c: Context): QrShared => {
  const shared: Partial<Record<keyof QrShared, string>> = {};
  for (const name of ['arrival', 'expectedDeparture', 'room', 'reason'] as const) {
    const [value, ...more] = c.req.queries(name) ?? [];
    if (more.length > 0) throw new AppError('request.invalid', { detail: `${name} stands more than once.` });
    if (value !== undefined && value !== '') shared[name] = value;
  }
  return shared;
};

/** The sender and the facility of the address. @throws AppError 401, 403, 404, `facility.kind-has-no-stays`. */
const admitted = async (service: Service, c: Context): Promise<{ readonly holder: KeyHolder; readonly facility: FacilityRecord }> => {
  const holder = await holderOf(service, c.req.raw, writers);
  const facility = facilityFor(service, holder, c.req.param('facility') ?? '');
  assertRegistersStays(service, facility);
  return { holder, facility };
};

/** @throws AppError `facility.kind-has-no-stays`: coaches register trips. */
export const assertRegistersStays = (service: Service, facility: FacilityRecord): void => {
  const kind = (facility.versions.at(-1) ?? facility.registered).kind;
  if (service.locality.facilityKind(kind)?.registersStays === false) throw new AppError('facility.kind-has-no-stays');
};
