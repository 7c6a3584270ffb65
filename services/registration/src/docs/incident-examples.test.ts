import { describe, expect, it } from 'vitest';
import { incidentColumnPath } from '../incidents/incident-fields.ts';
import { readIncident } from '../incidents/read-incident.ts';
import { readCsv } from '../take-in/read/read-csv.ts';
import { deps } from '../take-in/take-in.fixture.ts';
import { heldIncidentExample, incidentCsvExample, incidentExample } from './incident-examples.ts';

describe('the documented examples', () => {
  it('of incidents are read without a fault, and say the same', () => {
    const setting = { locality: deps.locality, receivedAt: Date.parse('2026-11-20T02:00:00.000Z'), ownUnits: undefined };
    const [row] = readCsv(Buffer.from(incidentCsvExample), incidentColumnPath);
    const read = [incidentExample, row !== undefined && 'value' in row ? row.value : undefined].map((value) => readIncident(value, [], setting));
    expect(read.map(({ found, incident }) => [found, incident])).toEqual([[[], heldIncidentExample], [[], heldIncidentExample]]);
  });
});
