import { removeFolder, tempFolder } from '@da06/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Connection } from '../connection.ts';
import { openConnection } from './connection.ts';

const path = tempFolder();
let connection: Connection;
beforeAll(async () => {
  connection = openConnection({ path, inbox: path });
  await connection.run('SET max_execution_time = 1');
});
afterAll(async () => {
  await connection.close();
  removeFolder(path);
});

it.each([
  ['after its first rows', 'SELECT number, throwIf(number = 200000) FROM numbers(1000000)'],
  ['at its time limit', 'SELECT count() FROM numbers(1000000000000) WHERE rand() = 1'],
])('a statement that fails %s leaves nothing of its answer to the next', async (_, sql) => {
  for (const format of ['JSON', 'JSONEachRow']) {
    await expect(connection.run(sql, { format })).rejects.toThrow('DB::Exception');
    expect(Buffer.from(await connection.run('SELECT 42', { format: 'TSV' })).toString()).toBe('42\n');
  }
});
