import { createMetrics } from '@da06/service-kit';
import type { Warehouse } from '@da06/warehouse';
import { describe, expect, it } from 'vitest';
import { createConsoleMetrics } from '../metrics.ts';
import { createAsk } from './ask.ts';

const answering = (rows: readonly unknown[][]) => {
  const asked: string[] = [];
  const personQuery: Warehouse['personQuery'] = ({ sql }) => {
    asked.push(sql);
    const data = sql.includes('timezone()') ? [['UTC']] : rows;
    return Promise.resolve({ bytes: Buffer.from(JSON.stringify({ meta: [{ name: 'a', type: 'String' }], data, statistics: { elapsed: 0.0123, rows_read: 5, bytes_read: 6 } })), format: 'JSONCompactStrings' });
  };
  return { asked, ask: createAsk({ warehouse: { personQuery }, metrics: createConsoleMetrics(createMetrics(), { listeners: () => 0 }) }) };
};

describe('a question', () => {
  it('that is being asked already is not asked once more, and is asked anew when it is answered', async () => {
    const { ask, asked } = answering([['x']]);
    const answers = await Promise.all([ask('SELECT 1'), ask('SELECT 1'), ask('SELECT 2')]);
    expect(answers[0]).toEqual({ fields: [{ name: 'a', type: 'string', values: ['x'] }], rows: 1, readRows: 5, readBytes: 6, ms: 12 });
    expect(answers[1]).toBe(answers[0]);
    expect(asked.filter((sql) => sql === 'SELECT 1')).toHaveLength(1);
    await ask('SELECT 1');
    expect(asked.filter((sql) => sql === 'SELECT 1')).toHaveLength(2);
    expect(asked.filter((sql) => sql.includes('timezone()'))).toHaveLength(1);
  });

  it('whose answer no screen could show is refused', async () => {
    await expect(answering(Array.from({ length: 50_001 }, () => ['x'])).ask('SELECT 1')).rejects.toMatchObject({ code: 'request.answer-too-large' });
    await expect(answering([['x'.repeat(17 * 1024 * 1024)]]).ask('SELECT 1')).rejects.toMatchObject({ code: 'request.answer-too-large' });
    expect((await answering(Array.from({ length: 50_000 }, () => ['x'])).ask('SELECT 1')).rows).toBe(50_000);
  });
});
