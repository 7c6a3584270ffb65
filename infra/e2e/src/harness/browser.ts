import { accessSync, appendFileSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { readBrowserConfig } from './config.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
/** Nothing of the browser's own may speak to the internet. */
const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The browser's program: what CHROMIUM names, else the first of its names on the PATH; undefined if there is none. */
const findBrowser = (): string | undefined => {
  const { program, path } = readBrowserConfig();
  if (program !== undefined) return isProgram(program) ? program : undefined;
  return path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
};

/** Whether tests of the page are passed over: no browser is here, and none is required. Says so, and why. */
export const browserMissing = (): boolean => {
  if (findBrowser() !== undefined || readBrowserConfig().required) return false;
  process.stderr.write(`DA06 tests: the page is not tested: none of ${names.join(', ')} is on the PATH, and CHROMIUM names no program.\n`);
  return true;
};

/** Starts a headless browser, and says which in the report of the run. @throws Error when there is none. */
export const startBrowser = async (): Promise<Browser> => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(`No browser: none of ${names.join(', ')} is on the PATH, and CHROMIUM names no program.`);
  const browser = await chromium.launch({ executablePath, args, chromiumSandbox: false });
  const { report } = readBrowserConfig();
  if (report !== undefined) appendFileSync(report, `Chromium ${browser.version()} (${executablePath})\n`);
  return browser;
};
