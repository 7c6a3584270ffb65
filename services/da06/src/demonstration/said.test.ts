import { expect, it } from 'vitest';
import { createTeller } from './said.ts';

const heard = () => {
  const lines: string[] = [];
  const tell = createTeller({ progress: (line) => lines.push(line), result: (text) => lines.push(text), counts: () => Promise.resolve({ facilities: 60, stays: 17_000 }) });
  return { lines, tell };
};

it('on a quick machine nothing but the end is told, with what there is and how to be rid of it', async () => {
  const { lines, tell } = heard();
  tell({ what: 'loading', share: 0.5, seconds: 3 });
  tell({ what: 'loaded', requests: 25_000, seconds: 7.4, again: false });
  await Promise.resolve();
  expect(lines).toHaveLength(1);
  for (const part of ['60', '17000', '7 giây', 'không phải khách thật', 'da06 -- demo remove', 'DA06_DEMO=0 npm start']) expect(lines[0]).toContain(part);
});

it('on a slow one a line every five seconds tells share and estimate, and once what to do', () => {
  const { lines, tell } = heard();
  for (let second = 1; second <= 60; second += 1) tell({ what: 'loading', share: second / 120, seconds: second });
  expect(lines.filter((line) => line.startsWith('Đang nạp'))).toHaveLength(12);
  expect(lines[0]).toBe('Đang nạp dữ liệu mô phỏng: 4 %, còn khoảng 115 giây · loading simulated data: 4 %, about 115 s left\n');
  expect(lines.filter((line) => line.includes('chậm'))).toHaveLength(1);
});

it('tells of the registers that came besides', () => {
  const { lines, tell } = heard();
  tell({ what: 'registers', records: 22_500, seconds: 6.2 });
  for (const part of ['22500', '6 giây', 'demo-']) expect(lines[0]).toContain(part);
});

it('a start that has little to catch up tells nothing', async () => {
  const { lines, tell } = heard();
  tell({ what: 'registers', records: 30, seconds: 1 });
  tell({ what: 'loaded', requests: 12, seconds: 1, again: true });
  await Promise.resolve();
  expect(lines).toEqual([]);
});
