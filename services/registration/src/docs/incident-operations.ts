import type { Operation } from '@da06/service-kit';
import { arrayOf, batchOf, json, singleOf, validate } from './answers.ts';
import { heldIncidentExample, incidentBatchExample, incidentCsvExample, incidentExample, incidentItemExample, incidentRejectedExample } from './incident-examples.ts';

const tag = 'Vụ việc · Incidents';
const { item, refused: content } = singleOf(incidentItemExample, incidentRejectedExample);
const text = { schema: { type: 'string' } } as const;

/** The routes of incidents. */
export const incidentOperations: readonly Operation[] = [
  { method: 'put', path: '/v1/incidents/{ref}', tag, summary: 'Record an incident, update it, or withdraw it', query: validate, body: json('Incident', incidentExample),
    description: 'Kind, unit, times, channel, outcome and losses; never a person, a plate, an address or free text. Replaced whole: content equal to what holds is a duplicate; status withdrawn takes it out of every figure. A commune’s key works with incidents of its own unit alone.',
    answers: { 201: { description: 'First sending.', content: item }, 200: { description: 'Amended, or a duplicate.', content: item }, 422: { description: 'Refused, with every fault.', content } }, problems: [400, 403, 413, 415, 503] },
  { method: 'post', path: '/v1/incidents', tag, summary: 'Record up to 50,000 incidents at once', query: validate, description: 'What is accepted is recorded all or none, each record seeing those before it. The answer and its receipt are those of stays; no number is given.',
    body: { ...json(arrayOf('Incident'), [incidentExample]), 'application/x-ndjson': { ...text, example: `${JSON.stringify(incidentExample)}\n` }, 'text/csv': { ...text, example: incidentCsvExample } },
    answers: batchOf(incidentBatchExample, 'None accepted, or no item (batch.empty).'), problems: [400, 403, 413, 415, 503] },
  { method: 'get', path: '/v1/incidents', tag, summary: 'Incidents as they stand', query: { unit: 'uid, or GSO code of today.', kind: 'Kind of incident.', from: 'First local day on which it happened, or was reported where that is not known.', to: 'Last one.' },
    answers: { 200: { description: 'By day, withdrawn ones too; of a commune’s key its own.', content: json({ type: 'array', items: { type: 'object' } }, [heldIncidentExample]) } }, problems: [403] },
  { method: 'get', path: '/v1/incidents/{ref}', tag, summary: 'One incident as it stands', answers: { 200: { description: 'What the last of the highest revision says.', content: json({ type: 'object' }, heldIncidentExample) } }, problems: [403, 404] },
];
