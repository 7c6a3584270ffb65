import type { StatisticReleased } from '@da06/events';
import { beforeEach, describe, expect, it } from 'vitest';
import { absent, createResidents, ethnic } from '../testing/residents.ts';
import { startRegistration, type Started } from '../testing/started.ts';

let started: Started;
let residents: ReturnType<typeof createResidents>;
beforeEach(async () => {
  started = await startRegistration();
  residents = createResidents(started.log);
});

const tanKhai = 'W25357@2025';
const other = 'W25363@2025';
type Cells = StatisticReleased['data']['cells'];
const release = async (statistic: string, asOf: string): Promise<{ opened: number; unknown: number; cells: Cells }> => {
  const { status, body } = await started.call('POST', `/v1/statistics/${statistic}`, { asOf });
  expect(status).toBe(201);
  return body as never;
};
/** unit code persons, of the cells that are not margins. */
const told = (cells: Cells): string[] => cells.filter(({ unit, code }) => unit !== '' && code !== '').map(({ unit, code, persons }) => `${unit} ${code} ${String(persons)}`);
const totalOf = (cells: Cells): number | null | undefined => cells.find(({ unit, code }) => unit === '' && code === '')?.persons;

/** So many residents of a group in a unit, each with one record. */
const settle = (count: number, unit: string, code: string, more: object = {}) => residents.record(Array.from({ length: count }, () => [residents.build.residenceRegistered({ unit, on: '2026-01-01', ...more }), ethnic(code)] as const));

describe('a count of the ethnic groups of residents', () => {
  it('is by unit and group, with small cells and what would tell them left out, and is recorded before and after', async () => {
    await settle(9, tanKhai, '01');
    await settle(3, tanKhai, '22');
    await settle(8, other, '01');
    await settle(7, other, '22');
    const { opened, unknown, cells } = await release('ethnicity', '2026-10-31');
    expect([opened, unknown, totalOf(cells)]).toEqual([27, 0, 27]);
    expect(told(cells)).toEqual([`${tanKhai} 01 null`, `${tanKhai} 22 null`, `${other} 01 null`, `${other} 22 null`]);
    expect(cells.filter(({ code }) => code === '').map(({ unit, persons, vi }) => [unit, persons, vi])).toEqual([[tanKhai, 12, 'Tất cả'], [other, 15, 'Tất cả'], ['', 27, 'Tất cả']]);
    const [read] = await started.events('vn.da06.identity.read.v1');
    const [event] = await started.events('vn.da06.statistic.released.v1');
    expect(read).toMatchObject({ actor: 'admin:admin', subject: 'ethnicity', data: { purpose: 'statistic-ethnicity', facility: '', personKey: '' } });
    expect(event).toMatchObject({ actor: 'admin:admin', subject: 'ethnicity', data: { statistic: 'ethnicity', asOf: '2026-10-31', opened: 27, cells } });
    expect((read?.sequence ?? 'z') < (event?.sequence ?? '')).toBe(true);
    expect(await started.events('vn.da06.identity.read.v1')).toHaveLength(1);
  });

  it('counts who lived here at the end of that day: no one who came later, left, died, was withdrawn, or whose time is over', async () => {
    const { build, record } = residents;
    await settle(6, tanKhai, '01');
    await settle(1, tanKhai, '01', { kind: 'temporary', until: '2026-10-31' });
    const gone = build.residenceRegistered({ unit: tanKhai, on: '2026-01-01' });
    const dead = build.residenceRegistered({ unit: tanKhai, on: '2026-01-01' });
    const wrong = build.residenceRegistered({ unit: tanKhai, on: '2026-01-01' });
    await record([
      [gone, ethnic('01')], [dead, ethnic('01')], [wrong, ethnic('01')], [build.residenceRegistered({ unit: tanKhai, on: '2026-11-01' }), ethnic('01')],
      [build.residenceMoved({ personKey: gone.data.personKey, on: '2026-10-31', unit: '', destination: 'outside' })], [build.deathRegistered({ personKey: dead.data.personKey, on: '2026-10-31' })], [build.recordWithdrawn({ ref: wrong.data.ref })],
    ]);
    expect(told((await release('ethnicity', '2026-10-31')).cells)).toEqual([`${tanKhai} 01 7`]);
    expect(told((await release('ethnicity', '2026-11-01')).cells)).toEqual([`${tanKhai} 01 7`]);
    expect(told((await release('ethnicity', '2026-10-30')).cells)).toEqual([`${tanKhai} 01 9`]);
  });

  it('takes a person once, by the newest record that tells the group, with linked papers as one', async () => {
    const { build, record } = residents;
    await settle(5, tanKhai, '01');
    const [card, old] = ['a'.repeat(32), 'b'.repeat(32)];
    await record([
      [build.residenceRegistered({ personKey: old, unit: tanKhai, on: '2026-01-01' }), ethnic('22')], [build.householdChanged({ personKey: card, unit: tanKhai, on: '2026-02-01', kind: 'permanent' }), ethnic('01')],
      [build.householdChanged({ personKey: card, unit: tanKhai, on: '2026-03-01', kind: 'permanent' }), { person: { fullName: 'Thị Mẫu' } }], [build.personLinked({ cmndKey: old, cccdKey: card })],
    ]);
    const { opened, unknown, cells } = await release('ethnicity', '2026-10-31');
    expect([opened, unknown, told(cells)]).toEqual([8, 1, [`${tanKhai} 01 6`]]);
  });

  it('counts a record of a unit that was merged at the one it went into, from the day of the merger on', async () => {
    await settle(6, 'W25360@old', '01', { on: '2020-01-01' });
    const successor = (await release('ethnicity', '2026-10-31')).cells[0]?.unit;
    expect([successor, (await release('ethnicity', '2025-06-30')).cells[0]?.unit]).toEqual([tanKhai, 'W25360@old']);
  });

  it('leaves out of the table of whom nothing is known, and opens nothing where nobody lives', async () => {
    await settle(5, tanKhai, '01');
    await residents.record([[residents.build.residenceRegistered({ unit: tanKhai, on: '2026-01-01' }), { person: {} }], [residents.build.residenceRegistered({ unit: tanKhai, on: '2026-01-01' })]]);
    expect(await release('ethnicity', '2026-10-31')).toMatchObject({ opened: 6, unknown: 1 });
    expect(await release('ethnicity', '2010-01-01')).toMatchObject({ opened: 0, unknown: 0, cells: [{ unit: '', code: '', persons: 0 }] });
    expect(await started.events('vn.da06.identity.read.v1')).toHaveLength(1);
  });
});

describe('a count of the cases of absence', () => {
  it('is of those who are away, by the record of that absence alone', async () => {
    const { build, record } = residents;
    const away = (code: string, more: object = {}) => [build.absenceDeclared({ unit: tanKhai, on: '2026-09-01', ...more }), absent(code)] as const;
    const back = away('a');
    await record([...Array.from({ length: 5 }, () => away('d')), away('a', { until: '2026-10-01' }), back, [build.residenceEnded({ personKey: back[0].data.personKey, kind: 'absence', cause: 'returned', on: '2026-10-10' })]]);
    expect(await release('absence-case', '2026-10-31')).toMatchObject({ opened: 5, unknown: 0 });
    expect(told((await release('absence-case', '2026-10-31')).cells)).toEqual([`${tanKhai} d 5`]);
    expect(told((await release('absence-case', '2026-10-01')).cells)).toEqual([`${tanKhai} a null`, `${tanKhai} d null`]);
  });
});

describe('the routes of sealed statistics', () => {
  it('answer what was released, the newest for each day', async () => {
    await settle(5, tanKhai, '01');
    await release('ethnicity', '2026-10-31');
    await settle(1, tanKhai, '01');
    const again = await release('ethnicity', '2026-10-31');
    await release('ethnicity', '2026-09-30');
    await release('absence-case', '2026-10-31');
    const { status, body } = await started.call('GET', '/v1/statistics/ethnicity');
    expect([status, body]).toMatchObject([200, [{ asOf: '2026-10-31', ...again, releasedAt: expect.any(String) as string }, { asOf: '2026-09-30' }]]);
    expect((await started.call('GET', '/v1/statistics/ethnicity?asOf=2026-09-30')).body).toHaveLength(1);
  });

  it('refuse another statistic, a day to come, and another role', async () => {
    expect(await started.call('POST', '/v1/statistics/religion', { asOf: '2026-10-31' })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await started.call('POST', '/v1/statistics/ethnicity', { asOf: '2026-11-21' })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await started.call('GET', '/v1/statistics/ethnicity?asOf=2026-13-01')).toMatchObject({ status: 400 });
    const { body } = await started.call('POST', '/v1/keys', { name: 'x', role: 'analyst' });
    expect(await started.call('POST', '/v1/statistics/ethnicity', { asOf: '2026-10-31' }, { key: String(body['key']) })).toMatchObject({ status: 403 });
    expect(await started.events('vn.da06.statistic.released.v1')).toEqual([]);
  });
});
