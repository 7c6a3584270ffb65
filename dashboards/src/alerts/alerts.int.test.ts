import type { Envelope } from '@da06/events';
import { eventBuilders, fixedClock, tempFolder, type AnyEvent } from '@da06/testkit';
import { createEmbeddedWarehouse, createRowEncoder, type Warehouse } from '@da06/warehouse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deadLetters, lag, reconciliationDifference, silentFeed } from './feeds.ts';
import { missingReport, overdueStep } from './programme.ts';
import type { AlertRule } from './rule.ts';
import { alertRules } from './rules.ts';
import { incidentSurge, watchListMatch } from './security.ts';

let warehouse: Warehouse;
let remove = (): void => undefined;
const clock = fixedClock('2026-11-20T09:00:00+07:00');
const build = eventBuilders({ seed: 5, clock });
const encoder = createRowEncoder();

beforeAll(async () => {
  warehouse = await createEmbeddedWarehouse({ path: tempFolder((clean) => { remove = clean; }), readers: 1 });
  await warehouse.migrate();
}, 60_000);
afterAll(async () => {
  await warehouse.close();
  remove();
});
beforeEach(async () => {
  for (const { name } of await warehouse.query<{ name: string }>("SELECT name FROM system.tables WHERE database = 'da06' AND name LIKE 'raw\\_%' AND engine LIKE '%MergeTree'")) await warehouse.query(`TRUNCATE TABLE da06.${name}`);
});

const insert = (...events: readonly AnyEvent[]): Promise<void> => warehouse.insertEvents(events.map((event) => encoder.of(event as Envelope)?.row ?? Buffer.alloc(0)));
/** At a moment of Vietnam. */
const at = <T>(local: string, work: () => T): T => {
  clock.set(Date.parse(`${local.replace(' ', 'T')}+07:00`));
  return work();
};

type Row = { readonly labels: readonly string[]; readonly value: number };
/** What the rule's own text answers: texts are labels, the one number is the value. */
const rowsOf = async ({ sql }: AlertRule): Promise<readonly Row[]> => {
  const { meta, data } = JSON.parse(Buffer.from((await warehouse.personQuery({ sql, format: 'JSONCompact', database: 'da06' })).bytes).toString()) as { meta: { name: string; type: string }[]; data: unknown[][] };
  expect(meta.filter(({ type }) => !type.includes('String'))).toEqual([{ name: 'value', type: 'Float64' }]);
  expect(meta.at(-1)?.name).toBe('value');
  return data.map((row) => ({ labels: row.slice(0, -1).map(String), value: Number(row.at(-1)) }));
};
const firing = async (rule: AlertRule): Promise<readonly string[]> => (await rowsOf(rule)).filter(({ value }) => value > rule.above).map(({ labels }) => labels.join(' '));

describe('every rule', () => {
  it('answers an empty warehouse with numbers, and fires at most for a warehouse that nothing has reached', async () => {
    for (const rule of alertRules) {
      for (const { value } of await rowsOf(rule)) expect(Number.isFinite(value), rule.id).toBe(true);
      expect((await firing(rule)).length, rule.id).toBe(rule === lag ? 1 : 0);
    }
  });
});

describe('the alert of silent feeds', () => {
  const registered = (id: string, validFrom: string) => at(`${validFrom} 09:00`, () => build.facilityRegistered({ id, validFrom }));

  it('fires two days after the last word, not on the day before, and for who never said anything', async () => {
    await insert(registered('ks-told', '2026-11-01'), registered('ks-never', '2026-11-18'), at('2026-11-18 22:00', () => build.feedBatchReceived({ facility: 'ks-told' })), at('2026-11-19 23:59', () => build.keyRevoked({})));
    expect((await rowsOf(silentFeed)).map(({ labels, value }) => [labels[0], value])).toEqual([['ks-never', 1], ['ks-told', 1]]);
    expect(await firing(silentFeed)).toEqual([]);
    await insert(at('2026-11-20 00:00', () => build.keyRevoked({})));
    expect((await firing(silentFeed)).map((line) => line.split(' ')[0])).toEqual(['ks-never', 'ks-told']);
    await insert(at('2026-11-20 08:00', () => build.facilityDayReported({ facility: 'ks-told', day: '2026-11-20' })));
    expect((await firing(silentFeed)).map((line) => line.split(' ')[0])).toEqual(['ks-never']);
  });

  it('leaves a coach and who has closed in peace', async () => {
    await insert(registered('xe-01', '2026-11-01'), at('2026-11-01 09:00', () => build.facilityRegistered({ id: 'xe-02', kind: 'coach', validFrom: '2026-11-01' })), at('2026-11-10 09:00', () => build.facilityClosed({ id: 'xe-01', on: '2026-11-15' })), at('2026-11-20 09:00', () => build.keyRevoked({})));
    expect(await rowsOf(silentFeed)).toEqual([]);
  });
});

describe('the alert of a warehouse that is behind', () => {
  /** Received so many seconds ago by the clock of the engine, which the rule reads; minutes are between, so that it hangs on no race. */
  const ago = async (seconds: number): Promise<void> => {
    clock.set(Date.now() - seconds * 1000);
    await insert(build.keyRevoked({}));
  };

  it('fires when the newest event is six hours old, and not before', async () => {
    await ago(6 * 3600 + 1);
    expect(await firing(lag)).toEqual(['warehouse']);
    await ago(6 * 3600 - 600);
    expect(await firing(lag)).toEqual([]);
  });
});

describe('the alert of dead letters', () => {
  it('fires at the first, and ceases when it was put back', async () => {
    const letter = build.deadLetterRecorded({});
    await insert(build.keyRevoked({}));
    expect(await rowsOf(deadLetters)).toEqual([{ labels: ['log'], value: 0 }]);
    await insert(letter);
    expect(await rowsOf(deadLetters)).toEqual([{ labels: ['log'], value: 1 }]);
    expect(await firing(deadLetters)).toEqual(['log']);
    await insert(build.deadLetterRedriven({ id: letter.data.id }));
    expect(await firing(deadLetters)).toEqual([]);
  });
});

describe('the alert of reconciliation', () => {
  it('fires at a difference of one, missing or too many, also where two days would make up for each other', async () => {
    const told = (day: string, accepted: number) => at(`${day} 10:00`, () => build.feedBatchReceived({ received: accepted, accepted, duplicate: 0, rejected: 0, codes: {} }));
    const stay = (day: string) => at(`${day} 10:00`, () => build.checkedIn());
    await insert(told('2026-11-19', 2), stay('2026-11-19'), at('2026-11-19 11:00', () => build.coachTripReported()), told('2026-11-20', 1), stay('2026-11-20'));
    expect(await rowsOf(reconciliationDifference)).toEqual([{ labels: ['stays'], value: 0 }]);
    expect(await firing(reconciliationDifference)).toEqual([]);
    await insert(told('2026-11-19', 1));
    expect(await rowsOf(reconciliationDifference)).toEqual([{ labels: ['stays'], value: 1 }]);
    expect(await firing(reconciliationDifference)).toEqual(['stays']);
    await insert(stay('2026-11-20'));
    expect(await rowsOf(reconciliationDifference)).toEqual([{ labels: ['stays'], value: 2 }]);
  });
});

describe('the alert of overdue steps', () => {
  it('fires on the deadline itself, which is already late, for each step that is not done, and not for a model that was late when it was planned', async () => {
    await insert(
      at('2026-10-01 09:00', () => build.modelScheduled({ model: 9, plan: { reference: '299/KH-UBND', probable: true, date: '2026-10-01' }, deadline: '2026-11-20', envelope: { streamversion: 1 } })),
      at('2026-10-01 09:00', () => build.modelScheduled({ model: 13, plan: { reference: '299/KH-UBND', probable: true, date: '2026-10-01' }, deadline: '2026-09-30', envelope: { streamversion: 1 } })),
      at('2026-10-02 09:00', () => build.stepCompleted({ model: 9, step: 1, at: '2026-10-02', envelope: { streamversion: 2 } })),
      at('2026-11-19 23:59', () => build.keyRevoked({})),
    );
    expect((await rowsOf(overdueStep)).map(({ labels, value }) => [labels.slice(0, 2).join(), value])).toEqual([['9,1', 0], ['9,2', 0], ['13,1', 0], ['13,2', 0]]);
    await insert(at('2026-11-20 00:00', () => build.keyRevoked({})));
    expect(await firing(overdueStep)).toEqual(['9 2 CAH']);
  });
});

describe('the alert of missing reports', () => {
  it('fires when the due day is over for who sent nothing, who has a row as well, and ceases when it came', async () => {
    const assigned = (reporter: string, nameVi: string) => at('2026-10-01 09:00', () => build.reporterAssigned({ reporter, nameVi, from: '2026-10', dueDay: 5 }));
    await insert(assigned('VHTT', 'Phòng Văn hóa'), assigned('YT', 'Trung tâm Y tế'), at('2026-11-03 09:00', () => build.reportSubmitted({ period: '2026-10', reporter: 'VHTT', dueOn: '2026-11-05', envelope: { streamversion: 1 } })), at('2026-11-05 23:59', () => build.keyRevoked({})));
    expect(await firing(missingReport)).toEqual([]);
    await insert(at('2026-11-06 00:00', () => build.keyRevoked({})));
    expect((await rowsOf(missingReport)).map(({ labels, value }) => [labels[0], labels[2], value])).toEqual([['VHTT', '2026-10', 0], ['YT', '2026-10', 1]]);
    expect(await firing(missingReport)).toEqual(['YT Trung tâm Y tế 2026-10']);
    await insert(at('2026-11-06 10:00', () => build.reportSubmitted({ period: '2026-10', reporter: 'YT', dueOn: '2026-11-05', envelope: { streamversion: 1 } })));
    expect(await firing(missingReport)).toEqual([]);
  });
});

describe('the alert of watch-list matches', () => {
  it('counts those that nobody has looked at, not simulated ones and not those of other rules', async () => {
    const match = build.alertRaised({ envelope: { streamversion: 1 } });
    await insert(build.alertRaised({ rule: 'one-person-two-places', envelope: { streamversion: 1 } }), build.alertRaised({ simulated: true, envelope: { streamversion: 1 } }));
    expect(await rowsOf(watchListMatch)).toEqual([{ labels: ['watch-list'], value: 0 }]);
    await insert(match);
    expect(await rowsOf(watchListMatch)).toEqual([{ labels: ['watch-list'], value: 1 }]);
    expect(await firing(watchListMatch)).toEqual(['watch-list']);
    await insert(build.alertDismissed({ alert: match.data.alert, reason: 'other-person', envelope: { streamversion: 2 } }));
    expect(await firing(watchListMatch)).toEqual([]);
  });
});

describe('the alert of surges', () => {
  const incidents = (month: string, count: number) => Array.from({ length: count }, (_, index) => {
    const moment = `${month}-10 ${String(8 + (index % 12)).padStart(2, '0')}:00`;
    return at(moment, () => build.incidentRecorded({ kind: 'crime', happenedAt: new Date(clock.now()).toISOString(), reportedAt: new Date(clock.now()).toISOString() }));
  });
  const year = Array.from({ length: 12 }, (_, back) => `${back === 0 ? 2025 : 2026}-${String(back === 0 ? 12 : back).padStart(2, '0')}`);

  it('fires above the mean of twelve months and twice what comes by chance: with nine a month, at sixteen and not at fifteen', async () => {
    await insert(...year.flatMap((month) => incidents(month, 9)), ...incidents('2026-12', 15));
    const rows = await rowsOf(incidentSurge);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.find(({ labels }) => labels[0] === 'crime')?.value).toBe(0);
    expect(await firing(incidentSurge)).toEqual([]);
    await insert(...incidents('2026-12', 1));
    expect(await firing(incidentSurge)).toEqual(['crime']);
  });

  it('takes a month that is hidden as four, and a year that swings for what it is', async () => {
    await insert(...year.flatMap((month) => incidents(month, 3)), ...incidents('2026-12', 8));
    expect(await firing(incidentSurge)).toEqual([]);
    await insert(...incidents('2026-12', 1));
    expect(await firing(incidentSurge)).toEqual(['crime']);
  });
});
