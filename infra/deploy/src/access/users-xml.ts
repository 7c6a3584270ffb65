import { agencies } from './agencies.ts';
import { audiences } from './audiences.ts';
import { consoleUser } from './console.ts';
import { grantTexts, type ReadingUser } from './grants.ts';

/** Users beside those of da06-users.xml: who reads boards, the console, and the agencies of the plan. */
export const readingUsers: readonly ReadingUser[] = [...audiences, consoleUser, ...agencies];

/** What describes the schema, for the editor of queries and the guard of people's statements, and rows made of nothing. */
const systemTables = ['tables', 'columns', 'databases', 'functions', 'table_functions', 'settings', 'time_zones', 'one', 'numbers'];

const indented = (depth: number, lines: readonly string[]): string => lines.map((line) => `${'  '.repeat(depth)}${line}\n`).join('');

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const userXml = ({ user, digest, profile, quota, grants, rows = {} }: ReadingUser): string => {
  const statements = [...grantTexts(grants), ...systemTables.map((table) => `GRANT SELECT ON system.${table}`)];
  const conditions = Object.entries(rows).map(([view, condition]) => `<${view}><filter>${escaped(condition)}</filter></${view}>`);
  return [
    indented(2, [`<${user}>`]),
    indented(3, [`<password_sha256_hex from_env="${digest}"/>`, '<networks><ip>::/0</ip></networks>', `<profile>${profile}</profile>`, `<quota>${quota}</quota>`, '<grants>']),
    indented(4, statements.map((statement) => `<query>${statement}</query>`)),
    indented(3, ['</grants>']),
    conditions.length === 0 ? '' : `${indented(3, ['<databases>', '  <da06>'])}${indented(5, conditions)}${indented(3, ['  </da06>', '</databases>'])}`,
    indented(2, [`</${user}>`]),
  ].join('');
};

const quotaXml = (name: string, limits: Readonly<Record<string, number>>): readonly string[] => [
  `<${name}>`, '  <interval>', '    <duration>3600</duration>', ...Object.entries(limits).map(([limit, value]) => `    <${limit}>${value}</${limit}>`), '  </interval>', `</${name}>`,
];

/** The file of users for `/etc/clickhouse-server/users.d`. An audience of screens asks often and shortly; a person who asks seldom may ask more at once. */
export const usersXml = (): string =>
  [
    '<!-- Generated from infra/deploy/src/access: npm run generate -w @da06/deploy. Who reads boards, the console, and the agencies of the plan: aggregates alone. Profiles: da06-users.xml. -->\n<clickhouse>\n',
    indented(1, ['<quotas>']),
    // Each question of the console is three statements: its normal form, its tree, and itself.
    indented(2, [...quotaXml('da06_boards', { queries: 40_000, errors: 4000, execution_time: 14_400 }), ...quotaXml('da06_console', { queries: 2_000_000, errors: 20_000, execution_time: 100_000 }), ...quotaXml('da06_people', { queries: 4000, errors: 1000, execution_time: 3600 })]),
    indented(1, ['</quotas>', '<users>']),
    ...readingUsers.map(userXml),
    indented(1, ['</users>']),
    '</clickhouse>\n',
  ].join('');
