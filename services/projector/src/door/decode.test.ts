import { eventBuilders, recordOf } from '@da06/testkit';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';

const record = (value: Uint8Array, offset = 0n) => ({ topic: 't', partition: 0, offset, key: 'k', value });
const build = eventBuilders();

describe('the door', () => {
  it('lets the bytes of a current event through as they are, with unknown fields of a newer writer', async () => {
    const event = { ...build.checkedIn({ facility: 'f', ref: 'R' }), newer: 'field' };
    const { value } = recordOf(event);
    const { accepted, refused } = await decode([record(value)]);
    expect(accepted[0]?.line).toBe(value);
    expect(accepted[0]?.touched).toEqual([{ facility: 'f', ref: 'R', person: '' }]);
    expect(refused).toEqual([]);
  });

  it('names both papers of a link as touched, and nothing for what has no nights', async () => {
    const link = build.personLinked();
    const { accepted } = await decode([record(recordOf(link).value), record(recordOf(build.feedBatchReceived()).value)]);
    expect(accepted.map(({ touched }) => touched)).toEqual([[link.data.cmndKey, link.data.cccdKey].map((person) => ({ facility: '', ref: '', person })), []]);
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
