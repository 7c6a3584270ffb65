import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../harness/browser.ts';
import { startHost } from '../harness/host.ts';
import { tempFolder } from '../harness/temp.ts';
import { furnish } from './house.ts';

/** Takes pictures of the desk at two widths, light and dark, in states a clerk meets: `run.mjs infra/e2e/src/desk-shots/main.ts --out DIR`. */
const { values } = parseArgs({ options: { out: { type: 'string', default: 'desk-shots' }, all: { type: 'boolean', default: false } } });
const out = resolve(values.out);

const qr = '070190000123|285000111|Trần Thị Mẫu|15051990|Nữ|Số 1, đường Mẫu, Đồng Nai|01012022';
const csv = 'ref,full_name,birth_date,sex,nationality,document_kind,document_number,arrival,room,reason\nA-1,Trần Văn Mẫu,1990-05-15,M,VNM,cccd,070090000123,2026-11-20 21:30,104,business\nA-2,Lê Thử,1979,Q,VNM,cccd,07007900022,2026-11-20 21:30,,business\nA-3,Phạm Ví Dụ,1981,M,VNM,cmnd,285000111,2026-11-20 21:30,105,business\n';

const openDesk = async (browser: Browser, url: string, key: string, width: number, scheme: 'light' | 'dark' = 'light'): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height: width < 600 ? 844 : 900 }, colorScheme: scheme, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const page = await context.newPage();
  await page.goto(`${url}/desk`);
  await page.fill('#key', key);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#guest-rows tr');
  return page;
};

const scanAndRegister = async (page: Page): Promise<void> => {
  await page.fill('#scan', qr);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#scan-message.good');
  await page.fill('#room', '105');
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('#number');
};

/** A picture of the whole page, in a window as high as it is: bars that stick to the window then lie where they belong. A phone's may be cut, to be looked at in pieces. */
const shoot = async (page: Page, name: string, piece = Number.MAX_SAFE_INTEGER): Promise<void> => {
  const width = page.viewportSize()?.width ?? 0;
  await page.setViewportSize({ width, height: await page.evaluate<number>('document.documentElement.scrollHeight') });
  await page.evaluate('scrollTo(0, 0)');
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  for (let top = 0; top < height; top += piece) {
    await page.screenshot({ path: join(out, `${name}${height > piece ? `-${top / piece + 1}` : ''}.png`), fullPage: true, clip: { x: 0, y: top, width, height: Math.min(piece, height - top) } });
  }
};

const takeAll = async (browser: Browser, url: string, key: string): Promise<void> => {
  for (const width of [1280, 390]) {
    const piece = width < 600 ? 1400 : undefined;
    const page = await openDesk(browser, url, key, width);
    await shoot(page, `open-${width}`, piece);
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.fault');
    await shoot(page, `faults-${width}`, piece);
    await page.setInputFiles('#file', { name: 'khach.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.waitForSelector('#file-rows');
    await page.click('#nobody');
    await page.waitForSelector('#day-message.bad');
    await shoot(page, `file-${width}`, piece);
    await page.context().close();
    const dark = await openDesk(browser, url, key, width, 'dark');
    await shoot(dark, `dark-${width}`, piece);
    await dark.context().close();
  }
};

const folder = tempFolder('desk-shots');
const host = await startHost(folder.path);
const browser = await startBrowser();
try {
  mkdirSync(out, { recursive: true });
  const key = await furnish(host, Date.now());
  if (values.all) await takeAll(browser, host.url, key);
  for (const width of [1280, 390]) {
    const page = await openDesk(browser, host.url, key, width);
    await scanAndRegister(page);
    // All of a phone's page would be longer than anybody looks at: its picture ends among the guests.
    await page.setViewportSize({ width, height: width < 600 ? 2_300 : await page.evaluate<number>('document.documentElement.scrollHeight') });
    await page.evaluate('scrollTo(0, 0)');
    await page.screenshot({ path: join(out, `desk-${width}.png`) });
    await page.context().close();
  }
} finally {
  await browser.close();
  await host.stop();
  folder.remove();
}
