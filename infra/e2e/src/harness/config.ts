/** The environment a child process starts with: that of this one, without what would lead it to another host, and `settings`. */
export const childEnvironment = (settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv => {
  const { DA06_URL: _url, DA06_KEY: _key, DA06_DATA: _data, PORT: _port, INIT_CWD: _cwd, VITEST: _vitest, NODE_OPTIONS: _options, ...rest } = process.env;
  return { ...rest, ...settings };
};
