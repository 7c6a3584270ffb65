import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { boardsIn } from '../console/addresses.ts';
import { startDemonstration } from '../console/demonstration.ts';
import { figureShown } from '../console/figures.ts';
import { openRows, panelsOf, panelsSettled, showWhole } from '../console/whole.ts';
import { startBrowser } from '../harness/browser.ts';
import { figure, quantile, type Figure } from '../harness/figures.ts';
import type { RunningHost } from '../harness/host.ts';
import { root } from '../harness/root.ts';
import { eventually, tempFolder } from '../harness/temp.ts';

const screen = { width: 1920, height: 1080 };
const facility = 'ks-do-console';
const arrivalsPanel = 11;

/** What a browser that has never been here sees: `work` gets the page before anything is asked, and the names of the scripts that come. */
const coldly = async <T>(browser: Browser, work: (page: Page, scripts: ReadonlySet<string>) => Promise<T>): Promise<T> => {
  const context = await browser.newContext({ viewport: screen, locale: 'vi-VN' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const scripts = new Set<string>();
    page.on('request', (request) => void (request.resourceType() === 'script' && scripts.add(new URL(request.url()).pathname.split('/').at(-1) ?? '')));
    return await work(page, scripts);
  } finally {
    await context.close();
  }
};

/** The row that every board opens with: as of, completeness, source, freshness. */
const opening: readonly string[] = ['1', '2', '3', '4'];

/** Milliseconds until a board is there with its opening row, and until every stat of the first screen shows what it has. */
const firstFigures = (browser: Browser, url: string, uid: string): Promise<{ readonly visible: number; readonly ms: number; readonly scripts: readonly string[] }> =>
  coldly(browser, async (page, scripts) => {
    const began = performance.now();
    await page.goto(`${url}/d/${uid}`, { waitUntil: 'commit' });
    let visible: number | undefined;
    await eventually(`the stats of ${uid}`, 120_000, async () => {
      const stats = (await panelsOf(page)).filter(({ type }) => type === 'stat');
      const come = ({ state }: { readonly state: string }): boolean => state === 'data' || state === 'empty';
      const first = stats.filter(({ panel }) => opening.includes(panel));
      if (first.length === opening.length && first.every(come)) visible ??= performance.now() - began;
      return stats.length > 0 && stats.every(come) ? true : undefined;
    });
    const ms = performance.now() - began;
    return { visible: visible ?? ms, ms, scripts: [...scripts] };
  });

const wholeBoard = (browser: Browser, url: string, uid: string): Promise<number> =>
  coldly(browser, async (page) => {
    const began = performance.now();
    await page.goto(`${url}/d/${uid}`, { waitUntil: 'commit' });
    await page.waitForSelector('[data-panel]');
    await openRows(page);
    await showWhole(page);
    await panelsSettled(page);
    return performance.now() - began;
  });

const assets = join(root, 'services/console/dist/assets');
const packedKilobytes = (names: readonly string[]): number => names.filter((name) => name.endsWith('.js')).reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name)), { level: 9 }).byteLength, 0) / 1000;

/** Milliseconds from the answer's being asked for to the figure on an open page, for so many stays one after the other. */
const fromDeskToPage = (browser: Browser, host: RunningHost, times: number): Promise<readonly number[]> =>
  coldly(browser, async (page) => {
    await page.goto(`${host.url}/d/du-lich`);
    await eventually('arrivals on the page', 120_000, async () => ((await figureShown(page, arrivalsPanel)) > 0 ? true : undefined));
    const took: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const before = await figureShown(page, arrivalsPanel);
      const began = performance.now();
      const stay = {
        ref: `DO-${time}`, guest: { fullName: `Trần Thị Mẫu ${time}`, birthDate: '1990-05-15', sex: 'F', nationality: 'VNM', document: { kind: 'cccd', number: `07019000${String(1000 + time)}` } },
        // Of yesterday, until tomorrow: an arrival counts from its first midnight on, and of whom nobody knows the end is no tourist yet.
        arrival: new Date(Date.now() - 26 * 3_600_000).toISOString(), expectedDeparture: new Date(Date.now() + 20 * 3_600_000).toISOString(), room: '101', reason: 'tourism',
      };
      const answer = await host.call('PUT', `/v1/facilities/${facility}/stays/${stay.ref}`, stay);
      if (!answer.ok) throw new Error(await answer.text());
      await eventually('the stay on the page', 60_000, async () => ((await figureShown(page, arrivalsPanel)) > before ? true : undefined));
      took.push(performance.now() - began);
    }
    return took;
  });

/** The console over the demonstration in a headless browser: how soon it shows figures, how soon all of a board, how much of script, how fast a stay comes to the screen. */
export async function* consolePages(): AsyncGenerator<Figure> {
  const folder = tempFolder('console-bench');
  try {
    const [host, browser] = await Promise.all([startDemonstration(join(folder.path, 'data')), startBrowser()]);
    try {
      const first = [];
      for (let time = 0; time < 5; time += 1) first.push(await firstFigures(browser, host.url, 'tong-quan'));
      const [visible, took] = [first.map((one) => one.visible), first.map(({ ms }) => ms)];
      yield figure('first dashboard visible, its opening row filled, median of 5, ms', Math.round(quantile(visible, 0.5)), '<= 2,000', quantile(visible, 0.5) <= 2_000);
      yield figure('the same, worst of 5, ms', Math.round(Math.max(...visible)), '', undefined);
      yield figure('all figures of its first screen, median of 5, ms', Math.round(quantile(took, 0.5)), '<= 2,000', quantile(took, 0.5) <= 2_000);
      yield figure('the same, worst of 5, ms', Math.round(Math.max(...took)), '', undefined);
      for (const uid of boardsIn('vi')) yield figure(`${uid} whole, ms`, Math.round(await wholeBoard(browser, host.url, uid)), '', undefined);
      const all = packedKilobytes(readdirSync(assets));
      yield figure('scripts in all, kB gzip', Math.round(all), '<= 700', all <= 700);
      yield figure('scripts of the first board, kB gzip', Math.round(packedKilobytes(first[0]?.scripts ?? [])), '', undefined);
      await host.call('POST', '/v1/facilities', { id: facility, kind: 'hotel', name: 'Khách sạn Đo', unit: 'W25357@2025', validFrom: '2026-01-01' });
      const stays = await fromDeskToPage(browser, host, 10);
      yield figure('stay sent → figure on the page, median of 10, ms', Math.round(quantile(stays, 0.5)), '', undefined);
      yield figure('stay sent → figure on the page, worst of 10, ms', Math.round(Math.max(...stays)), '<= 3,000', Math.max(...stays) <= 3_000);
    } finally {
      await browser.close();
      await host.stop();
    }
  } finally {
    folder.remove();
  }
}
