/** What would lead a child process to another host, log or server, or make it another kind of process. */
const leading = /^(DA06_URL|DA06_KEY|DA06_DATA|PORT|INIT_CWD|VITEST|NODE_OPTIONS|KAFKA_.*|CLICKHOUSE_.*)$/;

/** The environment a child process starts with: that of this one, without what would lead it elsewhere, and `settings`. */
export const childEnvironment = (settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !leading.test(name))),
  ...settings,
});
