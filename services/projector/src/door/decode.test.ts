import { eventBuilders, recordOf } from '@da06/testkit';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';

const record = (value: Uint8Array, offset = 0n) => ({ topic: 't', partition: 0, offset, key: 'k', value });
const build = eventBuilders();

describe('the door', () => {
  it('makes the same row of an event with unknown fields of a newer writer', async () => {
    const event = build.checkedIn({ facility: 'f', ref: 'R' });
    const { accepted, refused } = await decode([event, { ...event, newer: 'field' }].map((one) => record(recordOf(one).value)));
    expect(accepted[1]?.row).toEqual(accepted[0]?.row);
    expect(accepted[0]?.due).toEqual({ stays: [{ facility: 'f', ref: 'R', person: '' }], records: [] });
    expect(refused).toEqual([]);
  });

  it('refuses what its schema lets in and no column can hold, and leaves its neighbours as they are', async () => {
    const [before, after] = [build.checkedIn(), build.checkedOut()].map((event) => record(recordOf(event).value));
    const never = record(recordOf(build.checkedOut({ groups: { departure: '2026-02-30T00:00:00.000Z' } })).value);
    const alone = await decode([before, after].filter((one) => one !== undefined));
    const { accepted, refused } = await decode([before, never, after].filter((one) => one !== undefined));
    expect(refused).toEqual([{ record: never, code: 'warehouse.rejected' }]);
    expect(accepted.map(({ row }) => row)).toEqual(alone.accepted.map(({ row }) => row));
  });

  it('names both papers of a link, for nights and for spells, the record of a resident or worker, and nothing for what has neither', async () => {
    const link = build.personLinked();
    const persons = [link.data.cmndKey, link.data.cccdKey];
    const events = [link, build.recordWithdrawn({ register: 'workers', ref: 'LD-1' }), build.feedBatchReceived(), build.registerBatchReceived()];
    const { accepted } = await decode(events.map((event) => record(recordOf(event).value)));
    expect(accepted.map(({ due }) => due)).toEqual([
      { stays: persons.map((person) => ({ facility: '', ref: '', person })), records: persons.map((person) => ({ register: '', ref: '', person })) },
      { stays: [], records: [{ register: 'workers', ref: 'LD-1', person: '' }] },
      { stays: [], records: [] },
      { stays: [], records: [] },
    ]);
  });

  it('refuses with a code and counts how many stand in a row, across batches', async () => {
    const good = recordOf(build.cancelled()).value;
    const bad = Buffer.from('{');
    const first = await decode([bad, good, bad, bad].map((value) => record(value)));
    expect(first.refused.map(({ code }) => code)).toEqual(['event.unreadable', 'event.unreadable', 'event.unreadable']);
    expect(first).toMatchObject({ refusedInARow: 2, longestRow: 2 });
    expect(await decode([record(bad)], first.refusedInARow)).toMatchObject({ refusedInARow: 3, longestRow: 3 });
  });
});
