import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { boardPages, boardsIn, otherPages, type Address } from '../console/addresses.ts';
import { startDemonstration } from '../console/demonstration.ts';
import { openRows, panelsSettled, showWhole } from '../console/whole.ts';
import { startBrowser } from '../harness/browser.ts';
import { tempFolder } from '../harness/temp.ts';
import { packed } from './pack.ts';

/**
 * Takes pictures of every page of the console over the demonstration, at 1920×1080 and 390 wide, and of some in the dark and on the wall:
 * `run.mjs infra/e2e/src/console-shots/main.ts [--out DIR] [--url URL --key KEY of a host that runs] [--only NAME,…] [--whole] [--pack]`.
 * `--whole`: all of a page and not its first screen, cut into pieces to be looked at. `--pack`: of few colours, at most 250 kB each, as the README shows them.
 */
const { values } = parseArgs({ options: {
  out: { type: 'string', default: 'console-shots' }, url: { type: 'string' }, key: { type: 'string', default: '' }, only: { type: 'string', default: '' }, english: { type: 'boolean', default: false },
  whole: { type: 'boolean', default: false }, pack: { type: 'boolean', default: false },
} });
const out = resolve(values.out);
const only = values.only.split(',').filter((name) => name !== '');
const most = 250_000;

type Shot = Address & { readonly width: 1920 | 390; readonly scheme: 'light' | 'dark' };
const wide = 1920;
const narrow = 390;
/** Of a phone's page the first two screens. */
const heightOf = (width: number): number => (width === wide ? 1080 : 1688);

const dark = ['tong-quan', 'du-lich', 'giao-viec', 'trang-dau'];
const plan = (): readonly Shot[] => {
  const pages = [...otherPages, ...boardPages('vi'), ...(values.english ? boardPages('en') : []), { name: 'dang-nhap', path: '/?dang-nhap' }];
  const light = pages.flatMap((page): Shot[] => [{ ...page, width: wide, scheme: 'light' }, { ...page, width: narrow, scheme: 'light' }]);
  const night = pages.filter(({ name }) => dark.includes(name)).map((page): Shot => ({ ...page, name: `${page.name}-toi`, width: wide, scheme: 'dark' }));
  const wall = boardsIn('vi').slice(0, 8).map((uid): Shot => ({ name: `${uid}-tuong`, path: `/d/${uid}?kiosk`, width: wide, scheme: 'dark' }));
  return [...light, ...night, ...wall].filter(({ name }) => only.length === 0 || only.some((wanted) => name.startsWith(wanted)));
};

const keep = (name: string, png: Buffer): void => writeFileSync(join(out, `${name}.png`), values.pack ? packed(png, most) : png);

/** The window, or the whole page in pieces of a screen and a half. */
const shoot = async (page: Page, name: string): Promise<void> => {
  if (!values.whole) {
    keep(name, await page.screenshot());
    return;
  }
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const piece = heightOf(width);
  for (let top = 0; top < height; top += piece) keep(`${name}-${top / piece + 1}`, await page.screenshot({ fullPage: true, clip: { x: 0, y: top, width, height: Math.min(piece, height - top) } }));
};

const settled = async (page: Page, { path, name }: Shot): Promise<void> => {
  if (!path.startsWith('/d/')) {
    // Pages without panels show what they have once nothing is asked any more; live lines keep the network busy for ever.
    await page.waitForSelector(name.startsWith('dang-nhap') ? '#key' : '#main h1');
    await page.waitForTimeout(1_500);
    if (values.whole) await showWhole(page);
    return;
  }
  await page.waitForSelector('[data-panel]');
  // Panels ask as they come near: in a window as high as the page all of them do.
  const size = page.viewportSize();
  if (values.whole) await openRows(page);
  await showWhole(page);
  const panels = await panelsSettled(page);
  for (const { panel, title, state, text } of panels) if (state !== 'data') process.stderr.write(`${name}: panel ${panel} “${title}” ${state}: ${text.trim().slice(0, 120)}\n`);
  if (!values.whole && size !== null) await page.setViewportSize(size);
  // Charts come to rest a moment after they are drawn.
  await page.waitForTimeout(700);
};

const take = async (browser: Browser, url: string, shot: Shot): Promise<void> => {
  const { name, path, width, scheme } = shot;
  const context = await browser.newContext({
    viewport: { width, height: heightOf(width) }, colorScheme: scheme, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce',
    ...(name.startsWith('dang-nhap') && { extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.7' } }),
  });
  try {
    if (name.startsWith('giao-viec') || name.startsWith('bao-cao')) await context.addInitScript(`sessionStorage.setItem('da06.console.key', ${JSON.stringify(host?.key ?? values.key)})`);
    const page = await context.newPage();
    page.setDefaultTimeout(180_000);
    page.on('console', (message) => void (message.type() === 'error' && process.stderr.write(`${name}: ${message.text()}\n`)));
    page.on('pageerror', ({ message }) => void process.stderr.write(`${name}: ${message}\n`));
    await page.goto(`${url}${path}`);
    await settled(page, shot);
    const over = (await page.evaluate<number>('document.documentElement.scrollWidth')) - width;
    if (over > 0) process.stderr.write(`${name}-${width}: ${over} px wider than the window\n`);
    await shoot(page, `${name}-${width}`);
  } catch (error) {
    process.stderr.write(`${name}-${width}: ${String(error).split('\n')[0] ?? ''}\n`);
    process.exitCode = 1;
  } finally {
    await context.close();
  }
};

mkdirSync(out, { recursive: true });
const folder = tempFolder('console-shots');
const host = values.url === undefined ? await startDemonstration(join(folder.path, 'data')) : undefined;
const browser = await startBrowser();
try {
  for (const shot of plan()) await take(browser, values.url ?? host?.url ?? '', shot);
} finally {
  await browser.close();
  await host?.stop();
  folder.remove();
}
