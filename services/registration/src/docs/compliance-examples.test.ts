import { describe, expect, it } from 'vitest';
import { readBusiness } from '../businesses/read-business.ts';
import { businessColumnPath } from '../businesses/business-fields.ts';
import { readCsv } from '../take-in/read/read-csv.ts';
import { deps, prepareIn } from '../take-in/take-in.fixture.ts';
import { tripContext } from '../take-in/trip/samples.ts';
import { businessCsvExample, businessExample, tripCsvExample, tripExample } from './compliance-examples.ts';

describe('the documented examples', () => {
  it('of trips are taken without a fault', async () => {
    const items = [...(await prepareIn(tripContext, 'json', [tripExample])).items, ...(await prepareIn(tripContext, 'csv', tripCsvExample)).items];
    expect(items.map(({ rejected, faults }) => [rejected, faults])).toEqual([[false, []], [false, []]]);
  });

  it('of businesses are read without a fault, and say the same', () => {
    const setting = { locality: deps.locality, today: '2026-11-20', ownUnits: undefined };
    const [row] = readCsv(Buffer.from(businessCsvExample), businessColumnPath);
    const read = [businessExample, row !== undefined && 'value' in row ? row.value : undefined].map((value) => readBusiness(value, [], setting));
    expect(read.map(({ found, business }) => [found, business])).toEqual([[[], businessExample], [[], businessExample]]);
  });
});
