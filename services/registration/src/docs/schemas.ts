import { codes } from '@da06/errors';
import { IndicatorDefinedData, UnitPublishedData } from '@da06/events';
import type { Locality } from '@da06/reference';
import { z } from 'zod';
import { DocumentBody } from '../routes/documents.ts';
import { CloseBody } from '../routes/facilities.ts';
import { FacilityBody } from '../routes/facility-body.ts';
import { InspectionBody } from '../routes/inspections.ts';
import { KeyBody } from '../routes/keys.ts';
import { OutageBody } from '../routes/outages.ts';
import { StatisticBody } from '../routes/statistics.ts';
import { recordSchemas } from '../take-in/docs-schema.ts';

export type Json = Readonly<Record<string, unknown>>;

const text = (description: string, more: Json = {}): Json => ({ type: 'string', description, ...more });
const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
};
const cell: Json = { type: 'object', required: ['row', 'column'], description: 'Cell of a workbook, from 1.', properties: { row: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } } };
const counts = { received: { type: 'integer' }, accepted: { type: 'integer' }, duplicate: { type: 'integer' }, amended: { type: 'integer' }, late: { type: 'integer' }, rejected: { type: 'integer' } };

/** The schemas of bodies and answers. What the sender gives is described, not enforced here: take-in says of every fault where and why. */
export const schemasOf = (locality: Locality): Readonly<Record<string, Json>> => ({
  Facility: schemaOf(FacilityBody),
  FacilityClosing: schemaOf(CloseBody),
  Key: schemaOf(KeyBody),
  Unit: schemaOf(UnitPublishedData),
  Indicator: schemaOf(IndicatorDefinedData),
  StatisticRelease: schemaOf(StatisticBody),
  Inspection: schemaOf(InspectionBody),
  Outage: schemaOf(OutageBody),
  DocumentText: schemaOf(DocumentBody),
  ...recordSchemas({ documentKinds: locality.documentKinds, reasons: locality.reasons }),
  Fault: {
    type: 'object', required: ['pointer', 'code', 'severity', 'vi', 'en'],
    properties: { pointer: text('JSON Pointer (RFC 6901) into the item.'), code: text('See GET /v1/errors.', { enum: Object.keys(codes) }), severity: { enum: ['reject', 'warn', 'info'] }, vi: text('Vietnamese.'), en: text('English.'), received: text('What was received, cut at 80 characters.'), at: cell },
  },
  Item: {
    type: 'object', required: ['index', 'ref', 'status', 'late', 'registrationNumber', 'eventId', 'hash', 'faults'],
    properties: {
      index: { type: 'integer', description: 'From 0, over the records.' }, ref: text('The sender’s reference, or the one derived.'), status: { enum: ['accepted', 'duplicate', 'amended', 'rejected'] },
      late: { type: 'boolean', description: 'Of a stay: told at the legal deadline or after it.' }, registrationNumber: { type: ['string', 'null'], pattern: '^(?:LT|DC|LD|CX)[0-9A-HJKMNP-TV-Z]{16}$', description: 'LT = a stay, DC = a resident’s record, LD = a worker’s, CX = a coach’s trip.' }, eventId: { type: ['string', 'null'] },
      hash: text('SHA-256 of the item’s RFC 8785 JSON.'), at: { oneOf: [{ type: 'object', required: ['line'], properties: { line: { type: 'integer', minimum: 1 } } }, cell], description: 'Of files, from 1: the line; of a workbook the cell, of a rejected record the first that refuses it.' }, faults: { type: 'array', items: { $ref: '#/components/schemas/Fault' } },
    },
  },
  BusinessItem: {
    type: 'object', required: ['id', 'status', 'eventId', 'faults'],
    properties: { index: { type: 'integer', description: 'Of a batch, from 0.' }, id: text('Id of the business.'), status: { enum: ['accepted', 'duplicate', 'amended', 'rejected'] }, eventId: { type: ['string', 'null'] }, faults: { type: 'array', items: { $ref: '#/components/schemas/Fault' } } },
  },
  BusinessBatch: {
    type: 'object', required: ['received', 'accepted', 'duplicate', 'amended', 'rejected', 'items'], description: 'received = accepted + rejected; duplicate and amended are counted within accepted.',
    properties: { received: counts.received, accepted: counts.accepted, duplicate: counts.duplicate, amended: counts.amended, rejected: counts.rejected, items: { type: 'array', items: { $ref: '#/components/schemas/BusinessItem' } } },
  },
  ItemAnswer: { allOf: [{ $ref: '#/components/schemas/Item' }, { type: 'object', required: ['receipt'], properties: { receipt: { type: ['string', 'null'], description: 'Compact JWS; null with validate=only.' } } }] },
  BatchAnswer: {
    type: 'object', required: [...Object.keys(counts), 'receipt', 'items'], description: 'received = accepted + rejected; duplicate, amended and late are counted within accepted.',
    properties: { ...counts, receipt: { type: ['string', 'null'] }, items: { type: 'array', items: { $ref: '#/components/schemas/Item' } } },
  },
  Problem: {
    type: 'object', required: ['type', 'title', 'code', 'vi'], description: 'Problem details (RFC 9457).',
    properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' }, instance: { type: 'string' }, code: { enum: Object.keys(codes) }, vi: { type: 'string' }, pointer: { type: 'string' }, faults: { type: 'array', items: { $ref: '#/components/schemas/Fault' } } },
  },
});
