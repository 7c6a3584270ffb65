import { assertJson, parseJson, problem } from '@da06/service-kit';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { Service } from '../service.ts';
import { readDocument, unreadableCode, type DocumentText } from '../take-in/read-document.ts';
import { holderOf, writers } from './context.ts';

const text = z.string().max(2000);
export const DocumentBody = z.object({ qr: text.optional(), mrz: text.optional() }).superRefine(({ qr, mrz }, context) => {
  if ((qr === undefined) === (mrz === undefined)) context.addIssue({ code: 'custom', path: [qr === undefined ? 'qr' : 'mrz'], message: 'one of qr and mrz' });
});

/** Reading a document that was scanned, before anything of it is registered. */
export const documentRoutes = (app: Hono, service: Service): void => {
  app.post('/v1/documents/read', async (c) => {
    await holderOf(service, c.req.raw, writers);
    assertJson(c.req.raw);
    const { qr, mrz = '' } = await service.withBody(c.req.raw, (bytes) => parseJson(bytes, DocumentBody));
    const text: DocumentText = qr === undefined ? { mrz } : { qr };
    const read = readDocument(text, service.now(), service);
    c.header('cache-control', 'no-store');
    return read.guest === undefined ? problem(unreadableCode(read), { status: 422, pointer: `/${read.captured}`, extra: { faults: read.faults } }) : c.json(read);
  });
};
