import { describe, expect, it } from 'vitest';
import { recordWithdrawnType, residenceRegisteredType } from '@da06/events';
import { sampleResident } from '../take-in/register/samples.ts';
import { startRegistration } from '../testing/started.ts';

describe('one record of a register', () => {
  it('is accepted once, then a duplicate, then an amendment, and a lower revision overrides nothing', async () => {
    const { call, events } = await startRegistration();
    const { ref: _, ...record } = sampleResident();
    const put = async (body: Record<string, unknown>) => {
      const { status, body: item } = await call('PUT', '/v1/residents/CT-1', body);
      return [status, item['status'], (item['faults'] as { code: string }[]).map(({ code }) => code)];
    };
    expect(await put(record)).toEqual([201, 'accepted', []]);
    expect(await put(record)).toEqual([200, 'duplicate', []]);
    expect(await put({ ...record, revision: 2, cause: 'other' })).toEqual([200, 'amended', []]);
    expect(await put({ ...record, revision: 1 })).toEqual([200, 'amended', ['record.revision-older']]);
    const recorded = await events();
    expect(recorded.map(({ type, subject, data }) => [type, subject, data['revision']])).toEqual([0, 2, 1].map((revision) => [residenceRegisteredType, 'residents/CT-1', revision]));
  });

  it('is withdrawn, told so again as a duplicate, and counts anew when it is sent again, also after a restart', async () => {
    const first = await startRegistration();
    const { ref: _, ...record } = sampleResident();
    expect((await first.call('POST', '/v1/residents/CT-1/withdraw', { reason: 'mẫu' })).status).toBe(202);
    expect((await first.call('PUT', '/v1/residents/CT-1', record)).body).toMatchObject({ status: 'accepted' });
    expect((await first.call('POST', '/v1/residents/CT-1/withdraw', { reason: 'mẫu' })).body).toMatchObject({ status: 'amended' });
    const { call, events } = await first.again();
    expect((await call('POST', '/v1/residents/CT-1/withdraw', { reason: 'mẫu' })).body).toMatchObject({ status: 'duplicate' });
    expect((await call('PUT', '/v1/residents/CT-1', record)).body).toMatchObject({ status: 'amended' });
    expect((await call('PUT', '/v1/residents/CT-1', record)).body).toMatchObject({ status: 'duplicate' });
    expect((await events()).map(({ type }) => type)).toEqual([recordWithdrawnType, residenceRegisteredType, recordWithdrawnType, residenceRegisteredType]);
  });
});
