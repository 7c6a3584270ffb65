/** What would lead a child process to another host, log or server, or make it another kind of process. */
const leading = /^(DA06_URL|DA06_KEY|DA06_DATA|PORT|INIT_CWD|VITEST|NODE_OPTIONS|KAFKA_.*|CLICKHOUSE_.*)$/;

/** The environment a child process starts with: that of this one, without what would lead it elsewhere and without the demonstration, and `settings`. */
export const childEnvironment = (settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !leading.test(name))),
  DA06_DEMO: '0',
  ...settings,
});

/** The browser tests drive: CHROMIUM names its program, else it is looked for on the PATH; DA06_REQUIRE_BROWSER=1 makes tests fail without one. */
export const readBrowserConfig = (env: Readonly<Record<string, string | undefined>> = process.env): { readonly program: string | undefined; readonly path: string; readonly required: boolean; readonly report: string | undefined } => ({
  program: env['CHROMIUM'], path: env['PATH'] ?? '', required: env['DA06_REQUIRE_BROWSER'] === '1', report: env['DA06_TEST_REPORT'],
});
