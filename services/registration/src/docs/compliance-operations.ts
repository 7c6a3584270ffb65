import type { Operation } from '@da06/service-kit';
import { arrayOf, batchOf, json, singleOf, validate } from './answers.ts';
import {
  businessBatchExample, businessCsvExample, businessExample, heldInspectionExample, heldOutageExample, inspectionExample, outageExample, ownTripExample, tripBatchExample, tripCsvExample, tripExample, tripItemExample, tripRejectedExample,
} from './compliance-examples.ts';

const trips = '/v1/facilities/{facility}/trips';
const tripTag = 'Chuyến xe · Coach trips';
const businessTag = 'Đầu đọc thẻ · Readers';
const dutyTag = 'Chấp hành · Compliance';
const { item, refused: content } = singleOf(tripItemExample, tripRejectedExample);
const problems = [400, 403, 413, 415, 503] as const;
const ofFacility = [400, 403, 404, 413, 415, 422, 503] as const;
const text = { schema: { type: 'string' } } as const;

/** The routes of coach trips, businesses with readers, inspections and outages. */
export const complianceOperations: readonly Operation[] = [
  { method: 'put', path: `${trips}/{ref}`, tag: tripTag, summary: 'Report one trip of a coach, or send it again', query: validate, body: json('Trip', tripExample),
    description: 'Route, times, number of passengers, plate; nothing of who travels or drives. The plate is sealed. Content equal to what holds is a duplicate; any other content replaces the whole trip, also one with status cancelled. Trips are never guests, nights or residents.',
    answers: { 201: { description: 'First sending.', content: item }, 200: { description: 'Amended, or a duplicate.', content: item }, 422: { description: 'Refused, with every fault; or a facility that is no coach.', content } }, problems: [400, 403, 404, 413, 415, 503] },
  { method: 'post', path: trips, tag: tripTag, summary: 'Report up to 50,000 trips at once', query: validate,
    description: 'The answer, its limits and its receipt are those of stays. A JSON array is read whole before anything is recorded; NDJSON and CSV by line.',
    body: { ...json(arrayOf('Trip'), [tripExample]), 'application/x-ndjson': { ...text, example: `${JSON.stringify(tripExample)}\n` }, 'text/csv': { ...text, example: tripCsvExample } },
    answers: batchOf(tripBatchExample, 'None accepted, no item (batch.empty), or a facility that is no coach.'), problems: [400, 403, 404, 413, 415, 503] },
  { method: 'get', path: `${trips}/{ref}`, tag: tripTag, summary: 'Your own trip, with its history', description: 'The plate is shown; that it was is recorded before (identity.read). Six months after the trip its key is destroyed.',
    answers: { 200: { description: 'The trip as it stands, and each event of it.', content: json({ type: 'object' }, ownTripExample) } }, problems: [403, 404, 503] },
  { method: 'put', path: '/v1/businesses/{id}', tag: businessTag, summary: 'Register a business that has to have an ID-card reader, or change it from validFrom on', body: json('Business', businessExample),
    description: 'Model 16. A later word about the same day replaces it, earlier days keep what was valid then. What names no day holds from today, and is a duplicate where it says what holds already. A commune’s key sends businesses of its own unit alone.',
    answers: { 201: { description: 'Not known before.', content: json('BusinessItem', { ...businessExample, status: 'accepted', eventId: '01a1f82f-1e80-7436-8069-515ed08ad802', faults: [] }) }, 200: { description: 'Changed, or a duplicate.', content: json('BusinessItem') } }, problems: [400, 403, 413, 415, 422, 503] },
  { method: 'post', path: '/v1/businesses', tag: businessTag, summary: 'Register up to 50,000 businesses at once', description: 'What is accepted is recorded all or none, each record seeing those before it. There is no receipt: no feed sends them.',
    body: { ...json(arrayOf('Business'), [businessExample]), 'application/x-ndjson': { ...text, example: `${JSON.stringify(businessExample)}\n` }, 'text/csv': { ...text, example: businessCsvExample } },
    answers: { 200: { description: 'All accepted.', content: json('BusinessBatch', businessBatchExample) }, 207: { description: 'Some accepted.', content: json('BusinessBatch') }, 422: { description: 'None accepted, or no item (batch.empty).', content: json('BusinessBatch') } }, problems },
  { method: 'get', path: '/v1/businesses', tag: businessTag, summary: 'Businesses as they are today', query: { unit: 'uid, or GSO code of today.', kind: 'Kind of business.' }, answers: { 200: { description: 'Closed ones too, with closedOn.', content: json(arrayOf('Business'), [businessExample]) } }, problems: [403] },
  { method: 'put', path: '/v1/facilities/{facility}/inspections/{ref}', tag: dutyTag, summary: 'Record an inspection, amend it, or withdraw it', body: json('Inspection', inspectionExample),
    description: 'How many guests were found, and how many of them had not been reported. Replaced whole; withdrawn = true takes it out of every figure. A commune’s key works with facilities of its own unit alone.',
    answers: { 201: { description: 'First sending.', content: json({ type: 'object' }, heldInspectionExample) }, 200: { description: 'What holds now: of a lower revision, still the higher one.', content: json({ type: 'object' }) } }, problems: ofFacility },
  { method: 'get', path: '/v1/facilities/{facility}/inspections', tag: dutyTag, summary: 'Inspections of a facility', answers: { 200: { description: 'By day, withdrawn ones too.', content: json({ type: 'array', items: { type: 'object' } }, [heldInspectionExample]) } }, problems: [403, 404] },
  { method: 'put', path: '/v1/outages/{ref}', tag: dutyTag, summary: 'Declare an outage, end it, or withdraw it', body: json('Outage', outageExample),
    description: 'What fell due within it, and was told at most a day after its end, is excused. Replaced whole; until null = it is not over yet.',
    answers: { 201: { description: 'First sending.', content: json({ type: 'object' }, heldOutageExample) }, 200: { description: 'What holds now: of a lower revision, still the higher one.', content: json({ type: 'object' }) } }, problems: [400, 403, 413, 415, 422, 503] },
  { method: 'get', path: '/v1/outages', tag: dutyTag, summary: 'Outages that were declared', answers: { 200: { description: 'By their beginning, withdrawn ones too.', content: json({ type: 'array', items: { type: 'object' } }, [heldOutageExample]) } }, problems: [403] },
];
