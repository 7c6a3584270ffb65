import type { Envelope } from '@da06/events';
import { eventBuilders, permutations, stayGroups, type AnyEvent } from '@da06/testkit';
import { createRowEncoder } from '@da06/warehouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStack, type Stack } from '../stack.fixture.ts';
import { logOf, proveOrder } from './prove-order.ts';

const encoder = createRowEncoder();
let stack: Stack;
beforeAll(async () => {
  stack = await openStack();
});
afterAll(() => stack.close());

describe('the order of the log', () => {
  it('changes no row of any view: permuted, duplicated, redriven and cut logs end where the pure rules do', async () => {
    const proof = await proveOrder({ warehouse: stack.warehouse, logs: 16, eventsPerLog: 300, seed: 20_260_302 });
    expect(proof.differences).toEqual([]);
    expect(proof.rows).toBeGreaterThan(16 * 300);
    expect(proof.counts.events).toBeGreaterThanOrEqual(16 * 300);
    expect(proof.counts.programme).toBeGreaterThan(16 * 24);
    expect(proof.counts.population).toBeGreaterThan(16 * 20);
    expect(proof.counts.compliance).toBeGreaterThan(16 * 8);
    expect(proof.counts.security).toBeGreaterThan(16 * 5);
    expect(proof.counts.incidents).toBeGreaterThan(16 * 8);
  }, 600_000);

  it.each(['stay.cancelled', 'report.amended', 'record.withdrawn', 'incident.updated', 'alert.dismissed'])('sees a single lost event of %s', async (what) => {
    let lost = false;
    const losing = {
      ...stack.warehouse,
      insertEvents: async (rows: readonly Uint8Array[]): Promise<void> => {
        const at = lost ? -1 : rows.findIndex((row) => Buffer.from(row).includes(what));
        lost ||= at >= 0;
        await stack.warehouse.insertEvents(rows.filter((_, index) => index !== at));
      },
    };
    const holds = (seed: number): boolean => logOf({ seed, eventsPerLog: 160 }, 0).events.some(({ type }) => type.includes(what));
    const seed = Array.from({ length: 100 }, (_, index) => index).find(holds) ?? 0;
    const proof = await proveOrder({ warehouse: losing, logs: 1, eventsPerLog: 160, seed, withFigures: false, inWays: 2 });
    expect(lost).toBe(true);
    expect(proof.differences.length).toBeGreaterThan(0);
  });
});

describe('a check-in, a patch, a check-out and a cancellation', () => {
  const stayRows = async (facilities: readonly string[]): Promise<readonly unknown[]> =>
    await stack.warehouse.query(`SELECT * EXCEPT (facility_id) FROM da06.stays WHERE facility_id IN (${facilities.map((id) => `'${id}'`).join()}) ORDER BY facility_id`);
  /** Event by event, the same place of every order at a time: facilities do not know of each other. */
  const deliver = async (orders: readonly (readonly AnyEvent[])[]): Promise<void> => {
    for (let place = 0; place < 4; place += 1) await stack.warehouse.insertEvents(orders.map((events) => encoder.of(events[place] as Envelope)?.row ?? Buffer.alloc(0)));
  };

  it('give the same row in each of the 24 orders in which they are delivered', async () => {
    const facilities: string[] = [];
    const orders: AnyEvent[][] = [];
    for (const [index, order] of permutations([0, 1, 2, 3]).entries()) {
      const facility = `delivered-${index}`;
      facilities.push(facility);
      const build = eventBuilders({ seed: 9 });
      const same = { facility, ref: 'A', registrationNumber: 'LT0000000000000000' };
      const told = [
        build.checkedIn(same),
        build.corrected({ ...same, groups: { reason: 'work' } }),
        build.checkedOut({ ...same, groups: { departure: '2026-03-03T05:00:00.000Z' } }),
        build.cancelled(same),
      ];
      orders.push(order.map((place) => told[place] as AnyEvent));
    }
    await deliver(orders);
    const rows = await stayRows(facilities);
    expect(rows).toHaveLength(24);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(1);
    expect(rows[0]).toMatchObject({ status: 'cancelled', reason: 'work' });
  });

  it('give the same values in each of the 24 orders in which they are taken in, the first check-in yielding to what it finds', async () => {
    const facilities: string[] = [];
    const orders: AnyEvent[][] = [];
    for (const [index, order] of permutations(['check-in', 'patch', 'check-out', 'cancel'] as const).entries()) {
      const facility = `taken-${index}`;
      facilities.push(facility);
      const build = eventBuilders({ seed: 9 });
      const groups = stayGroups(eventBuilders({ seed: 1 }).random, build.clock.now());
      const same = { facility, ref: 'A', registrationNumber: 'LT0000000000000000' };
      const before = order.slice(0, order.indexOf('check-in'));
      const yields = before.map((what) => ({ patch: 'reason', 'check-out': 'departure', cancel: 'cancelled', 'check-in': '' })[what]);
      const make = {
        'check-in': () => build.checkedIn({ ...same, groups, yields }),
        patch: () => build.corrected({ ...same, groups: { reason: 'work' } }),
        'check-out': () => build.checkedOut({ ...same, groups: { departure: '2026-03-03T05:00:00.000Z' } }),
        cancel: () => build.cancelled(same),
      };
      orders.push(order.map((what) => make[what]()));
    }
    await deliver(orders);
    const rows = (await stayRows(facilities)) as { event_id: string; departed_at: string | null }[];
    expect(rows).toHaveLength(24);
    expect(new Set(rows.map(({ event_id: _, ...row }) => JSON.stringify(row))).size).toBe(1);
    expect(rows[0]).toMatchObject({ status: 'cancelled', reason: 'work', departed_at: '2026-03-03 12:00:00.000' });
  });
});
