import { problem } from '@da06/service-kit';
import type { Hono } from 'hono';
import { z } from 'zod';
import { assertJson } from '../http/media-type.ts';
import { parseJson } from '../http/parse-json.ts';
import type { Service } from '../service.ts';
import { readDocument, unreadableCode, type DocumentText } from '../take-in/read-document.ts';
import { holderOf, writers } from './context.ts';

const text = z.string().max(2000);
export const DocumentBody = z.union([z.object({ qr: text }), z.object({ mrz: text })]);

/** Reading a document that was scanned, before anything of it is registered. */
export const documentRoutes = (app: Hono, service: Service): void => {
  app.post('/v1/documents/read', async (c) => {
    await holderOf(service, c.req.raw, writers);
    assertJson(c.req.raw);
    const body: DocumentText = await service.withBody(c.req.raw, (bytes) => parseJson(bytes, DocumentBody));
    const read = readDocument(body, service.now(), service);
    c.header('cache-control', 'no-store');
    return read.guest === undefined ? problem(unreadableCode(read), { status: 422, pointer: `/${read.captured}`, extra: { faults: read.faults } }) : c.json(read);
  });
};
