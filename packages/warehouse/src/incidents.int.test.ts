import { incidentKinds } from '@da06/reference';
import { permutations, type AnyEvent } from '@da06/testkit';
import type { IncidentUpdated } from '@da06/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startVillage, type Village } from './village.fixture.ts';

type Told = Partial<IncidentUpdated['data']>;
const many = (count: number, prefix: string, happened: string, own: Told = {}) => Array.from({ length: count }, (_, index) => ({ ref: `${prefix}${index}`, happened, own }));

describe('incidents', () => {
  let village: Village;
  // An engine in another time zone: all days are of Vietnam.
  beforeAll(async () => {
    village = await startVillage('America/New_York');
  });
  afterAll(() => village.stop());

  /** Times are of Vietnam; reported an hour after it happened, taken in then unless told. */
  const event = (ref: string, happened: string, own: Told = {}, recorded?: string): AnyEvent => {
    const happenedAt = village.iso(happened);
    const reportedAt = new Date(Date.parse(happenedAt) + 3_600_000).toISOString();
    const at = recorded ?? new Date(Date.parse(reportedAt) + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    return village.at(at, () => village.build.incidentUpdated({ ref, unit: 'N1', happenedAt, reportedAt, ...own }));
  };
  const tell = (...told: readonly { readonly ref: string; readonly happened: string; readonly own?: Told; readonly recorded?: string }[]): Promise<void> => village.tell(...told.map(({ ref, happened, own, recorded }) => event(ref, happened, own, recorded)));
  const begin = async (): Promise<void> => {
    await village.begin();
    await village.tell(
      ...[['N1', 20_000], ['N2', 30_000]].map(([uid, population]) => village.at('2025-01-02 08:00', () => village.build.unitPublished({
        uid: String(uid), code: String(uid), nameVi: `Xã ${uid}`, validFrom: '2025-07-01', validTo: '', population: Number(population),
        projections: [
          ...(uid === 'N1' ? [{ from: '', to: '2025-06-30', unit: 'A', weight: 0.6, exact: false }, { from: '', to: '2025-06-30', unit: 'B', weight: 0.4, exact: false }] : [{ from: '', to: '2025-06-30', unit: 'C', weight: 1, exact: true }]),
          { from: '2025-07-01', to: '', unit: String(uid), weight: 1, exact: true },
        ],
        areas: [],
      }))),
    );
  };
  /** Months with something of the whole, as `calendar 2025-03 5`. */
  const months = (where = "place_kind = 'all' AND kind = ''", from = 'incident_rates'): Promise<readonly string[]> =>
    village.lines(`SELECT period_kind, substring(toString(month), 1, 7) AS m, incidents FROM ${from} WHERE ${where} AND NOT incidents = 0 ORDER BY period_kind, m`);

  it('are handled by when the reference data say', async () => {
    expect(await village.warehouse.query('SELECT kind, limit_s FROM incident_limits ORDER BY kind')).toEqual([...incidentKinds].sort((a, b) => (a.kind < b.kind ? -1 : 1)).map(({ kind, limitHours }) => ({ kind, limit_s: limitHours * 3_600 })));
  });

  it('are what the last of the highest revision says, whatever its type, in whatever order they come in, and keep when they were first taken in', async () => {
    await begin();
    const orders = permutations([0, 1, 2]);
    const told = orders.map((_, index) => [
      village.at('2025-08-01 09:00', () => village.build.incidentRecorded({ ref: `o${index}`, suspects: 1 })),
      village.at('2025-08-01 09:01', () => village.build.incidentUpdated({ ref: `o${index}`, revision: 1, suspects: 2 })),
      village.at('2025-08-01 09:02', () => village.build.incidentRecorded({ ref: `o${index}`, suspects: 3 })),
    ]);
    for (const step of [0, 1, 2, 0]) await village.tell(...orders.flatMap((order, index) => told[index]?.[order[step] ?? 0] ?? []));
    expect(await village.lines('SELECT suspects, revision, recorded_at, count() FROM incidents GROUP BY ALL')).toEqual(['2 1 2025-08-01 09:00:00.000 6']);
  });

  it('stand with their times, limit and losses; withdrawn ones do not', async () => {
    await begin();
    await tell(
      { ref: 'late', happened: '2025-08-01 08:00', own: { handledAt: village.iso('2025-08-02 09:01'), kind: 'traffic-accident', means: 'road', losses: { deaths: 1, injured: 2, damageVnd: 3_000_000 } } },
      { ref: 'in time', happened: '2025-08-01 08:00', own: { handledAt: village.iso('2025-08-02 09:00') } },
      { ref: 'due', happened: '2025-08-09 11:00', own: { happenedAt: null } }, { ref: 'overdue', happened: '2025-08-09 10:59' },
      { ref: 'denounced', happened: '2025-07-22 08:00', own: { kind: 'denunciation' } },
      { ref: 'none', happened: '2025-08-01 08:00', own: { withdrawn: true } },
    );
    await village.asOf('2025-08-10 12:00');
    expect(await village.lines('SELECT ref, happened_at, handled_at, response_s, due_at, in_time, deaths, injured, damage_vnd, means FROM incidents ORDER BY ref')).toEqual([
      'denounced 2025-07-22 08:00:00.000 1970-01-01 08:00:00.000 - 2025-08-11 09:00:00.000 -1 0 0 0 ',
      'due 1970-01-01 08:00:00.000 1970-01-01 08:00:00.000 - 2025-08-10 12:00:00.000 -1 0 0 0 ',
      'in time 2025-08-01 08:00:00.000 2025-08-02 09:00:00.000 86400 2025-08-02 09:00:00.000 1 0 0 0 ',
      'late 2025-08-01 08:00:00.000 2025-08-02 09:01:00.000 86460 2025-08-02 09:00:00.000 0 1 2 3000000 road',
      'overdue 2025-08-09 10:59:00.000 1970-01-01 08:00:00.000 - 2025-08-10 11:59:00.000 0 0 0 0 ',
    ]);
  });

  it('fall into the calendar month and the month of the police, which begins with the 15th at midnight in Vietnam', async () => {
    await begin();
    await tell(...many(5, 'a', '2025-08-14 23:59'), ...many(6, 'b', '2025-08-15 00:00'), ...many(7, 'c', '2025-08-31 23:59'), ...many(8, 'd', '2025-09-01 00:00'));
    await village.asOf('2025-09-20 12:00');
    expect(await months()).toEqual(['calendar 2025-08 18', 'calendar 2025-09 8', 'mps_15_14 2025-08 5', 'mps_15_14 2025-09 21']);
    expect(await village.lines("SELECT period_kind, month, closed FROM incident_rates WHERE place_kind = 'all' AND kind = '' ORDER BY ALL")).toEqual([
      'calendar 2025-08-01 1', 'calendar 2025-09-01 0', 'mps_15_14 2025-08-01 1', 'mps_15_14 2025-09-01 1', 'mps_15_14 2025-10-01 0',
    ]);
  });

  it('fall into the year of the police from 15 December, and into months across a leap day', async () => {
    await begin();
    await tell(...many(5, 'a', '2027-12-14 23:59'), ...many(6, 'b', '2027-12-15 00:00'), ...many(7, 'c', '2028-02-28 23:59'), ...many(8, 'd', '2028-02-29 12:00'), ...many(9, 'e', '2028-03-01 00:00'));
    await village.asOf('2028-03-10 12:00');
    expect(await months()).toEqual(['calendar 2027-12 11', 'calendar 2028-02 15', 'calendar 2028-03 9', 'mps_15_14 2027-12 5', 'mps_15_14 2028-01 6', 'mps_15_14 2028-03 24']);
    expect(await village.lines("SELECT period_kind, year, sum(incidents), max(closed) FROM incident_hours WHERE dimension = 'weekday' AND incidents > 0 GROUP BY ALL ORDER BY ALL")).toEqual(['calendar 2027 11 1', 'calendar 2028 24 0', 'mps_15_14 2027 5 1', 'mps_15_14 2028 30 0']);
  });

  it('are counted by hour and by weekday of when they happened, not of those that were only reported; hours of few are left out with one beside', async () => {
    await begin();
    // Monday 4 August 2025.
    await tell(...many(5, 'a', '2025-08-04 00:59'), ...many(3, 'b', '2025-08-04 23:00'), ...many(9, 'c', '2025-08-05 07:00'), ...many(20, 'd', '2025-08-05 08:00', { happenedAt: null }));
    await village.asOf('2025-08-10 12:00');
    expect(await village.lines("SELECT dimension, value, incidents, suppressed FROM incident_hours WHERE period_kind = 'calendar' AND NOT incidents = 0 ORDER BY ALL")).toEqual(['hour 0 - 1', 'hour 7 9 0', 'hour 23 - 1', 'weekday 1 8 0', 'weekday 2 9 0']);
    expect(await village.lines("SELECT dimension, count() FROM incident_hours WHERE period_kind = 'calendar' GROUP BY ALL ORDER BY ALL")).toEqual(['hour 24', 'weekday 7']);
  });

  it('of the last day before a reform and of its first are counted on the boundaries that are asked for', async () => {
    await begin();
    await tell(...many(10, 'a', '2025-06-30 23:59', { unit: 'A' }), ...many(20, 'n', '2025-07-01 00:00'), ...many(6, 'm', '2025-07-01 00:00', { unit: 'N2' }));
    await village.asOf('2025-07-10 12:00');
    const units = (from: string) => village.lines(`SELECT place, substring(toString(month), 6, 2) AS m, incidents, exact FROM ${from} WHERE period_kind = 'calendar' AND place_kind = 'unit' ORDER BY ALL`);
    expect(await units('incident_rates')).toEqual(['N1 06 10 1', 'N1 07 20 1', 'N2 06 0 1', 'N2 07 6 1']);
    expect(await units("incident_rates_at(boundary = '2025-06-30', known_at = '')")).toEqual(['A 06 10 1', 'A 07 12 0', 'B 06 0 1', 'B 07 8 0', 'C 06 0 1', 'C 07 6 1']);
    // Of what was known on the eve there is nothing of the reform.
    expect(await units("incident_rates_at(boundary = '', known_at = '2025-06-30')")).toEqual([]);
  });

  it('of one to four are left out, and one more beside where the sum would tell; kinds are a table of their own', async () => {
    await begin();
    await tell(...many(3, 'a', '2025-08-01 10:00', { kind: 'drug' }), ...many(9, 'b', '2025-08-01 10:00'), ...many(6, 'c', '2025-08-01 10:00', { unit: 'N2', kind: 'cyber' }), ...many(7, 'd', '2025-08-01 10:00', { unit: 'A' }), ...many(2, 'e', '2025-08-01 10:00', { unit: 'elsewhere' }));
    await village.asOf('2025-08-20 12:00');
    const cells = (where: string) => village.lines(`SELECT concat(place, kind) AS what, incidents, suppressed, handled, deaths FROM incident_rates WHERE period_kind = 'calendar' AND ${where} ORDER BY ALL`);
    expect(await cells("place_kind = 'all'")).toEqual([' 27 0 0 0', 'crime 18 0 0 0', 'cyber - 1 - -', 'drug - 1 - -']);
    expect(await cells("place_kind = 'unit'")).toEqual(['N1 19 0 0 0', 'N2 - 1 - -', 'elsewhere - 1 - -']);
  });

  it('are left out of both calendars where one has one to four of them: with the other month beside, their difference would tell', async () => {
    await begin();
    await tell(...many(9, 'a', '2025-08-10 10:00'), ...many(2, 'b', '2025-08-20 10:00'), ...many(9, 'c', '2025-09-10 10:00'), ...many(9, 'd', '2025-10-10 10:00'), ...many(3, 'e', '2025-10-14 20:00'));
    await village.asOf('2025-10-14 23:59');
    // August of the police has 9, September 11, October 12; the calendar's 11, 9 and 12.
    expect(await village.lines("SELECT period_kind, substring(toString(month), 6, 2) AS m, incidents FROM incident_rates WHERE place_kind = 'all' AND kind = '' ORDER BY ALL")).toEqual(['calendar 08 11', 'calendar 09 9', 'calendar 10 12', 'mps_15_14 08 9', 'mps_15_14 09 11', 'mps_15_14 10 12']);
    await village.tell(...[0, 1, 2, 3, 4, 5].map((index) => village.at('2025-10-14 23:59', () => village.build.incidentUpdated({ ref: `c${index}`, revision: 1, withdrawn: true }))));
    expect(await village.lines("SELECT period_kind, substring(toString(month), 6, 2) AS m, incidents FROM incident_rates WHERE place_kind = 'all' AND kind = '' ORDER BY ALL")).toEqual(['calendar 08 11', 'calendar 09 -', 'calendar 10 12', 'mps_15_14 08 9', 'mps_15_14 09 -', 'mps_15_14 10 12']);
  });

  it('have a rate of twelve months on the official population, once twelve months are there', async () => {
    await begin();
    await tell(...Array.from({ length: 13 }, (_, month) => many(5 + month, `m${month}-`, `${month < 5 ? 2025 : 2026}-${String(((month + 7) % 12) + 1).padStart(2, '0')}-10 10:00`)).flat());
    await village.asOf('2026-08-20 12:00');
    const rates = (where: string) => village.lines(`SELECT substring(toString(month), 1, 7) AS m, incidents, sum_12m, per_100k, base FROM incident_rates WHERE period_kind = 'calendar' AND ${where} AND month >= '2026-06-01' ORDER BY m`);
    // 5 + … + 16 = 126 of 50,000 people, of the unit of 20,000; a month later 6 + … + 17 = 138.
    expect(await rates("place_kind = 'all' AND kind = ''")).toEqual(['2026-06 15 110 - 50000', '2026-07 16 126 252 50000', '2026-08 17 138 276 50000']);
    expect(await rates("place = 'N1'")).toEqual(['2026-06 15 110 - 20000', '2026-07 16 126 630 20000', '2026-08 17 138 690 20000']);
  });

  it('show a sum of twelve months with months left out at the end of a year alone, for else a difference would tell them', async () => {
    await begin();
    await tell(...['01', '02', '03'].flatMap((month) => many(2, `n${month}`, `2025-${month}-20 10:00`)), ...many(9, 'x', '2025-12-20 10:00'), ...many(9, 'y', '2026-02-20 10:00'));
    await village.asOf('2026-05-20 12:00');
    expect(await village.lines("SELECT substring(toString(month), 1, 7) AS m, incidents, sum_12m FROM incident_rates WHERE period_kind = 'calendar' AND place_kind = 'all' AND kind = '' AND month >= '2025-11-01' ORDER BY m")).toEqual(['2025-11 0 -', '2025-12 9 15', '2026-01 0 -', '2026-02 9 -', '2026-03 0 -', '2026-04 0 18', '2026-05 0 18']);
  });

  it('count how many were handled, and in time of those that were due; median and 90th percentile are of those handled', async () => {
    await begin();
    const handled = (ref: string, hours: number) => ({ ref, happened: '2025-08-01 07:00', own: { handledAt: new Date(Date.parse(village.iso('2025-08-01 08:00')) + hours * 3_600_000).toISOString() } });
    await tell(...[1, 2, 3, 4, 5, 6, 7, 8, 9, 30].map((hours) => handled(`h${hours}`, hours)), ...many(2, 'overdue', '2025-08-01 07:00'), ...many(3, 'open', '2025-08-12 07:00'), ...many(4, 'none', '2025-08-01 07:00', { outcome: 'unfounded' }));
    await village.asOf('2025-08-12 12:00');
    expect(await village.lines("SELECT incidents, handled, judged, in_time, in_time_share, response_p50_s / 3600, response_p90_s / 3600 FROM incident_rates WHERE period_kind = 'calendar' AND place_kind = 'all' AND kind = ''")).toEqual(['15 10 12 9 75 5 9']);
  });

  it('are shown as they were known on a day', async () => {
    await begin();
    await tell(...many(6, 'a', '2025-08-01 10:00'));
    await tell({ ref: 'a0', happened: '2025-08-01 10:00', own: { revision: 1, withdrawn: true }, recorded: '2025-08-05 00:00' }, { ref: 'late', happened: '2025-08-02 10:00', recorded: '2025-08-20 10:00' }, { ref: 'later', happened: '2025-08-02 10:00', recorded: '2025-08-20 10:00' });
    const known = (day: string) => months("period_kind = 'calendar' AND place_kind = 'all' AND kind = ''", `incident_rates_at(boundary = '', known_at = '${day}')`);
    expect([await known('2025-08-04'), await known('2025-08-05'), await known('2025-08-20'), await months("period_kind = 'calendar' AND place_kind = 'all' AND kind = ''")]).toEqual([['calendar 2025-08 6'], ['calendar 2025-08 5'], ['calendar 2025-08 7'], ['calendar 2025-08 7']]);
  });
});
