import { expect, it } from 'vitest';
import { startProgramme } from '../testing/started.ts';
import type { Counted } from './count-indicators.ts';

const figure = (value: number, more: Partial<Counted> = {}): Counted => ({ code: 'm09.facilities', period: '2024-03', unit: '', value, knownTo: '2024-03-11T01:00:00.000Z', simulated: false, ...more });

/** The programme with a count that says what it is told to; nothing is counted but by `countNow`, once the start has. */
const counting = async (plan = true) => {
  let figures: readonly Counted[] = [];
  const asked: { readonly from: string; readonly to: string }[] = [];
  const started = await startProgramme({
    plan,
    count: (period) => {
      asked.push(period);
      return Promise.resolve(figures);
    },
  });
  return { ...started, asked, count: async (...next: readonly Counted[]) => ((figures = next), await started.programme.countNow()), observed: () => started.events('vn.da06.indicator.observed.v1') };
};

it('a figure is recorded when it is another than before, and only then', async () => {
  const { count, observed, asked } = await counting();
  expect(await count(figure(3))).toBe(1);
  expect(await count(figure(3, { knownTo: '2024-03-11T02:00:00.000Z' }))).toBe(0);
  expect(await count(figure(4), figure(2, { period: '2024-02' }))).toBe(2);
  expect(await count(figure(4, { simulated: true }))).toBe(1);
  expect((await observed()).map(({ subject, streamversion, actor, data }) => [subject, streamversion, actor, data['model'], data['value'], data['simulated']])).toEqual([
    ['m09.facilities/2024-03/', undefined, 'system:programme', 9, 3, false], ['m09.facilities/2024-03/', undefined, 'system:programme', 9, 4, false],
    ['m09.facilities/2024-02/', undefined, 'system:programme', 9, 2, false], ['m09.facilities/2024-03/', undefined, 'system:programme', 9, 4, true],
  ]);
  expect(asked.at(-1)).toEqual({ from: '2023-03', to: '2024-03' });
});

it('a figure that went back to none is recorded, one that never was any is not', async () => {
  const { count, observed } = await counting();
  await count(figure(3));
  expect(await count(figure(0), figure(0, { code: 'm10.facilities' }))).toBe(1);
  expect((await observed()).at(-1)?.data).toMatchObject({ code: 'm09.facilities', value: 0 });
});

it('what the pack does not say the system counts is not recorded, nor anything before a plan', async () => {
  const { count } = await counting();
  expect(await count(figure(1, { code: 'm13.cameras' }), figure(1, { code: 'm99.nothing' }))).toBe(0);
  expect(await (await counting(false)).count(figure(3))).toBe(0);
});

it('what was counted stands in the template and in the consolidated month, also after a restart', async () => {
  const { count, again } = await counting();
  await count(figure(3));
  const { call } = await again();
  const { body } = await call('GET', '/v1/consolidated-report?period=2024-03');
  expect((body['indicators'] as { code: string; now: number | null }[]).find(({ code }) => code === 'm09.facilities')).toMatchObject({ now: 3 });
});
