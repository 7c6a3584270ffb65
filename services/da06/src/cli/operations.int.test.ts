import { eventBuilders, recordOf, tempFolder } from '@da06/testkit';
import { expect, it, onTestFinished } from 'vitest';
import { sqlCommand } from '../commands/sql.ts';
import { cli } from '../log-file/cli.fixture.ts';
import { openLogOnly } from '../parts/open-log.ts';

it('a query on a folder that nobody serves sees all that its log holds, however much of it no table has yet', async () => {
  const root = tempFolder(onTestFinished);
  const { context, written } = cli({ data: root, callerDir: root });
  const build = eventBuilders({ seed: 21 });
  const { log, close } = await openLogOnly(context);
  await log.commitUnit({ append: [recordOf(build.facilityRegistered()), ...Array.from({ length: 5_000 }, () => recordOf(build.checkedIn()))] });
  await close();
  expect(await sqlCommand(context, 'SELECT count() FROM events', { format: 'TSV' })).toBe(0);
  expect(written.out).toBe('5001\n');
});
