import { alertRulePublishedType, holidayPublishedType, indicatorDefinedType, unitPublishedType, type Envelope } from '@da06/events';
import { loadLocality, type Locality } from '@da06/reference';
import { describe, expect, it } from 'vitest';
import { startRegistration } from '../testing/started.ts';

const locality = loadLocality();
const publications = async ({ events }: { readonly events: (type?: string) => Promise<Envelope[]> }): Promise<Envelope[]> => [...(await events(unitPublishedType)), ...(await events(indicatorDefinedType)), ...(await events(holidayPublishedType)), ...(await events(alertRulePublishedType))];

describe('the units, definitions, holidays and rules of a locality', () => {
  it('are written down at the first start, and not again at the next', async () => {
    const first = await startRegistration();
    const published = await publications(first);
    expect(published.map(({ data }) => data)).toEqual([...locality.unitsInTime.published, ...locality.indicatorDefinitions, ...locality.holidays, ...locality.alertRules]);
    expect(new Set(published.map(({ subject, actor }) => `${actor} ${subject}`)).size).toBe(published.length);
    const second = await first.again();
    const third = await second.again();
    expect(await publications(third)).toHaveLength(published.length);
  });

  it('are written down again where they say something else, and nowhere else', async () => {
    const first = await startRegistration();
    const before = await publications(first);
    const changed: Locality = {
      ...locality,
      unitsInTime: { ...locality.unitsInTime, published: locality.unitsInTime.published.map((unit) => (unit.uid === 'W25345@2025' ? { ...unit, areaKm2: 199.5 } : unit)) },
      indicatorDefinitions: [...locality.indicatorDefinitions.map((definition) => (definition.code === 'dc.births' ? { ...definition, definitionVi: 'Định nghĩa mới.' } : definition)), { ...locality.indicatorDefinitions[0], code: 'dc.new' } as (typeof locality.indicatorDefinitions)[number]],
    };
    const second = await first.again({ locality: changed });
    const told = (all: readonly Envelope[]): unknown => all.filter(({ id }) => !before.some((known) => known.id === id)).map(({ data }) => data['areaKm2'] ?? data['code']);
    expect(told(await publications(second))).toEqual([199.5, 'dc.births', 'dc.new']);
    // Back to the old pack: the newest is told again, as it differs from what the log says now. What the pack no longer has stays.
    const third = await second.again({ locality });
    expect(told(await publications(third))).toEqual([199.5, 0, 'dc.births', 'dc.new', 'dc.births']);
  });

  it('tell holidays of this year and of the next ones, and of Tết each year’s own days', async () => {
    const { events } = await startRegistration();
    const tet = (await events(holidayPublishedType)).filter(({ data }) => data['code'] === 'tet').map(({ subject, data }) => [subject, data['from'], data['to']]);
    expect(tet).toContainEqual(['tet/2026', '2026-02-16', '2026-02-20']);
    expect(tet).toContainEqual(['tet/2027', '2027-02-05', '2027-02-09']);
  });

  it('are read with any key: all units, those of a day, and every figure’s meaning', async () => {
    const { call } = await startRegistration();
    const { body: issued } = await call('POST', '/v1/keys', { name: 'Tường IOC', role: 'wall' });
    const key = String(issued['key']);
    const list = async (path: string): Promise<Record<string, unknown>[]> => JSON.parse((await call('GET', path, undefined, { key })).text) as Record<string, unknown>[];
    expect(await list('/v1/units')).toEqual(locality.unitsInTime.published);
    const of = async (day: string): Promise<unknown> => (await list(`/v1/units?on=${day}`)).filter(({ code }) => code === '25349').map(({ nameVi }) => nameVi);
    expect([await of('2025-06-30'), await of('2025-07-01')]).toEqual([['Xã Minh Tâm'], ['Xã Minh Đức']]);
    expect((await call('GET', '/v1/units?on=2025-02-30', undefined, { key })).status).toBe(400);
    expect(await list('/v1/indicators')).toEqual(locality.indicatorDefinitions);
  });
});
