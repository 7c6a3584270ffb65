import { alertRules } from '@da06/reference';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends } from '../backends.fixture.ts';
import { startVillage, type Guest, type Village } from '../village.fixture.ts';
import { askedRules, newestReceipt, ruleHits, type RuleHit } from './rule-hits.ts';

let village: Village;
beforeAll(async () => {
  village = await startVillage('America/New_York');
}, 60_000);
afterAll(() => village.stop());

const hits = (rule: string, to: string, from = '2025-01-01'): Promise<readonly RuleHit[]> => ruleHits(village.warehouse, { rule, from, to, thresholds: alertRules.find((one) => one.rule === rule)?.thresholds ?? {} });
const told = async (rule: string, to: string): Promise<readonly string[]> => (await hits(rule, to)).map(({ facility, ref, day, figures }) => `${facility} ${ref} ${day} ${JSON.stringify(figures)}`);
/** Guests who come to a facility together; `of` a person each, or so many persons of their own. */
const group = (facility: string, day: string, of: number | readonly string[], more: Partial<Guest> = {}): Guest[] =>
  (typeof of === 'number' ? Array.from({ length: of }, (_, n) => `${facility}${day}${n}`) : of).map((person, n) => ({ facility, ref: `${day.slice(5)}-${n}`, person, arrived: `${day} 14:00`, departed: `${nextDay(day)} 11:00`, ...more }));
const nextDay = (day: string, days = 1): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const houses = async (): Promise<void> => await village.begin({ id: 'a', unit: 'A' }, { id: 'b', unit: 'B' }, { id: 'c', unit: 'A', rooms: 4, beds: 32 });

describe('the questions of rules', () => {
  it('are asked for each rule that looks at days, and find nothing in empty tables', async () => {
    expect(askedRules).toEqual(alertRules.filter(({ windowDays }) => windowDays > 0).map(({ rule }) => rule));
    await houses();
    for (const rule of [...askedRules, 'watch-list']) expect([rule, await hits(rule, '2025-03-31')]).toEqual([rule, []]);
  });

  it('know the newest receipt and its local day', async () => {
    await village.asOf('2025-03-10 00:30');
    expect(await newestReceipt(village.warehouse)).toMatchObject({ day: '2025-03-10' });
  });
});

describe.each(backends)('$where', ({ start }) => {
  it('every question is understood, and finds nothing where nothing is', { timeout: 120_000 }, async () => {
    const backend = await start();
    try {
      await backend.warehouse.migrate();
      expect(await newestReceipt(backend.warehouse)).toBeUndefined();
      for (const { rule, thresholds } of alertRules) expect([rule, await ruleHits(backend.warehouse, { rule, from: '2025-01-01', to: '2025-03-31', thresholds })]).toEqual([rule, []]);
    } finally {
      await backend.stop();
    }
  });
});

describe('double-stay', () => {
  it('finds each pair of stays once, however many nights they share, and tells of the one that began later', async () => {
    await houses();
    await village.stays(
      { facility: 'a', ref: 'A1', person: 'p', arrived: '2025-03-01 14:00', departed: '2025-03-05 11:00' }, { facility: 'b', ref: 'B1', person: 'p', arrived: '2025-03-03 14:00', expected: '2025-03-06 11:00' },
      { facility: 'c', ref: 'C1', person: 'p', arrived: '2025-03-04 14:00', departed: '2025-03-05 11:00' },
      // A day's visit between check-in and check-out elsewhere claims no night, and two nights in a row are no two places.
      { facility: 'a', ref: 'A2', person: 'q', arrived: '2025-03-01 14:00', departed: '2025-03-02 11:00' }, { facility: 'b', ref: 'B2', person: 'q', arrived: '2025-03-02 14:00', departed: '2025-03-03 11:00' },
      { facility: 'a', ref: 'A3', person: 'r', arrived: '2025-03-01 14:00', departed: '2025-03-03 11:00' }, { facility: 'b', ref: 'B3', person: 'r', arrived: '2025-03-02 14:00', departed: '2025-03-02 16:00' },
    );
    await village.asOf('2025-03-20 08:00');
    expect(await told('double-stay', '2025-03-20')).toEqual(['b B1 2025-03-03 {"nights":2}', 'c C1 2025-03-04 {"nights":1}', 'c C1 2025-03-04 {"nights":1}']);
    const [first] = await hits('double-stay', '2025-03-20');
    expect(first).toMatchObject({ about: ['a', 'A1', 'b', 'B1'], facilities: ['a', 'b'], unit: 'W25357@2025', at: Date.parse('2025-03-03T14:00:00+07:00'), knownAt: Date.parse('2025-03-03T15:00:00+07:00') });
    expect(first?.evidence).toHaveLength(2);
    expect(JSON.stringify(await hits('double-stay', '2025-03-20'))).not.toContain(village.keyOf('p'));
  });

  it('takes a stay whose end nobody has told for its first nights alone', async () => {
    await houses();
    await village.stays(
      { facility: 'a', ref: 'A1', person: 'p', arrived: '2025-03-01 14:00' }, { facility: 'b', ref: 'B1', person: 'p', arrived: '2025-03-04 14:00', departed: '2025-03-05 11:00' },
      { facility: 'a', ref: 'A2', person: 'q', arrived: '2025-03-01 14:00' }, { facility: 'b', ref: 'B2', person: 'q', arrived: '2025-03-03 14:00', departed: '2025-03-05 11:00' },
    );
    await village.asOf('2025-03-20 08:00');
    expect(await told('double-stay', '2025-03-20')).toEqual(['b B2 2025-03-03 {"nights":1}']);
  });
});

describe('room-density', () => {
  it('finds a room with more people than its threshold and than the house has beds a room, once a week', async () => {
    await houses();
    await village.stays(
      ...group('a', '2025-03-03', 7, { room: '101' }), ...group('a', '2025-03-05', 8, { room: '101' }), ...group('a', '2025-03-11', 7, { room: '101' }), ...group('b', '2025-03-03', 6, { room: '101' }), ...group('c', '2025-03-03', 8, { room: '101' }),
      ...group('b', '2025-03-05', 9).map((guest) => ({ ...guest, ref: `x${guest.ref}` })),
    );
    await village.asOf('2025-03-20 08:00');
    expect(await told('room-density', '2025-03-20')).toEqual(['a  2025-03-03 {"persons":8,"nights":2}', 'a  2025-03-11 {"persons":7,"nights":1}']);
    expect((await hits('room-density', '2025-03-20'))[0]?.evidence).toHaveLength(7);
  });

  it('does not count guests of whom nobody said when they leave beyond their first nights, nor one person twice', async () => {
    await houses();
    await village.stays(...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ facility: 'a', ref: `A${n}`, arrived: `2025-03-0${n} 14:00`, room: '101' })), ...group('b', '2025-03-03', ['p', 'p', 'p', 'q', 'q', 'r', 's', 't'], { room: '9' }));
    await village.asOf('2025-03-20 08:00');
    expect(await told('room-density', '2025-03-20')).toEqual([]);
  });
});

describe('over-30-days', () => {
  it('finds a visit on its thirtieth night, closed or open, under whatever references it went on, and is not there a night before', async () => {
    await houses();
    await village.stays(
      { facility: 'a', ref: 'thirty', arrived: '2025-02-01 14:00', departed: '2025-03-03 11:00' }, { facility: 'a', ref: 'short', arrived: '2025-02-01 14:00', departed: '2025-03-02 11:00' }, { facility: 'a', ref: 'open', arrived: '2025-02-02 14:00' },
      { facility: 'b', ref: 'one', person: 'p', arrived: '2025-02-01 14:00', departed: '2025-02-20 11:00' }, { facility: 'b', ref: 'two', person: 'p', arrived: '2025-02-20 14:00', expected: '2025-03-20 11:00' },
    );
    await village.asOf('2025-03-20 08:00');
    expect(await told('over-30-days', '2025-03-01')).toEqual([]);
    expect(await told('over-30-days', '2025-03-02')).toEqual(['a thirty 2025-03-02 {"nights":30,"open":0}', 'b two 2025-03-02 {"nights":30,"open":1}']);
    expect(await told('over-30-days', '2025-03-20')).toEqual(['a open 2025-03-03 {"nights":30,"open":1}', 'a thirty 2025-03-02 {"nights":30,"open":0}', 'b two 2025-03-02 {"nights":30,"open":1}']);
    expect([...((await hits('over-30-days', '2025-03-20'))[2]?.also ?? [])].sort()).toEqual([['b', 'one'], ['b', 'two']]);
  });
});

describe('silent-facility', () => {
  const speak = async (facility: string, ...days: readonly string[]): Promise<void> => village.stays(...days.map((day) => ({ facility, ref: `${day}-0`, arrived: `${day} 14:00`, departed: `${day} 15:00`, recorded: `${day} 16:00` })));
  const every = (from: string, to: string): string[] => (from > to ? [] : [from, ...every(nextDay(from), to)]);

  it('finds a silence of seven whole days once they are over, open or closed, once each', async () => {
    await houses();
    await speak('a', '2025-03-01', '2025-03-09', '2025-03-16');
    await speak('b', ...every('2025-03-01', '2025-03-20'));
    expect(await told('silent-facility', '2025-03-08')).toEqual([]);
    expect(await told('silent-facility', '2025-03-09')).toEqual(['a  2025-03-08 {"days":7}']);
    expect(await told('silent-facility', '2025-03-20')).toEqual(['a  2025-03-08 {"days":7}']);
    expect((await hits('silent-facility', '2025-03-20'))[0]).toMatchObject({ about: ['a', '2025-03-01'], unit: 'A', at: Date.parse('2025-03-02T00:00:00+07:00'), knownAt: Date.parse('2025-03-09T00:00:00+07:00') });
    expect(await told('silent-facility', '2025-03-25')).toEqual(['a  2025-03-08 {"days":7}', 'a  2025-03-23 {"days":8}']);
  });

  it('is the same silence when the facility says afterwards that it had no guests', async () => {
    await houses();
    await speak('a', '2025-03-01');
    await speak('b', ...every('2025-03-01', '2025-03-20'));
    await village.tell(village.at('2025-03-20 09:00', () => village.build.facilityDayReported({ facility: 'a', day: '2025-03-10' })));
    expect((await hits('silent-facility', '2025-03-20')).map(({ about }) => about)).toEqual([['a', '2025-03-01']]);
  });

  it('ends with any request, one that brings nothing new too', async () => {
    await houses();
    await speak('a', '2025-03-01');
    await speak('b', ...every('2025-03-01', '2025-03-20'));
    await village.tell(village.at('2025-03-08 23:59', () => village.build.feedBatchReceived({ facility: 'a' })));
    expect((await hits('silent-facility', '2025-03-20')).map(({ about }) => about)).toEqual([['a', '2025-03-08']]);
  });

  it('is none of a facility that has closed, has no account, or is a coach; it begins with the account of one that never spoke', async () => {
    await village.begin({ id: 'a', unit: 'A' }, { id: 'b', unit: 'B' }, { id: 'coach', kind: 'coach', unit: 'A' }, { id: 'never', unit: 'A' }, { id: 'keyed', unit: 'A' });
    await speak('a', '2025-03-01');
    await speak('coach', '2025-03-01');
    await speak('b', ...every('2025-03-01', '2025-03-20'));
    await village.tell(village.at('2025-03-04 09:00', () => village.build.facilityClosed({ id: 'a', on: '2025-03-05' })), village.at('2025-03-05 09:00', () => village.build.keyIssued({ id: 'k', facilities: ['keyed'] })));
    await village.asOf('2025-03-20 08:00');
    expect((await hits('silent-facility', '2025-03-20')).map(({ about }) => about)).toEqual([['keyed', '2025-03-05']]);
  });

  it('does not count days of a declared outage, nor days on which nobody spoke where several do', async () => {
    await village.begin(...['a', 'b', 'c', 'd'].map((id) => ({ id, unit: 'A' })));
    await speak('a', '2025-03-01');
    for (const id of ['b', 'c', 'd']) await speak(id, ...every('2025-03-01', '2025-03-05'), ...every('2025-03-13', '2025-03-20'));
    // 2 to 5 March and 13 March on: seven days on 15 March.
    expect(await told('silent-facility', '2025-03-20')).toEqual(['a  2025-03-15 {"days":11}']);
    await village.tell(village.at('2025-03-16 09:00', () => village.build.outageDeclared({ scope: 'facility', target: 'a', from: '2025-03-03T02:00:00.000Z', until: '2025-03-04T03:00:00.000Z' })));
    expect(await told('silent-facility', '2025-03-20')).toEqual(['a  2025-03-17 {"days":9}']);
  });
});

describe('sudden-drop', () => {
  const weeks = (facility: string, ...counts: readonly number[]): Guest[] =>
    counts.flatMap((count, week) => Array.from({ length: count }, (_, n) => ({ facility, ref: `${week}-${n}`, arrived: `${nextDay('2025-03-03', week * 7 + (n % 7))} 10:00`, departed: `${nextDay('2025-03-03', week * 7 + (n % 7))} 12:00` })));

  it('finds seven days under the share of the four weeks before, and neither at the share nor of too few, nor of guests who come in parties', async () => {
    await village.begin(...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, unit: 'A' })));
    // A party of fourteen each Monday, and one that stays away.
    const parties = [0, 1, 2, 3].flatMap((week) => Array.from({ length: 14 }, (_, n) => ({ facility: 'f', ref: `${week}-${n}`, arrived: `${nextDay('2025-03-03', week * 7)} 10:00`, departed: `${nextDay('2025-03-03', week * 7)} 12:00` })));
    await village.stays(...parties, { facility: 'f', ref: 'last', arrived: '2025-04-05 10:00', departed: '2025-04-05 12:00' }, ...weeks('a', 20, 20, 20, 20, 5), ...weeks('b', 20, 20, 20, 20, 6), ...weeks('c', 9, 9, 9, 10, 1), ...weeks('d', 14, 14, 14, 14, 1), { facility: 'd', ref: 'last', arrived: '2025-04-05 10:00', departed: '2025-04-05 12:00' }, ...weeks('e', 20, 20, 20, 20, 90));
    await village.asOf('2025-04-20 08:00');
    expect(await told('sudden-drop', '2025-04-08')).toEqual(['a  2025-04-06 {"arrivals":5,"mean":20}', 'd  2025-04-06 {"arrivals":2,"mean":14}']);
    expect(await told('sudden-drop', '2025-04-07')).toEqual([]);
  });

  it('is none of a facility that has fallen silent, or whose locality fell with it', async () => {
    await village.begin(...['a', 'b', 'e'].map((id) => ({ id, unit: 'A' })));
    await village.stays(...weeks('a', 20, 20, 20, 20, 0), ...weeks('b', 20, 20, 20, 20, 4), ...weeks('e', 99, 99, 99, 99, 30));
    await village.asOf('2025-04-20 08:00');
    expect(await told('sudden-drop', '2025-04-08')).toEqual([]);
  });
});

describe('copied-identities', () => {
  const five = ['p', 'q', 'r', 's', 't'];

  it('finds the list of an earlier day sent again, and not fewer, a smaller share, another facility’s, or a week later', async () => {
    await houses();
    await village.stays(
      ...group('a', '2025-03-03', five), ...group('a', '2025-03-06', ['p', 'q', 'r', 's', 'x1', 'x2', 'x3', 'x4']), ...group('b', '2025-03-03', ['k', 'l', 'm', 'n', 'o']),
      ...group('b', '2025-03-05', ['k', 'l', 'm', 'y']), ...group('b', '2025-03-08', ['k', 'l', 'm', 'n', 'z1', 'z2', 'z3', 'z4', 'z5']), ...group('b', '2025-03-11', ['k', 'l', 'm', 'o']),
      ...group('c', '2025-03-01', ['c1', 'c2', 'c3', 'c4']), ...group('c', '2025-03-09', ['c1', 'c2', 'c3', 'c4']),
    );
    await village.asOf('2025-03-20 08:00');
    expect(await told('copied-identities', '2025-03-20')).toEqual(['a  2025-03-06 {"persons":4,"arrivals":8}']);
    expect((await hits('copied-identities', '2025-03-20'))[0]?.evidence).toHaveLength(8);
  });

  it('finds one person in three stays of a facility in one night, once, and not in two, or one after the other', async () => {
    await houses();
    const own = (ref: string, person: string, arrived: string, departed: string): Guest => ({ facility: 'a', ref, person, arrived: `${arrived} 14:00`, departed: `${departed} 11:00` });
    await village.stays(
      own('1', 'p', '2025-03-01', '2025-03-05'), own('2', 'p', '2025-03-02', '2025-03-05'), own('3', 'p', '2025-03-03', '2025-03-05'), own('4', 'p', '2025-03-04', '2025-03-05'),
      own('5', 'q', '2025-03-01', '2025-03-02'), own('6', 'q', '2025-03-02', '2025-03-03'), own('7', 'q', '2025-03-03', '2025-03-04'), own('8', 'r', '2025-03-01', '2025-03-02'), own('9', 'r', '2025-03-01', '2025-03-02'),
    );
    await village.asOf('2025-03-20 08:00');
    expect(await told('copied-identities', '2025-03-20')).toEqual(['a 1 2025-03-03 {"stays":4}']);
    expect((await hits('copied-identities', '2025-03-20'))[0]?.also).toEqual([['a', 'person', '1'], ['a', 'person', '2'], ['a', 'person', '3']]);
  });
});

describe('arrival-spike', () => {
  it('finds arrivals of the last minutes that are half of a day’s, and not fewer, or of a minute earlier', async () => {
    await houses();
    const late = { arrived: '2025-03-03 23:50', departed: '2025-03-04 11:00' };
    await village.stays(
      ...group('a', '2025-03-03', 6, late), ...group('a', '2025-03-03', 6).map((guest) => ({ ...guest, ref: `x${guest.ref}`, person: `x${guest.ref}` })),
      ...group('b', '2025-03-03', 5, late), ...group('b', '2025-03-03', 1, { arrived: '2025-03-03 23:49' }).map((guest) => ({ ...guest, ref: 'x', person: 'x' })),
      ...group('c', '2025-03-03', 6, { ...late, nationality: 'KOR' }), ...group('c', '2025-03-03', 7).map((guest) => ({ ...guest, ref: `x${guest.ref}`, person: `y${guest.ref}` })),
      ...group('c', '2025-03-05', 6, { arrived: '2025-03-05 23:59', nationality: 'KOR' }),
    );
    await village.asOf('2025-03-20 08:00');
    expect(await told('arrival-spike', '2025-03-20')).toEqual(['a  2025-03-03 {"arrivals":6,"ofDay":12}', 'c  2025-03-05 {"arrivals":6,"ofDay":6}']);
  });
});
