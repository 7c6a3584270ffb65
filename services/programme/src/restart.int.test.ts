import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ProgrammeState } from './state/state.ts';
import { startProgramme, type CallOptions } from './testing/started.ts';

/** Everything the state knows, so that two can be compared whole. The two topics are read one after the other, so events of both stand in the order they were decided in. */
const known = ({ models, reports, reporters, requests, observed, events }: ProgrammeState): unknown => ({ models, reports, reporters, requests, observed, events: events.toSorted((one, other) => (one.sequence < other.sequence ? -1 : 1)) });

const models = [1, 2, 9, 9, 13, 13, 15];
const at = fc.constantFrom(undefined, undefined, undefined, undefined, undefined, '2024-02-20', '2024-03-11', '2030-01-01');
const reporter = fc.constantFrom('CAH', 'VHTT', 'W25345@old', 'W25349@old', 'nobody');
const text = fc.constantFrom('Đã làm.', 'Đang làm.', 'Chưa làm.', 'Vướng kinh phí.', 'gọi 0912345678', '');
const key = fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }).map((number) => `k${number}`) });

type Asked = { readonly method: string; readonly path: string; readonly body: object; readonly idempotencyKey: string | undefined; readonly stale: boolean };

const asked: fc.Arbitrary<Asked | 'restart'> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ no: fc.constantFrom(...models), step: fc.integer({ min: 1, max: 4 }), action: fc.constantFrom('start', 'complete', 'block', 'unblock', 'reopen'), at, cause: text, idempotencyKey: key, stale: fc.boolean() })
    .map(({ no, step, action, idempotencyKey, stale, ...body }) => ({ method: 'POST', path: `/v1/models/${no}/steps/${step}/${action}`, body, idempotencyKey, stale: stale && step === 4 })) },
  { weight: 2, arbitrary: fc.record({ no: fc.constantFrom(...models), end: fc.constantFrom('put-in-operation', 'mark-not-deployable'), at }).map(({ no, end, at: day }) => ({ method: 'POST', path: `/v1/models/${no}/${end}`, body: { at: day, cause: 'Không có' }, idempotencyKey: undefined, stale: false })) },
  { weight: 2, arbitrary: fc.record({ unit: fc.constantFrom('W25345@old', 'W25349@old', 'W25345@2025'), at }).map((body) => ({ method: 'PUT', path: '/v1/models/2/unit', body, idempotencyKey: undefined, stale: false })) },
  { weight: 6, arbitrary: fc.record({ reporter, period: fc.constantFrom('2024-01', '2024-02', '2024-05'), no: fc.constantFrom(...models), text, nothing: fc.boolean(), idempotencyKey: key })
    .map(({ reporter: who, period, no, text: words, nothing, idempotencyKey }) => ({ method: 'PUT', path: `/v1/reports/${period}/${who}`, body: nothing ? { nothing } : { models: [{ no, text: words }] }, idempotencyKey, stale: false })) },
  { weight: 1, arbitrary: fc.record({ id: fc.constantFrom('so-ket', 'dot-xuat'), who: reporter }).map(({ id, who }) => ({ method: 'POST', path: '/v1/report-requests', body: { id, reporters: [who], dueOn: '2024-04-01', text: 'Sơ kết' }, idempotencyKey: undefined, stale: false })) },
  { weight: 1, arbitrary: reporter.map((who) => ({ method: 'PUT', path: `/v1/report-requests/so-ket/${who}`, body: { nothing: true }, idempotencyKey: undefined, stale: false })) },
  { weight: 1, arbitrary: fc.constant('restart' as const) },
);

it('whatever is asked, and wherever it stops: the state read from the log is the state there was, and every answer under a key is given again', async () => {
  let decided = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 10, maxLength: 40 }), async (steps) => {
      const ending: (() => Promise<void> | void)[] = [];
      let started = await startProgramme({ after: (stop) => void ending.push(stop) });
      const answers = new Map<string, { readonly step: Asked; readonly options: CallOptions; readonly status: number; readonly text: string }>();
      for (const step of steps) {
        if (step === 'restart') {
          const before = known(started.programme.state());
          started = await started.again();
          expect(known(started.programme.state())).toEqual(before);
          continue;
        }
        const model = /^\/v1\/models\/(\d+)\//.exec(step.path)?.[1];
        const version = model === undefined ? undefined : (started.programme.state().models.get(Number(model))?.state.version ?? 0) - (step.stale ? 1 : 0);
        const options: CallOptions = { ...(version !== undefined && { ifMatch: version }), ...(step.idempotencyKey !== undefined && { idempotencyKey: step.idempotencyKey }) };
        const recorded = started.programme.state().events.length;
        const { status, text: words } = await started.call(step.method, step.path, step.body, options);
        expect([200, 201, 400, 404, 409, 412, 422]).toContain(status);
        const events = started.programme.state().events.length - recorded;
        expect(events).toBeLessThanOrEqual(status < 300 ? 1 : 0);
        decided += events;
        if (events > 0 && step.idempotencyKey !== undefined) answers.set(step.idempotencyKey, { step, options, status, text: words });
        started.clock.advance(60_000);
      }
      const before = known(started.programme.state());
      started = await started.again();
      expect(known(started.programme.state())).toEqual(before);
      for (const { step, options, status, text: words } of answers.values()) {
        const again = await started.call(step.method, step.path, step.body, options);
        expect([again.status, again.text]).toEqual([status, words]);
      }
      for (const end of ending.reverse()) await end();
    }),
    { numRuns: 25, seed: 20231031 },
  );
  expect(decided).toBeGreaterThan(100);
});
