import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowser } from '../harness/browser.ts';

/**
 * Prints a page that is meant for paper, such as the consolidated report, as a PDF and takes pictures of it at two widths, to be looked at:
 * `run.mjs infra/e2e/src/report-shots/main.ts --page http://…/v1/consolidated-report?period=2026-10&format=html --key KEY --out DIR`.
 */
const { values } = parseArgs({ options: { page: { type: 'string' }, key: { type: 'string', default: '' }, out: { type: 'string', default: 'report-shots' } } });
const { page: address } = values;
if (address === undefined) throw new Error('--page is missing: the address of the page.');
const out = resolve(values.out);

const browser = await startBrowser();
try {
  mkdirSync(out, { recursive: true });
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...(values.key === '' ? {} : { extraHTTPHeaders: { authorization: `Bearer ${values.key}` } }) });
  for (const width of [1280, 390]) {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    const answer = await page.goto(address);
    if (answer !== null && !answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`);
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    if (wide > width) throw new Error(`At ${width} the page is ${wide} wide.`);
    // All of a phone's page would be longer than anybody looks at.
    await page.screenshot({ path: join(out, `report-${width}.png`), ...(width < 600 ? { clip: { x: 0, y: 0, width, height: 2_300 }, fullPage: true } : { fullPage: true }) });
    if (width > 600) await page.pdf({ path: join(out, 'report.pdf'), preferCSSPageSize: true, printBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
