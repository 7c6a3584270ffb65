import { describe, expect, it } from 'vitest';
import { disclosed, type Published } from '../incidents/disclosure.ts';
import { placesAt } from '../population/places.ts';
import { expectedTourism, hasTourists } from './expected-tourism.ts';
import { facilityDays } from './facility-days.ts';
import { groupedBy } from './grouped.ts';
import { tourismKinds } from './guest-days.ts';
import { randomTourism } from './random-tourism.ts';

type Row = { readonly day: string; readonly place_kind: string; readonly place: string; readonly facility_kind: string; readonly nights: number | null; readonly suppressed: number };

describe('what is published of tourism', () => {
  it.each(['', '2025-06-30', '2025-07-01'])('tells nothing of a unit that is left out, whatever is added and subtracted of units, areas and the whole, on the boundaries of “%s”', (boundary) => {
    let [leftOut, areas, proportions] = [0, 0, 0];
    for (let seed = 1; seed <= 40; seed += 1) {
      const { facts } = randomTourism({ seed, from: seed % 2 === 0 ? '2025-06-16' : '2026-02-10', days: 30, guests: 120 });
      const days = facilityDays(facts);
      const rows = (expectedTourism(facts, days, boundary) as Row[]).filter(({ facility_kind }) => facility_kind === '');
      const present = groupedBy(days.filter((of) => tourismKinds.includes(of.kind) && (of.inForce || hasTourists(of))), ({ day }) => day);
      for (const [day, own] of groupedBy(rows, (row) => row.day)) {
        const units = new Set((present.get(day) ?? []).map(({ unit }) => unit));
        const places = placesAt(facts, boundary === '' ? day : boundary);
        const partsOf = new Map<string, Map<string, bigint>>();
        for (const unit of units) for (const { kind, place, share } of places.partsOf({ unit, formerUnit: '' })) partsOf.set(`${kind} ${place}`, (partsOf.get(`${kind} ${place}`) ?? new Map<string, bigint>()).set(unit, BigInt(share)));
        const figures = own.map(({ place_kind, place, nights, suppressed }): Published => ({ period: 'calendar', key: `${place_kind} ${place}`, month: 0, span: 1, figure: suppressed === 1 ? null : nights }));
        leftOut += own.filter(({ place_kind, suppressed }) => place_kind === 'unit' && suppressed === 1).length;
        areas += own.filter(({ place_kind, suppressed }) => place_kind === 'area' && suppressed === 0).length;
        const told = (some: readonly Published[]): string[] => disclosed(some.map(asNumber), (key) => partsOf.get(key) ?? new Map()).map(({ key }) => key).filter((key) => key.startsWith('unit '));
        // Parts of one unit on other boundaries are in proportion to one another, area or none.
        const toldByUnits = told(figures.filter(({ key }) => !key.startsWith('area ')));
        proportions += toldByUnits.length > 0 ? 1 : 0;
        expect([seed, day, told(figures)]).toEqual([seed, day, toldByUnits]);
      }
    }
    expect([leftOut > 1_000, areas > 100, proportions < 10]).toEqual([true, true, true]);
  });
});

/** That what adds to nothing is nothing tells of no guest: every number stands for itself. */
const asNumber = (one: Published): Published => (one.figure === 0 ? { ...one, figure: 1 } : one);
