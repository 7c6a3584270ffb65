import type { AlertRaisedData } from '@da06/events';
import { givenFor } from '@da06/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideAlert, type AlertAction } from './decide.ts';
import { evolveAlert, initialAlert, type AlertEvent } from './state.ts';

const given = givenFor({ decide: decideAlert, evolve: evolveAlert, initial: initialAlert });
const alert: AlertRaisedData = {
  alert: '8c1f6f1e-9b1d-8d2a-9c3b-2f4e6a8c0e12', rule: 'watch-list', ruleVersion: 1, severity: 'high', at: '2026-11-20T01:30:00.000Z', day: '2026-11-20', unit: 'W25357@2025', facility: 'ks-mau-01', ref: 'R-1',
  entry: '5b0f2f9c-2f0e-4c53-9a56-0f6f3f6f9f01', figures: {}, evidence: [], simulated: false,
};
const raise = { command: 'raise', alert } as const;
const raised = { type: 'vn.da06.alert.raised.v1', data: alert } as const;
const judgement = (reason: string) => ({ alert: alert.alert, reason });
const confirmed = { type: 'vn.da06.alert.confirmed.v1', data: judgement('identity-checked') } as const;
const dismissed = { type: 'vn.da06.alert.dismissed.v1', data: judgement('other-person') } as const;
const closed = { type: 'vn.da06.alert.closed.v1', data: judgement('handled') } as const;

describe('an alert', () => {
  it('is raised once, however often a rule finds it', () => {
    given([]).when(raise).then([raised]);
    for (const life of [[raised], [raised, confirmed], [raised, dismissed, closed]]) given(life).when(raise).then([]);
  });
  it('is confirmed or dismissed by who has looked', () => {
    given([raised]).when({ command: 'confirm', reason: 'identity-checked' }).then([confirmed]);
    given([raised]).when({ command: 'dismiss', reason: 'other-person' }).then([dismissed]);
  });
  it('is closed once it was judged, not before', () => {
    given([raised]).when({ command: 'close', reason: 'handled' }).thenRefused('alert.not-judged');
    given([raised, confirmed]).when({ command: 'close', reason: 'handled' }).then([closed]);
    given([raised, dismissed]).when({ command: 'close', reason: 'handled' }).then([closed]);
  });
  it('says nothing when it is told what was told already, and refuses another reason or judgement', () => {
    given([raised, confirmed]).when({ command: 'confirm', reason: 'identity-checked' }).then([]);
    given([raised, confirmed]).when({ command: 'confirm', reason: 'other' }).thenRefused('alert.already-judged');
    given([raised, confirmed]).when({ command: 'dismiss', reason: 'other-person' }).thenRefused('alert.already-judged');
    given([raised, dismissed]).when({ command: 'confirm', reason: 'identity-checked' }).thenRefused('alert.already-judged');
    given([raised, dismissed, closed]).when({ command: 'close', reason: 'handled' }).then([]);
  });
  it('is over when it is closed', () => {
    for (const command of ['confirm', 'dismiss', 'close'] as const) given([raised, confirmed, closed]).when({ command, reason: 'other' }).thenRefused('alert.closed');
  });
  it('cannot be judged before it is known', () => given([]).when({ command: 'confirm', reason: 'identity-checked' }).thenRefused('alert.unknown'));
  it('keeps what it was judged to be when it is closed', () => given([raised, dismissed]).when({ command: 'close', reason: 'handled' }).thenState((state) => state, { version: 3, status: 'closed', raised: alert, judged: 'dismissed', reason: 'other-person', closedFor: 'handled' }));
});

describe('the life of an alert', () => {
  const commands = fc.array(fc.tuple(fc.constantFrom<AlertAction>('confirm', 'dismiss', 'close'), fc.constantFrom('a', 'b')), { maxLength: 8 });
  it('is the same however often its events are delivered again, and never has more than three of them', () => {
    fc.assert(fc.property(commands, fc.infiniteStream(fc.nat()), (asked, picks) => {
      const events: AlertEvent[] = [];
      const evolved = (): ReturnType<typeof evolveAlert> => events.reduce(evolveAlert, initialAlert);
      for (const command of [raise, ...asked.map(([action, reason]) => ({ command: action, reason }))]) {
        try {
          for (const event of decideAlert(command, evolved())) events.push({ ...event, streamversion: events.length + 1 });
        } catch {
          // Refused: nothing is kept.
        }
      }
      const again = events.flatMap((event) => [event, events[(picks.next().value ?? 0) % (events.indexOf(event) + 1)] ?? event]);
      expect(again.reduce(evolveAlert, initialAlert)).toEqual(evolved());
      expect(events.length).toBeLessThanOrEqual(3);
    }));
  });
  it('is moved by events it does not know in its version alone', () => {
    expect(evolveAlert({ ...initialAlert }, { type: 'vn.da06.alert.confirmed.v1', streamversion: 2, data: judgement('x') })).toEqual({ version: 2, status: 'unknown' });
  });
});
