/** What the environment says of the brokers and servers that tests use. */
export type TestConfig = {
  /** DA06_TEST_KAFKA: brokers that are there already, host:port, several divided by commas. */
  readonly kafka: string | undefined;
  /** DA06_TEST_CLICKHOUSE_URL, _USER, _PASSWORD: a server that is there already. */
  readonly clickhouse: { readonly url: string; readonly username: string; readonly password: string } | undefined;
  /** DA06_REQUIRE_KAFKA=1: without a broker tests fail instead of being passed over. */
  readonly kafkaRequired: boolean;
  readonly dockerHost: string | undefined;
  readonly runtimeFolder: string | undefined;
  /** Set by the run itself: where its files ask for the broker they share. */
  readonly shared: string | undefined;
  /** Set by `npm test`: the file that learns what was used. */
  readonly report: string | undefined;
  /** DA06_TEMP_FOLDERS: where temporary folders are made, if not in the system's. */
  readonly folders: string | undefined;
};

export const readTestConfig = (env: Readonly<Record<string, string | undefined>> = process.env): TestConfig => ({
  kafka: env['DA06_TEST_KAFKA'],
  clickhouse:
    env['DA06_TEST_CLICKHOUSE_URL'] === undefined
      ? undefined
      : { url: env['DA06_TEST_CLICKHOUSE_URL'], username: env['DA06_TEST_CLICKHOUSE_USER'] ?? 'default', password: env['DA06_TEST_CLICKHOUSE_PASSWORD'] ?? '' },
  kafkaRequired: env['DA06_REQUIRE_KAFKA'] === '1',
  dockerHost: env['DOCKER_HOST'],
  runtimeFolder: env['XDG_RUNTIME_DIR'],
  shared: env[sharedName],
  report: env['DA06_TEST_REPORT'],
  folders: env[foldersName],
});

const sharedName = 'DA06_TEST_SHARED';
const foldersName = 'DA06_TEMP_FOLDERS';

/**
 * Puts the temporary folders of this process and of those it starts into one, so that one removal takes them all, also what an engine writes while
 * it is being ended. Not by TMPDIR: compiled sources are kept there, and every start would compile them anew.
 */
export const leadTempFolders = (path: string | undefined): void => {
  if (path === undefined) delete process.env[foldersName];
  else process.env[foldersName] = path;
};

/** Tells every process that this one starts where the shared broker is asked for. */
export const announceShared = (address: string | undefined): void => {
  if (address === undefined) delete process.env[sharedName];
  else process.env[sharedName] = address;
};

/** The environment of a child that gets some settings more. */
export const childEnvironment = (more: Readonly<Record<string, string>>): Readonly<Record<string, string | undefined>> => ({ ...process.env, ...more });
