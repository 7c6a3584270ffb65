import { defineConfig } from '@playwright/test';
import type { PluginOptions } from '@grafana/plugin-e2e';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { admin, url } from './src/site.ts';

const authSetup = join(dirname(createRequire(import.meta.url).resolve('@grafana/plugin-e2e')), 'auth');

/** One worker: boards ask the same server as the people of the site. */
export default defineConfig<PluginOptions>({
  testDir: './src',
  workers: 1,
  timeout: 180_000,
  reporter: [['list']],
  use: { baseURL: url, grafanaAPICredentials: admin, user: admin, viewport: { width: 1920, height: 1080 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', trace: 'retain-on-failure' },
  projects: [
    { name: 'login', testDir: authSetup, testMatch: /auth\.setup\.js/ },
    { name: 'wall', testMatch: /wall\.spec\.ts/ },
    { name: 'audiences', testMatch: /(boards|alerts)\.spec\.ts/, dependencies: ['login'], use: { storageState: `playwright/.auth/${admin.user}.json` } },
  ],
});
