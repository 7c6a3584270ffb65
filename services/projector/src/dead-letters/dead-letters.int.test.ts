import { AppError } from '@da06/errors';
import { deadLetterTopic, topics } from '@da06/events';
import { eventBuilders, recordOf, type EventBuilders } from '@da06/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyTables } from '../proof/engine-rows.ts';
import { caughtUp, openStack, type Stack } from '../stack.fixture.ts';
import { listDeadLetters } from './list.ts';
import { redrive } from './redrive.ts';

let stack: Stack;
let build: EventBuilders;
let round = 0;
beforeAll(async () => {
  stack = await openStack();
});
afterAll(() => stack.close());
beforeEach(async () => {
  build = eventBuilders({ seed: (round += 1) });
  await emptyTables(stack.warehouse);
});

const garbage = (text: string, key = 'x/1') => ({ topic: topics.stays, key, value: Buffer.from(text) });
const eventsShown = async (): Promise<number> => Number((await stack.warehouse.query<{ n: string }>('SELECT toString(count()) AS n FROM da06.events'))[0]?.n);
const projected = async (given: Parameters<Stack['projector']>[0] = {}): Promise<unknown[]> => {
  const projector = stack.projector(given);
  await projector.start();
  await caughtUp(projector);
  await projector.stop();
  return projector.fatal;
};
/** An engine that knows less: it refuses for good whatever holds a text. */
const refusing = (text: string): Stack['warehouse'] => ({
  ...stack.warehouse,
  insertEvents: (rows) => (Buffer.concat(rows).includes(text) ? Promise.reject(new AppError('warehouse.rejected')) : stack.warehouse.insertEvents(rows)),
});

describe('a record that cannot be projected', () => {
  it('is set aside with its cause, and its neighbours are projected', async () => {
    const good = Array.from({ length: 5 }, () => build.checkedIn());
    const odd = { ...build.checkedIn(), type: 'vn.da06.stay.teleported.v1' };
    const short = { ...build.cancelled(), data: { facility: 'x' } };
    await stack.log.commitUnit({ append: [recordOf(good[0]!), garbage('{"cut":'), recordOf(good[1]!), { ...garbage(''), value: Buffer.from(JSON.stringify(odd)) }, { ...garbage(''), value: Buffer.from(JSON.stringify(short)) }, ...good.slice(2).map(recordOf)] });
    expect(await projected()).toEqual([]);
    expect(await eventsShown()).toBe(5);
    const letters = await listDeadLetters(stack);
    expect(letters.map(({ causeCode }) => causeCode).sort()).toEqual(['event.schema', 'event.type-unknown', 'event.unreadable']);
    expect(letters[0]).toMatchObject({ topic: topics.stays });
    expect(letters.find(({ causeCode }) => causeCode === 'event.unreadable')).toMatchObject({ size: 7 });
  });

  it('is found by halving when the engine alone refuses it', async () => {
    const good = Array.from({ length: 40 }, () => build.checkedIn());
    const bad = build.checkedIn({ faults: [{ pointer: '', code: 'planted.code' }] });
    await stack.append(...good.slice(0, 17), bad, ...good.slice(17));
    expect(await projected({ warehouse: refusing('planted.code') })).toEqual([]);
    expect(await eventsShown()).toBe(40);
    expect((await listDeadLetters(stack)).filter(({ causeCode }) => causeCode === 'warehouse.rejected')).toHaveLength(1);
  });

  it('keeps its bytes sealed', async () => {
    await stack.log.commitUnit({ append: [garbage('{"planted": "Nguyen Van Planted"')] });
    await projected();
    const topic = deadLetterTopic(topics.stays);
    const letters = await stack.log.read({ topic, partition: 0, from: 0n, limit: 1000 });
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.filter(({ value }) => Buffer.from(value).includes('Planted'))).toEqual([]);
  });

  it('is one dead letter, however often it is met', async () => {
    await stack.log.commitUnit({ append: [garbage('twice')] });
    const failing = { ...stack.warehouse, insertEvents: () => Promise.reject(new Error('killed')) };
    await stack.append(build.checkedIn());
    const dying = stack.projector({ warehouse: failing });
    await dying.start();
    await expect.poll(() => dying.fatal.length, { timeout: 60_000 }).toBe(1);
    await dying.stop();
    await projected();
    const waiting = await listDeadLetters(stack);
    expect(new Set(waiting.map(({ id }) => id)).size).toBe(waiting.length);
    expect(waiting.filter(({ size }) => size === 5)).toHaveLength(1);
  });
});

describe('a dead letter', () => {
  it('is put back when the tables can take it, and the order of its key holds', async () => {
    const same = { facility: 'redriven', ref: 'A', registrationNumber: 'LT0000000000000000' };
    const first = build.checkedIn({ ...same, faults: [{ pointer: '', code: 'refused.once' }] });
    const told = [first, build.corrected({ ...same, groups: { reason: 'work' } }), build.checkedOut({ ...same, groups: { departure: '2026-03-03T05:00:00.000Z' } })];
    await stack.append(...told);
    await projected({ warehouse: refusing('refused.once') });
    expect(await stack.warehouse.query("SELECT ref FROM da06.stays WHERE facility_id = 'redriven'")).toEqual([]);
    const letter = (await listDeadLetters(stack)).find(({ causeCode }) => causeCode === 'warehouse.rejected');
    expect(await redrive(stack, letter?.id)).toEqual({ redriven: 1, projected: 1 });
    await projected();
    expect(await stack.warehouse.query("SELECT reason, status, toString(event_id) AS e FROM da06.stays WHERE facility_id = 'redriven'")).toEqual([{ reason: 'work', status: 'closed', e: told[2]?.id }]);
    expect((await listDeadLetters(stack)).map(({ id }) => id)).not.toContain(letter?.id);
    await expect(redrive(stack, letter?.id)).rejects.toMatchObject({ code: 'dead-letter.unknown' });
  });

  it('stays where it is when it cannot be read still', async () => {
    await stack.log.commitUnit({ append: [garbage('unreadable for ever')] });
    await projected();
    const before = await listDeadLetters(stack);
    const { redriven } = await redrive(stack, before[0]?.id);
    await projected();
    expect(redriven).toBe(0);
    expect(await listDeadLetters(stack)).toEqual(before);
  });
});

describe('too many dead letters in a row', () => {
  it('stop the projection: what follows is left in the log, uncommitted', async () => {
    await stack.append(build.checkedIn());
    await stack.log.commitUnit({ append: Array.from({ length: 12 }, (_, index) => garbage(`bad ${index}`, 'same/key')) });
    const projector = stack.projector({ options: { maxDeadLettersInARow: 10 } });
    await projector.start();
    await expect.poll(() => projector.fatal, { timeout: 60_000 }).toMatchObject([{ code: 'dead-letter.too-many' }]);
    await projector.stop();
    expect(projector.ready()).toBe(false);
    expect(await projector.lag()).toBeGreaterThanOrEqual(12);
    expect(await projected()).toEqual([]);
  });

  it('stop it as well when it is the engine that refuses', async () => {
    await stack.append(...Array.from({ length: 12 }, () => build.checkedIn()));
    const projector = stack.projector({ warehouse: refusing('vn.da06.stay'), options: { maxDeadLettersInARow: 10 } });
    const before = (await listDeadLetters(stack)).length;
    await projector.start();
    await expect.poll(() => projector.fatal, { timeout: 60_000 }).toMatchObject([{ code: 'warehouse.rejected' }]);
    await projector.stop();
    expect(await projected()).toEqual([]);
    expect((await listDeadLetters(stack)).length).toBe(before);
    expect(await eventsShown()).toBe(12);
  });
});
