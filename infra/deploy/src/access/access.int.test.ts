import { alertRules } from '@da06/dashboards';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencies } from './agencies.ts';
import { audiences } from './audiences.ts';
import { consoleUser } from './console.ts';
import { faultsOf, type Column } from './faults.ts';
import { grantTexts } from './grants.ts';
import { askedBy } from './asked-by.ts';
import { givenToWriter, openServerUsers, type ServerUsers } from './server-users.fixture.ts';
import { readingUsers } from './users-xml.ts';

const kinds = ['hotel', 'motel', 'guest-house', 'boarding-house', 'official-residence', 'rental-house', 'zone-housing', 'clinic', 'coach'];
let server: ServerUsers;
let columns: readonly Column[] = [];

beforeAll(async () => {
  server = await openServerUsers(kinds);
  await server.as('administrator', async (run) => {
    const views = (await run("SELECT name FROM system.tables WHERE database = 'da06' AND engine = 'View'")).split('\n');
    for (const view of views) await run(givenToWriter(view));
    columns = (await run("SELECT table, name, comment FROM system.columns WHERE database = 'da06' FORMAT TSV")).split('\n').map((line) => {
      const [table = '', name = '', comment = ''] = line.split('\t');
      return { table, name, comment };
    });
    // The engine tells no columns of views that take parameters: they are those of their twins.
    const twins = (await run("SELECT name FROM system.tables WHERE database = 'da06' AND length(parameterized_view_parameters) > 0")).split('\n');
    columns = [...columns, ...twins.flatMap((twin) => columns.filter(({ table }) => `${table}_at` === twin).map((column) => ({ ...column, table: twin })))];
  });
}, 300_000);
afterAll(() => server.remove());

describe('a view', () => {
  it('that the writer makes, or gives itself, reads as the writer, whoever asks it; one that says nothing of it reads as who asks, whom its grant then does not help', async () => {
    const asked = (): Promise<string> => server.as('da06_grafana_wall', (run) => run('SELECT count() FROM da06.units'));
    await server.as('da06_writer', async (run) => {
      await run('CREATE VIEW da06.planted AS SELECT facility_id FROM da06.facilities');
      expect(await run("SELECT create_table_query FROM system.tables WHERE database = 'da06' AND name = 'planted'")).toContain('DEFINER = da06_writer SQL SECURITY DEFINER');
      await run('DROP VIEW da06.planted');
      await run('ALTER TABLE da06.units MODIFY SQL SECURITY INVOKER');
    });
    await expect(asked()).rejects.toThrow(/ACCESS_DENIED/);
    await server.as('da06_writer', (run) => run(givenToWriter('units')));
    expect(await asked()).toBe('0');
  });
});

describe('the grants of audiences and agencies', () => {
  it('name views that are there, and reach no column that leads to a person', () => {
    expect(columns.length).toBeGreaterThan(500);
    for (const { user, grants } of readingUsers) expect(faultsOf(grantTexts(grants), columns), user).toEqual([]);
  });

  /** Planning the views is what this costs: each grant is tried with the first who has it. */
  const tried = new Set<string>();
  it.each(readingUsers.map((one) => [one.user, one] as const))('let %s read what it is granted, and nothing of persons, tables below, or files', async (user, { grants }) => {
    await server.as(user, async (run) => {
      for (const [view, granted] of Object.entries(grants)) {
        const sql = `SELECT ${granted === 'all' ? '*' : granted.join(', ')} FROM da06.${view} LIMIT 0`;
        if (!view.endsWith('_at') && !tried.has(sql)) await run(sql);
        tried.add(sql);
      }
      for (const sql of [
        'SELECT count() FROM da06.stays', 'SELECT person_key FROM da06.residents', 'SELECT * FROM da06.workers', 'SELECT ref FROM da06.events', 'SELECT subject FROM da06.events',
        'SELECT * FROM da06.raw_facilities_v1', 'SELECT entry FROM da06.alerts', 'SELECT * FROM da06.incidents', "SELECT * FROM file('/etc/hostname')", "INSERT INTO da06.raw_progress_v1 VALUES (0, 0)",
        'CREATE TABLE da06.planted (a UInt8) ENGINE = Null',
      ]) await expect(run(sql), sql).rejects.toThrow(/ACCESS_DENIED|READONLY/);
      await run('SELECT 1 SETTINGS max_execution_time = 20');
      await expect(run('SELECT 1 SETTINGS max_execution_time = 600')).rejects.toThrow(/SETTING_CONSTRAINT_VIOLATION/);
      await expect(run('SET readonly = 0')).rejects.toThrow(/READONLY/);
    });
  });

  it('keep security to the police, and a facility’s name and place off the wall', async () => {
    for (const { name } of audiences) {
      const answer = server.as(`da06_grafana_${name}`, (run) => run("SELECT count() FROM da06.incident_rates_at(known_at = '', boundary = '')"));
      if (name === 'police') expect(await answer).toBe('0');
      else await expect(answer, name).rejects.toThrow(/ACCESS_DENIED/);
    }
    await server.as('da06_grafana_wall', async (run) => {
      expect(await run('SELECT count() FROM da06.facilities')).toBe(String(kinds.length));
      for (const column of ['name', 'lat', 'rooms']) await expect(run(`SELECT ${column} FROM da06.facilities`), column).rejects.toThrow(/ACCESS_DENIED/);
    });
  });
});

describe('what boards and alerts ask', () => {
  it.each(audiences.map((audience) => [audience.user, audience] as const))('is granted to %s by column where its grants name columns, and an alert’s text to whose organisation it is in', async (user, audience) => {
    const narrow = new Set(Object.entries(audience.grants).flatMap(([view, granted]) => (granted === 'all' ? [] : [view])));
    const questions = [...askedBy(audience).filter(({ views }) => views.some((view) => narrow.has(view))), ...alertRules.filter((rule) => rule.audience === audience.name).map(({ id, sql }) => ({ where: id, sql }))];
    const refused: string[] = [];
    await server.as(user, async (run) => {
      await run('USE da06');
      for (const { where, sql } of questions) await run(sql).catch((cause: unknown) => refused.push(`${where}: ${String(cause)}`));
    });
    expect(refused).toEqual([]);
  });
});

describe('the console', () => {
  it('may ask what boards ask of views that are granted by column, what stands behind a panel, and its first page’s figures', async () => {
    const narrow = new Set(Object.entries(consoleUser.grants).flatMap(([view, granted]) => (granted === 'all' ? [] : [view])));
    expect(narrow.size).toBeGreaterThan(0);
    const boards = [...new Set(audiences.flatMap((audience) => audience.boards))];
    const questions = askedBy({ boards }).filter(({ views }) => views.some((view) => narrow.has(view)));
    const refused: string[] = [];
    await server.as('da06_console', async (run) => {
      await run('USE da06');
      for (const { where, sql } of questions) await run(sql).catch((cause: unknown) => refused.push(`${where}: ${String(cause)}`));
      await run('SELECT type, count() FROM events WHERE recorded_at >= now() - 1 AND occurred_at < now() GROUP BY type');
      await run('SELECT countIf(late) FROM stay_notices');
      await run('SELECT count(), (SELECT max(recorded_at) FROM dead_letters), (SELECT count() FROM indicator_definitions), (SELECT as_of FROM as_of) FROM facilities');
      await run("SELECT count() FROM system.functions WHERE name IN (SELECT name FROM system.table_functions)");
    });
    expect([questions.length > 0, refused]).toEqual([true, []]);
  });
});

describe('the plan’s access matrix', () => {
  it.each(agencies.map((one) => [one.code, one] as const))('shows %s the facilities of its kinds alone', async (_code, { user, kinds: own }) => {
    await server.as(user, async (run) => {
      expect((await run('SELECT DISTINCT facility_kind FROM da06.facilities ORDER BY facility_kind')).split('\n')).toEqual([...own].sort());
      expect(await run("SELECT count() FROM da06.compliance_daily WHERE facility_kind = '' OR place_kind = ''")).toBe('0');
      await expect(run("SELECT count() FROM da06.tourism_daily_at(boundary = '')")).rejects.toThrow(/ACCESS_DENIED/);
    });
  });

  it('gives every kind of facility of models 9 to 12 to one agency', () => {
    expect(agencies.flatMap((one) => one.kinds).sort()).toEqual([...kinds].sort());
  });

  it('keeps trips of coaches to whom model 12 names', async () => {
    for (const { code, user } of agencies) {
      const answer = server.as(user, (run) => run('SELECT count() FROM da06.coach_daily'));
      if (code === 'KTHT') expect(await answer).toBe('0');
      else await expect(answer, code).rejects.toThrow(/ACCESS_DENIED/);
    }
  });
});
