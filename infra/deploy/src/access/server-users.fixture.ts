import { eventBuilders, fixedClock, tempFolder } from '@da06/testkit';
import { createEmbeddedWarehouse, createRowEncoder } from '@da06/warehouse';
import { Session } from 'chdb';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { usersDir } from '../paths.ts';

/** An engine that took a server's own files of users and settings; it asks as one of them at a time. */
export type ServerUsers = {
  /** Rows as text, tab-separated; rejects with the engine's own words. */
  readonly as: <T>(user: string, ask: (run: (sql: string) => Promise<string>) => Promise<T>) => Promise<T>;
  readonly remove: () => void;
};

/** The engine's one session logs in with nothing; digests come from the environment of a server. */
const withoutPasswords = (file: string): string => readFileSync(join(usersDir, 'users.d', file), 'utf8').replace(/<password_sha256_hex [^>]*>/g, '<no_password/>');

/** May do everything, as an administrator who moves an older installation up. */
const administrator = '<no_password/><networks><ip>::/0</ip></networks><profile>da06_writer</profile><quota>default</quota><grants><query>GRANT ALL ON *.* WITH GRANT OPTION</query></grants>';

/** What the files say of a user, for the engine's one session, which is the user `default`. */
const definitionOf = (user: string): string => {
  if (user === 'administrator') return administrator;
  for (const file of ['da06-users.xml', 'da06-audiences.xml']) {
    const [, found] = new RegExp(`<users>[\\s\\S]*<${user}>([\\s\\S]*?)</${user}>`).exec(withoutPasswords(file)) ?? [];
    if (found !== undefined) return found;
  }
  throw new RangeError(`There is no user ${user}.`);
};

/** A migrated engine with a facility of each kind, whose views were made before there were users (see `givenToWriter`). */
export const openServerUsers = async (kinds: readonly string[]): Promise<ServerUsers> => {
  let remove = (): void => undefined;
  const folder = tempFolder((clean) => { remove = clean; });
  const path = join(folder, 'engine');
  const warehouse = await createEmbeddedWarehouse({ path, readers: 1 });
  await warehouse.migrate();
  const make = eventBuilders({ seed: 3, clock: fixedClock(Date.parse('2026-11-20T01:00:00Z')) });
  const encoder = createRowEncoder();
  // A built event is an envelope of one type; to the compiler the union of all types does not take it.
  await warehouse.insertEvents(kinds.map((kind) => encoder.of(make.facilityRegistered({ id: `f-${kind}`, kind }) as never)?.row ?? Buffer.alloc(0)));
  await warehouse.close();

  mkdirSync(join(folder, 'users.d'));
  for (const file of ['da06-users.xml', 'da06-audiences.xml']) writeFileSync(join(folder, 'users.d', file), withoutPasswords(file));
  writeFileSync(join(folder, 'users.xml'), '<clickhouse><profiles><default/></profiles><quotas><default/></quotas><users><default/></users></clickhouse>');
  writeFileSync(join(folder, 'config.xml'), readFileSync(join(usersDir, 'config.d/da06-server.xml'), 'utf8').replace('<clickhouse>', `<clickhouse><users_config>${folder}/users.xml</users_config>`));

  const as: ServerUsers['as'] = async (user, ask) => {
    writeFileSync(join(folder, 'users.d', 'session.xml'), `<clickhouse><users><default>${definitionOf(user)}</default></users></clickhouse>`);
    const session = new Session(path, { connectionArgs: [`--config-file=${folder}/config.xml`] });
    try {
      return await ask(async (sql) => Buffer.from((await session.queryAsync(sql, { format: 'TSV' })).bytes()).toString().trim());
    } finally {
      session.close();
    }
  };
  return { as, remove };
};

/** The statement of infra/clickhouse/README.md that gives a view to the writer, for installations made before there were audiences. */
export const givenToWriter = (view: string): string => `ALTER TABLE da06.${view} MODIFY DEFINER = da06_writer SQL SECURITY DEFINER`;
