import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { browserMissing, startBrowser } from './harness/browser.ts';
import { startHost, type RunningHost } from './harness/host.ts';
import { vietnamTime } from './harness/stays.ts';
import { tempFolder } from './harness/temp.ts';

const script = '<script>document.title = "đã chạy"</script>';
const period = (): string => vietnamTime(Date.now()).slice(0, 7);

describe.skipIf(browserMissing())('the page of the programme, in a browser', () => {
  const folder = tempFolder('programme-page');
  let host: RunningHost;
  let browser: Browser;
  let key = '';

  beforeAll(async () => {
    [host, browser] = await Promise.all([startHost(folder.path), startBrowser()]);
    expect((await host.call('POST', '/v1/plan')).status).toBe(200);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    folder.remove();
  });
  // PC06 leads models 9 to 12 since March 2025, in succession of the district's police.
  beforeEach(async () => {
    key = ((await (await host.call('POST', '/v1/keys', { name: 'Cán bộ PC06', role: 'officer', agency: 'PC06' })).json()) as { key: string }).key;
  });

  /** The page with a key, or without; a fault of a script or of the page's policy fails the test. */
  const open = async (query: string, bearer = key, width = 1600): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 1000 }, timezoneId: 'America/New_York', acceptDownloads: true });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => message.text().includes('Content Security Policy') && wrong.push(message.text()));
    page.on('request', (request) => request.url().includes(key) && wrong.push('the key is in a URL'));
    onTestFinished(async () => {
      await context.close();
      expect(wrong).toEqual([]);
    });
    if (bearer !== '') await page.addInitScript({ content: `sessionStorage.setItem('da06.console.key', '${bearer}')` });
    await page.goto(`${host.url}/programme${query}`);
    return page;
  };
  const step = (page: Page, number: number): Locator => page.locator('.step').nth(number - 1);
  const begin = (page: Page, number: number, action: string): Promise<void> => step(page, number).getByRole('button', { name: action }).click();
  const save = (page: Page): Promise<void> => page.locator('.act button[type=submit]').click();
  const said = async (page: Page, number: number, text: string): Promise<void> => {
    await page.locator('.step').nth(number - 1).getByText(text).first().waitFor();
  };
  const outcome = async (page: Page, text: string): Promise<string> => {
    await page.locator('.outcome').getByText(text).first().waitFor();
    return page.locator('.outcome').innerText();
  };
  const modelNow = async (no: number): Promise<{ readonly version: number; readonly stepList: readonly { readonly status: string; readonly note: string; readonly cause: string }[] }> =>
    (await (await host.call('GET', `/v1/models/${no}`)).json()) as { version: number; stepList: { status: string; note: string; cause: string }[] };

  it('shows the 43 models, and those that the filters leave; the choice stands in the address', async () => {
    const page = await open('');
    await page.waitForSelector('.models tbody tr');
    expect(await page.locator('.models tbody tr').count()).toBe(43);
    await page.fill('#filter-q', 'quan ly luu tru');
    await page.waitForURL(/q=quan/);
    expect(await page.locator('.models tbody .no').allInnerTexts()).toEqual(['9', '10', '11', '12']);
    await page.selectOption('#filter-group', 'III');
    await page.getByText('Không có mô hình nào khớp').waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.locator('.models tbody tr').nth(42).waitFor();
  });

  it('goes along into a model by keyboard, and back to its row', async () => {
    const page = await open('');
    await page.locator('[data-opens="12"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.detail h2:focus');
    await page.locator('.detail').getByRole('link', { name: 'Đóng' }).press('Enter');
    await page.waitForSelector('[data-opens="12"]:focus');
  });

  it('asks for a key, and says what can be read without one', async () => {
    const page = await open('', '');
    await page.getByRole('heading', { name: 'Phần này cần khóa truy cập' }).waitFor();
    expect(await page.getByRole('link', { name: 'Xem bảng điều hành chương trình' }).getAttribute('href')).toBe('/d/chuong-trinh');
    await page.locator('.wanted').getByRole('button', { name: 'Đăng nhập' }).click();
    await page.fill('#key', key);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.models tbody tr');
  });

  it('starts, blocks, unblocks, completes and reopens a step; a note is shown as text', async () => {
    const page = await open('?model=9');
    await begin(page, 1, 'Bắt đầu');
    await page.fill('#act-note', script);
    await save(page);
    await said(page, 1, `Ghi chú: ${script}`);
    await begin(page, 1, 'Báo vướng');
    await save(page);
    await page.locator('.field.cause .fault').getByText('Thiếu nguyên nhân.').waitFor();
    expect(await page.getAttribute('#act-cause', 'aria-invalid')).toBe('true');
    await page.fill('#act-cause', 'Chờ <b>kinh phí</b>');
    await save(page);
    await said(page, 1, 'Nguyên nhân: Chờ <b>kinh phí</b>');
    await begin(page, 1, 'Gỡ vướng');
    await page.fill('#act-at', '2023-01-01');
    await save(page);
    await page.locator('.field.at .fault').waitFor();
    await page.fill('#act-at', vietnamTime(Date.now()).slice(0, 10));
    await save(page);
    await said(page, 1, 'Đã ghi: Gỡ vướng');
    await begin(page, 1, 'Hoàn thành');
    await save(page);
    await said(page, 1, 'Đã ghi: Hoàn thành');
    expect((await modelNow(9)).stepList[0]).toMatchObject({ status: 'completed' });
    await begin(page, 1, 'Mở lại');
    await page.fill('#act-cause', 'Ghi nhầm');
    await save(page);
    await said(page, 1, 'Đã ghi: Mở lại');
    expect((await modelNow(9)).stepList[0]).toMatchObject({ status: 'in-progress', cause: 'Ghi nhầm' });
    expect(await page.locator('.history li').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining(script) as string]));
    expect(await page.title()).toBe('Giao việc, báo cáo · DA06');
  });

  it('says when somebody else was first, and records it on the state that was then shown', async () => {
    const page = await open('?model=10');
    await begin(page, 1, 'Bắt đầu');
    const { version } = await modelNow(10);
    expect((await host.call('POST', '/v1/models/10/steps/2/start', {}, { 'if-match': `"${version}"` })).status).toBe(200);
    await save(page);
    await page.locator('.act .message').getByText('Người khác vừa cập nhật').waitFor();
    await said(page, 2, 'Đang làm');
    await save(page);
    await said(page, 1, 'Đã ghi: Bắt đầu');
    expect((await modelNow(10)).stepList.map(({ status }) => status).slice(0, 2)).toEqual(['in-progress', 'in-progress']);
  });

  it('sends again under the same key what may have been lost: it is recorded once', async () => {
    const page = await open('?model=11');
    const keys: string[] = [];
    await page.route('**/steps/1/start', async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      const answer = await route.fetch();
      await (keys.length === 1 ? route.abort() : route.fulfill({ response: answer }));
    });
    await begin(page, 1, 'Bắt đầu');
    await save(page);
    await page.locator('.act .message').getByText('Không biết máy chủ đã nhận hay chưa').waitFor();
    const { version } = await modelNow(11);
    await save(page);
    await said(page, 1, 'Đã ghi: Bắt đầu');
    expect((await modelNow(11)).version).toBe(version);
    expect(keys).toEqual([keys[0], keys[0]]);
  });

  it('tells an officer of another agency why it is refused', async () => {
    const page = await open('?model=6');
    await begin(page, 1, 'Bắt đầu');
    await save(page);
    await page.locator('.act .message').getByText('chỉ cơ quan chủ trì').waitFor();
  });

  it('files a report by its form, with every fault beside its field; its text is shown as text', async () => {
    const page = await open(`?view=reports&period=${period()}&reporter=PC06`);
    const field = (name: string): Locator => page.locator(`[name="${name}"]`);
    await page.locator('.section summary', { hasText: 'cơ sở kinh doanh có điều kiện' }).click();
    await field('16/text').fill(`${script} gọi 0912345678`);
    await field('m16.facilities/value').fill('12,5');
    await page.locator('.send button').click();
    await outcome(page, '2 chỗ phải sửa');
    expect(await page.locator('.section .fault').allInnerTexts()).toEqual(['Số đếm phải là số nguyên.', 'Văn bản có chứa số giấy tờ hoặc số điện thoại.']);
    await field('16/text').fill(script);
    await field('m16.facilities/value').fill('1.234');
    await page.locator('.send button').click();
    expect(await outcome(page, 'Máy chủ đã nhận báo cáo')).toMatch(/lần gửi 1, .*, đúng hạn\.$/);
    expect(await (await host.call('GET', `/v1/reports/${period()}/PC06`)).json()).toMatchObject({ revision: 1, nothing: false, models: [{ no: 16, text: script, indicators: [{ code: 'm16.facilities', value: 1234, target: null, note: '' }] }] });
    await page.locator('tr[aria-current]').getByText('Đúng hạn').waitFor();
    expect(await page.title()).toBe('Giao việc, báo cáo · DA06');
  });

  it('files a report by its workbook: a fault names its cell, and the form shows what was taken', async () => {
    const unit = 'W25357@2025';
    const commune = ((await (await host.call('POST', '/v1/keys', { name: 'Xã', role: 'commune', unit })).json()) as { key: string }).key;
    const page = await open(`?view=reports&period=${period()}&reporter=${unit}`, commune);
    const file = join(folder.path, 'bao-cao.xlsx');
    const download = async (): Promise<string> => {
      const [got] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải mẫu' }).click()]);
      await got.saveAs(file);
      return got.suggestedFilename();
    };
    expect(await download()).toBe(`bao-cao-${period()}-W25357-2025.xlsx`);
    await page.setInputFiles('#sheet', file);
    await page.getByRole('button', { name: 'Gửi tệp' }).click();
    expect(await outcome(page, 'Ô Báo cáo – D6')).toContain('Báo cáo không có nội dung.');
    await page.getByText('Tháng này không phát sinh').first().click();
    await page.locator('.send button').click();
    await outcome(page, 'Máy chủ đã nhận báo cáo');
    await download();
    await page.setInputFiles('#sheet', file);
    await page.getByRole('button', { name: 'Gửi tệp' }).click();
    await outcome(page, 'Nội dung không khác bản đã gửi');
    expect(await page.isChecked('[name=nothing]')).toBe(true);
  });

  it.each(['', '?model=9', '?view=reports'])('fits a window of 390 pixels (%s)', async (query) => {
    const page = await open(query, key, 390);
    await page.waitForSelector(':is(.models tbody tr, .detail .step, .duties tbody tr):visible');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});
