import { AppError } from '@da06/errors';
import { tempFolder } from '@da06/testkit';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends, type Backend } from '../backends.fixture.ts';
import { viewsOfAnyDay } from './rules.ts';

const folder = tempFolder(afterAll);
const secret = join(folder, 'secret.csv');
const target = join(folder, 'out.csv');
let backend: Backend;

beforeAll(() => writeFileSync(secret, 'top,secret\n'));

const run = async (sql: string, params?: Record<string, string>): Promise<string> =>
  new TextDecoder().decode((await backend.warehouse.personQuery({ sql, format: 'TSV', ...(params === undefined ? {} : { params }) })).bytes);
const codeOf = async (sql: string, params?: Record<string, string>): Promise<string> => {
  try {
    return `answered ${await run(sql, params)}`;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

describe.each(backends)("a person's query $where", ({ start }) => {
  beforeAll(async () => {
    backend = await start();
    await backend.warehouse.migrate();
  });
  afterAll(() => backend.stop());

  it.each([
    ['SELECT count() FROM stays', '0'],
    ['SELECT count() FROM da06.stay_nights', '0'],
    ["SELECT 'INTO OUTFILE', 'file(''x'')', 1 -- file('/x')\n;", "INTO OUTFILE\tfile(\\'x\\')\t1"],
    ['WITH x AS (SELECT number AS n FROM numbers(3)) SELECT sum(n) FROM x', '3'],
    ['SELECT sum(n) FROM (SELECT 1 AS n UNION ALL SELECT 2)', '3'],
    ["SELECT 1 IN (SELECT number FROM numbers(3)), 'a' IN ('a', 'b')", '1\t1'],
    ["SELECT name FROM system.tables WHERE database = 'da06' AND name = 'stays'", 'stays'],
    ['EXISTS TABLE da06.stays', '1'],
    ["SELECT format('{} {}', 'a', 'b')", 'a b'],
    ["SHOW TABLES FROM da06 LIKE 'stays'", 'stays'],
    ['SELECT 1 INTERSECT SELECT 1', '1'],
    ["SELECT * FROM values('a Int8', 1)", '1'],
    ["SELECT count() FROM models_at(as_of = '2024-03-01')", '0'],
    ["SELECT count() FROM da06.report_duty_at(as_of = '2024-03-01T07:00:00+07:00') AS d WHERE d.status = 'missing'", '0'],
    ["SELECT count() FROM `model_steps_at`(as_of = (SELECT toString(toDate('2024-03-01')))) AS a LEFT JOIN model_steps AS b USING (no, step)", '0'],
  ])('answers %s', async (sql, answer) => {
    expect((await run(sql)).trim()).toBe(answer);
  });

  it.each(['DESCRIBE TABLE stays', 'SHOW CREATE TABLE da06.stays', 'EXPLAIN SELECT * FROM stays', 'SHOW TABLES', 'SHOW DATABASES', 'SHOW COLUMNS FROM stays', 'SELECT 1 FORMAT JSON'])('answers %s', async (sql) => {
    expect(await run(sql)).not.toBe('');
  });

  it('takes parameters as values', async () => {
    expect((await run('SELECT {a:String}, {n:UInt32} + 1, has({l:Array(String)}, {a:String})', { a: "x' OR 1", n: '41', l: "['x','y']" })).trim()).toBe("x\\' OR 1\t42\t0");
  });

  it('takes values with quotes, backslashes, tabs and line breaks as they are, alone and in lists', async () => {
    const strange = "it's \\ a\ttab\nand `more` {x:String}";
    const [row] = await backend.warehouse.query<object>('SELECT {a:String} AS a, {l:Array(String)} AS l, {t:Bool} AS t, {n:Int32} AS n', { a: strange, l: [strange, ''], t: true, n: -1 });
    expect(row).toEqual({ a: strange, l: [strange, ''], t: true, n: -1 });
  });

  it('takes the day of a view of any day by parameter', async () => {
    expect((await run('SELECT count() FROM models_at(as_of = {d:String})', { d: '2024-03-01' })).trim()).toBe('0');
    expect(await codeOf('SELECT count() FROM models_at(as_of = {d:String})', { d: `' OR file('${secret}')` })).toBe('sql.failed');
  });

  it('takes a table of da06 by parameter, and no other', async () => {
    expect(await codeOf('SELECT count() FROM {t:Identifier}', { t: 'stays' })).toBe('answered 0\n');
    expect(await codeOf('SELECT * FROM {t:Identifier}', { t: 'stays\n  Identifier x' })).toBe('sql.forbidden');
    expect(await codeOf('SELECT * FROM {d:Identifier}.{t:Identifier}', { d: 'default', t: secret })).toBe('sql.forbidden');
  });

  const evasions: readonly (readonly [string, string])[] = [
    ['the table function file', `SELECT * FROM file('${secret}')`],
    ['the table function file in another case and quoted', `SELECT * FROM \`file\`('${secret}')`],
    ['the table function file behind comments', `SELECT * FROM/**/file/* x */(--\n'${secret}')`],
    ['the table function file in a subquery', `SELECT * FROM (SELECT * FROM (SELECT * FROM file('${secret}')))`],
    ['the table function file in a CTE', `WITH x AS (SELECT * FROM file('${secret}')) SELECT * FROM x`],
    ['the table function file in a scalar subquery', `SELECT (SELECT any(c1) FROM file('${secret}'))`],
    ['the table function file in a union', `SELECT '' UNION ALL SELECT c1 FROM file('${secret}')`],
    ['the table function file in a join', `SELECT * FROM stays LEFT JOIN file('${secret}') AS f ON 1 = 1`],
    ['the table function file in IN', `SELECT 'top' IN file('${secret}', 'CSV', 'a String')`],
    ['the table function file in view()', `SELECT * FROM view(SELECT * FROM file('${secret}'))`],
    ['the scalar function file', `SELECT file('${secret}')`],
    ['the scalar function file in WHERE', `SELECT 1 WHERE length(file('${secret}')) > 0`],
    ['the scalar function file in a lambda', `SELECT arrayMap(x -> file(x), ['${secret}'])`],
    ['the scalar function file in EXPLAIN', `EXPLAIN SYNTAX SELECT file('${secret}')`],
    ['DESCRIBE of a file', `DESCRIBE TABLE file('${secret}')`],
    ['a file as a table of default', `SELECT * FROM default.\`${secret}\``],
    ['a file as a quoted name', `SELECT * FROM "default"."${secret}"`],
    ['a file as a bare name', `SELECT * FROM \`${secret}\``],
    ['a file in IN behind a name that draws a node', `SELECT (1 AS \`a)\n     Identifier b\`) IN default.\`${secret}\``],
    ['a file in a comparison that is read as IN', `SELECT 1 FROM stays WHERE (ref, ref) GLOBAL NOT IN default.\`${secret}\``],
    ['a file as a table of default in IN', `SELECT 'x' IN default.\`${secret}\``],
    ['a table of default described', `DESCRIBE TABLE default.\`${secret}\``],
    ['a file as a table shown', `SHOW CREATE TABLE default.\`${secret}\``],
    ['a file as a table that exists', `EXISTS TABLE default.\`${secret}\``],
    ['tables of another database', 'SHOW TABLES FROM default'],
    ['a file as the day of a view', `SELECT * FROM models_at(as_of = file('${secret}'))`],
    ['the table function file for the day of a view', `SELECT * FROM models_at(as_of = (SELECT any(c1) FROM file('${secret}')))`],
    ['a file as a table for the day of a view', `SELECT * FROM models_at(as_of = (SELECT any(c1) FROM default.\`${secret}\`))`],
    ['a view of any day in another database', "SELECT * FROM da06_rebuild.models_at(as_of = '2024-03-01')"],
    ['a view of any day in a database whose name hides', "SELECT * FROM `default.models_at`(as_of = '2024-03-01')"],
    ['a table function under a name of da06', `SELECT * FROM da06.file('${secret}')`],
    ['url', "SELECT * FROM url('http://127.0.0.1:1/')"],
    ['s3', "SELECT * FROM s3('http://127.0.0.1:1/b/k', 'CSV')"],
    ['remote', "SELECT * FROM remote('127.0.0.1', 'da06', 'stays')"],
    ['cluster', "SELECT * FROM cluster('default', 'da06', 'stays')"],
    ['executable', "SELECT * FROM executable('x', 'CSV', 'a String')"],
    ['sqlite', `SELECT * FROM sqlite('${secret}', 't')`],
    ['eval', `SELECT * FROM eval('SELECT * FROM file(''${secret}'')')`],
    ['merge over another database', "SELECT * FROM merge('default', '.*')"],
    ['a dictionary', "SELECT dictGet('default.x', 'a', 1)"],
    ['joinGet of another database', "SELECT joinGet('default.x', 'a', 1)"],
    ['a system table that is not listed', 'SELECT * FROM system.disks'],
    ['the system table of stored credentials', 'SELECT * FROM system.named_collections'],
    ['INTO OUTFILE', `SELECT 1 INTO OUTFILE '${target}'`],
    ['INTO OUTFILE in another case with a comment', `SELECT 1 into/**/outfile '${target}'`],
    ['INTO OUTFILE with TRUNCATE', `SELECT 1 INTO OUTFILE '${target}' TRUNCATE`],
    ['INTO OUTFILE AND STDOUT with FORMAT', `SELECT 1 INTO OUTFILE '${target}' AND STDOUT FORMAT CSV`],
    ['INTO OUTFILE after a union', `SELECT 1 UNION ALL SELECT 2 INTO OUTFILE '${target}'`],
    ['INTO OUTFILE of EXPLAIN', `EXPLAIN SELECT 1 INTO OUTFILE '${target}'`],
    ['INTO OUTFILE of SHOW', `SHOW TABLES INTO OUTFILE '${target}'`],
    ['INTO OUTFILE of DESCRIBE', `DESCRIBE TABLE stays INTO OUTFILE '${target}'`],
    ['INTO OUTFILE of EXISTS', `EXISTS TABLE stays INTO OUTFILE '${target}'`],
    ['INTO OUTFILE of SHOW CREATE', `SHOW CREATE TABLE stays INTO OUTFILE '${target}'`],
    ['SETTINGS', 'SELECT 1 SETTINGS max_execution_time = 0'],
    ['SETTINGS in a subquery', 'SELECT * FROM (SELECT 1 SETTINGS max_threads = 1)'],
    ['SETTINGS after FORMAT', 'SELECT 1 FORMAT CSV SETTINGS readonly = 0'],
    ['SET', 'SET readonly = 0'],
    ['USE', 'USE default'],
    ['INSERT', "INSERT INTO da06.raw_person_stays_v2 VALUES ('a', 'b', 'c')"],
    ['INSERT into a file', `INSERT INTO FUNCTION file('${target}', 'CSV', 'a Int8') SELECT 1`],
    ['EXPLAIN of INSERT', `EXPLAIN INSERT INTO FUNCTION file('${target}', 'CSV', 'a Int8') SELECT 1`],
    ['EXPLAIN AST of DROP', 'EXPLAIN AST DROP TABLE da06.stays'],
    ['CREATE', 'CREATE TABLE da06.x (a Int8) ENGINE = Memory'],
    ['CREATE of a temporary table', `CREATE TEMPORARY TABLE x ENGINE = File(CSV, '${target}') AS SELECT 1`],
    ['DROP', 'DROP TABLE da06.raw_stays_v2'],
    ['ALTER', 'ALTER TABLE da06.raw_stays_v2 DELETE WHERE 1'],
    ['TRUNCATE', 'TRUNCATE TABLE da06.raw_stays_v2'],
    ['SYSTEM', 'SYSTEM STOP MERGES'],
    ['KILL', 'KILL QUERY WHERE 1'],
    ['BACKUP', `BACKUP TABLE da06.raw_stays_v2 TO File('${target}')`],
    ['ATTACH', `ATTACH TABLE da06.x FROM '${target}' (a Int8) ENGINE = File(CSV)`],
    ['PARALLEL WITH', `SELECT 1 PARALLEL WITH INSERT INTO FUNCTION file('${target}', 'CSV', 'a Int8') SELECT 1`],
    ['sleep', 'SELECT sleep(3)'],
  ];
  it.each(evasions)('is refused: %s', async (_name, sql) => {
    expect(await codeOf(sql)).toBe('sql.forbidden');
    expect(existsSync(target)).toBe(false);
  });

  it.each([
    ['a second statement', `SELECT 1; SELECT 2`],
    ['a second statement that writes a file', `SELECT 1; SELECT 1 INTO OUTFILE '${target}'`],
    ['a second statement behind a comment', `SELECT 1 /* ; */ ; -- \n SELECT 1 INTO OUTFILE '${target}'`],
    ['a second statement behind a heredoc', `SELECT $a$;$a$; SELECT 1 INTO OUTFILE '${target}'`],
    ['INTO OUTFILE in a subquery', `SELECT * FROM (SELECT 1 INTO OUTFILE '${target}')`],
    ['no statement', ' '],
  ])('does not parse or find: %s', async (_name, sql) => {
    expect(await codeOf(sql)).toBe('sql.failed');
    expect(existsSync(target)).toBe(false);
  });

  it('cannot hide a second statement in a parameter', async () => {
    expect(await codeOf('SELECT {a:String}', { a: `'; SELECT 1 INTO OUTFILE '${target}'` })).toMatch(/^answered/);
    expect(existsSync(target)).toBe(false);
  });

  it('is refused when it is longer than 256 KiB', async () => {
    expect(await codeOf(`SELECT '${'x'.repeat(300_000)}'`)).toBe('sql.too-long');
  });

  it('names the engine’s number and message when it fails', async () => {
    await expect(run('SELECT nonsense FROM stays')).rejects.toMatchObject({ code: 'sql.failed', context: { engineCode: 47 } });
  });

  it('may ask for every view of any day that there is, and for nothing else that is called like a table function', async () => {
    const views = await backend.warehouse.query<{ name: string }>("SELECT name FROM system.tables WHERE database = 'da06' AND notEmpty(parameterized_view_parameters)");
    expect(views.map(({ name }) => name).sort()).toEqual([...viewsOfAnyDay].sort());
    const functions = await backend.warehouse.query<{ name: string }>('SELECT name FROM system.table_functions UNION ALL SELECT name FROM system.functions');
    expect(functions.filter(({ name }) => viewsOfAnyDay.has(name))).toEqual([]);
  });

  it('leaves no file behind, whatever was tried', () => {
    expect(readdirSync(folder).sort()).toEqual(['secret.csv']);
  });
});
