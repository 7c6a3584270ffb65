import { readFixtures } from '@da06/events/fixtures';
import { eventBuilders, fixedClock, type AnyEvent } from '@da06/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../check/answer.ts';
import { boardOf, openBoardEngine, viewTo, type BoardEngine } from '../fixtures/engine.fixture.ts';
import { queriesOf } from '../lint/model.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** 01:30 of the 21st in Vietnam: the 20th in UTC. */
const now = Date.parse('2026-11-20T18:30:00.000Z');
const week = viewTo(now + hour, 7, { facility: 'all' });
const board = boardOf('suc-khoe-du-lieu');

let engine: BoardEngine;
beforeAll(async () => {
  engine = await openBoardEngine();
  const clock = fixedClock(now - 3 * day);
  const make = eventBuilders({ seed: 7, clock });
  const registered = ['ks-test-01', 'ks-test-02', 'ks-test-03'].map((id) => make.facilityRegistered({ id }));
  clock.set(now - 2 * hour);
  const stays = Array.from({ length: 12 }, () => make.checkedIn());
  const changes = [make.corrected({ ref: stays[0]?.data.ref ?? '' }), make.checkedOut({ ref: stays[1]?.data.ref ?? '' }), make.cancelled({ ref: stays[2]?.data.ref ?? '' })];
  const batches = [
    make.feedBatchReceived({ received: 16, accepted: 14, duplicate: 2, amended: 0, late: 3, rejected: 2, codes: { 'field.required': 2, 'guest.name-one-word': 1 } }),
    make.feedBatchReceived({ single: true, received: 3, accepted: 3, duplicate: 0, amended: 3, rejected: 0, codes: {} }),
  ];
  const letter = make.deadLetterRecorded({ causeCode: 'event.schema' });
  const redriven = make.deadLetterRecorded({});
  await engine.insert([...registered, ...stays, ...changes, ...batches, letter, redriven, make.deadLetterRedriven({ id: redriven.data.id }), make.facilityDayReported({ facility: 'ks-test-02' })]);
  await engine.warehouse.recomputeNights(stays.map(({ data: { facility, ref } }) => ({ facility, ref, person: '' })));
});
afterAll(() => engine.close());

const shown = (id: number): Promise<Answer['data']> => engine.rowsOf(board, id, week);

describe('health of the data, of a log made by hand', () => {
  it('offers the facilities, the value first and the text second', async () => {
    const { data } = await engine.ask(queriesOf(board).find(({ where }) => where === 'variable facility')?.sql ?? '');
    expect([data.length, data[0]]).toEqual([3, ['ks-test-01', 'Khách sạn Thử (ks-test-01)']]);
  });
  it('shows the as-of time, and two of three facilities as heard', async () => {
    expect(await shown(1)).toEqual([[String(now - 2 * hour)]].map(([text]) => [Number(text)]));
    expect(await shown(2)).toEqual([[2 / 3]]);
    expect(await shown(61)).toEqual([[1]]);
    expect((await shown(62)).map(([id, , , heard]) => [id, heard])).toEqual([['ks-test-03', 'chưa bao giờ']]);
  });
  it('counts what was received and what became of it', async () => {
    expect((await Promise.all([21, 22, 23, 24, 25, 26].map((id) => shown(id)))).map(([row]) => row?.[0])).toEqual([19, 17, 2 / 19, 2, 3, 3]);
    expect(await shown(29)).toEqual([['field.required', 2, 1], ['guest.name-one-word', 1, 1]]);
  });
  it('shows the dead letter that waits, and not the one that was put back', async () => {
    expect(await shown(41)).toEqual([[1]]);
    expect((await shown(43)).map((row) => row.slice(0, 3))).toEqual([['event.schema', 'da06.residence-registration', 1]]);
  });
  it('begins days at midnight in Vietnam, and leaves none out', async () => {
    const days = await shown(28);
    expect(days.map(([time]) => time)).toEqual(['14', '15', '16', '17', '18', '19', '20'].map((date) => `2026-11-${date} 00:00:00`).concat('2026-11-21 00:00:00'));
    const counted = days.filter((row) => row.slice(1).some((value) => value !== 0));
    expect(counted.map(([time]) => time)).toEqual(['2026-11-20 00:00:00']);
    expect(counted[0]?.slice(1).reduce<number>((sum, value) => sum + Number(value), 0)).toBe(11);
  });
  it('reconciles to nothing, and shows a loss and a double as what they are', async () => {
    // A trip of a coach is answered like a stay, and is no stay.
    const coach = eventBuilders({ seed: 98, clock: fixedClock(now - 2 * hour) });
    await engine.insert([coach.feedBatchReceived({ single: true, received: 1, accepted: 1, duplicate: 0, amended: 0, rejected: 0, codes: {} }), coach.coachTripReported()]);
    expect(await shown(52)).toEqual([['2026-11-20', 16, 16, 0]]);
    expect(await shown(51)).toEqual([[0]]);
    const make = eventBuilders({ seed: 99, clock: fixedClock(now) });
    await engine.insert([make.feedBatchReceived({ received: 5, accepted: 5, duplicate: 0, rejected: 0, codes: {} }), make.checkedIn(), make.checkedIn()]);
    expect(await shown(51)).toEqual([[3]]);
    expect((await engine.rowsOf(boardOf('suc-khoe-du-lieu-en'), 52, week))[0]).toEqual(['2026-11-21', 5, 2, 3]);
  });
  it('takes the recorded fixture of every event into the tables', async () => {
    await engine.insert(readFixtures().map((bytes) => JSON.parse(Buffer.from(bytes).toString('utf8')) as AnyEvent));
    const found = await engine.warehouse.query<{ type: string }>("SELECT DISTINCT type FROM events WHERE facility_id = 'ks-mau-01' OR subject = 'key-mau' ORDER BY type");
    expect(found.length).toBeGreaterThanOrEqual(11);
    expect(await engine.warehouse.query("SELECT facility_id FROM feed_health WHERE facility_id = 'ks-mau-01'")).toHaveLength(1);
    // The fixtures close it before their own as-of time: what is closed is not silent.
    expect((await shown(63)).map(([id]) => id)).not.toContain('ks-mau-01');
  });
});
