import { AppError } from '@da06/errors';
import type { PopulationRegister } from '@da06/events';
import { accepts, assertJson, mediaTypeOf, type KeyHolder } from '@da06/service-kit';
import { workbookType } from '@da06/workbook';
import type { Context, Hono } from 'hono';
import { giveBackRecords, writeTemplate } from '../register-sheet/write-register-sheet.ts';
import type { Service } from '../service.ts';
import { holderOf, receiptTimeOf, registerWriters } from './context.ts';
import { batchAnswer, fileAnswer, isValidateOnly, itemAnswer, takeRecords, type Subject } from './take-records.ts';

export const populationRegisters: readonly PopulationRegister[] = ['residents', 'workers'];

const templateName: Readonly<Record<PopulationRegister, string>> = { residents: 'mau-dan-cu.xlsx', workers: 'mau-lao-dong.xlsx' };

const batchFormats: Readonly<Record<string, 'json' | 'ndjson' | 'csv' | 'xlsx'>> = {
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'text/csv': 'csv',
  [workbookType]: 'xlsx',
};

/** The registers of residents and workers: one record, a batch, a withdrawal. */
export const registerRoutes = (app: Hono, service: Service): void => {
  for (const register of populationRegisters) {
    // Before the addresses of records: a reference may look like the name of the file.
    app.get(`/v1/${register}/template.xlsx`, async (c) => {
      await holderOf(service, c.req.raw, registerWriters);
      return new Response(writeTemplate(register), { headers: { 'content-type': workbookType, 'content-disposition': `attachment; filename="${templateName[register]}"` } });
    });
    const one = (format: 'put' | 'cancel') => async (c: Context): Promise<Response> => {
      const { holder, of } = await admitted(service, c, register);
      assertJson(c.req.raw);
      const ref = c.req.param('ref') ?? '';
      return await service.withBody(c.req.raw, async (bytes) =>
        itemAnswer(await takeRecords(service, { holder, of, body: { format, ref, bytes }, single: true, receivedAt: receiptTimeOf(service, c), validateOnly: isValidateOnly(c) }), format === 'put'),
      );
    };
    app.put(`/v1/${register}/:ref`, one('put'));
    app.post(`/v1/${register}/:ref/withdraw`, one('cancel'));
    app.post(`/v1/${register}`, async (c) => {
      const { holder, of } = await admitted(service, c, register);
      const format = batchFormats[mediaTypeOf(c.req.raw)];
      if (format === undefined) throw new AppError('request.media-type');
      const file = (format === 'xlsx' || format === 'csv') && accepts(c.req.raw, workbookType) ? format : undefined;
      return await service.withBody(c.req.raw, async (bytes) => {
        const taken = await takeRecords(service, { holder, of, body: { format, bytes }, single: false, receivedAt: receiptTimeOf(service, c), validateOnly: isValidateOnly(c), keepRows: file !== undefined });
        return file === undefined ? batchAnswer(taken) : fileAnswer(taken, giveBackRecords({ register, format: file, items: taken.items, rows: taken.rows ?? [] }));
      });
    });
  }
};

/** The sender, and what of the register it may write. @throws AppError 401, 403. */
const admitted = async (service: Service, c: Context, register: PopulationRegister): Promise<{ readonly holder: KeyHolder; readonly of: Subject }> => {
  const holder = await holderOf(service, c.req.raw, registerWriters);
  const unit = unitOfCommune(holder);
  return { holder, of: unit === undefined ? { register } : { register, unit } };
};

/** The unit that a commune's key works with; undefined = a key of all units. @throws AppError `request.forbidden` for one of a commune that names no unit. */
export const unitOfCommune = ({ role, unit }: KeyHolder): string | undefined => {
  if (role !== 'commune') return undefined;
  if (unit === '') throw new AppError('request.forbidden', { detail: 'This key of a commune names no unit.' });
  return unit;
};
