import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { browserMissing, startBrowser } from './harness/browser.ts';
import { startHost, type RunningHost } from './harness/host.ts';
import { vietnamTime } from './harness/stays.ts';
import { tempFolder } from './harness/temp.ts';

const qr = '070190000123|285000111|Trần Thị Mẫu|15051990|Nữ|Số 1, đường Mẫu, Đồng Nai|01012022';
const today = (): string => vietnamTime(Date.now()).slice(0, 10);

describe.skipIf(browserMissing())('the desk, in a browser', () => {
  const folder = tempFolder('desk');
  let host: RunningHost;
  let browser: Browser;
  let facility = '';
  let key = '';
  let made = 0;

  beforeAll(async () => {
    [host, browser] = await Promise.all([startHost(folder.path), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    folder.remove();
  });
  // A facility of its own for each test: guests of one are not those of another.
  beforeEach(async () => {
    facility = `ks-quay-${made += 1}`;
    await host.call('POST', '/v1/facilities', { id: facility, kind: 'hotel', name: `Khách sạn Thử ${made}`, unit: 'W25357@2025', validFrom: '2026-01-01' });
    key = ((await (await host.call('POST', '/v1/keys', { name: 'Quầy', role: 'feed', facilities: [facility] })).json()) as { key: string }).key;
  });

  /** A browser of its own; a fault of a script or of the page's policy fails the test. */
  const newPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, timezoneId: 'America/New_York', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => message.text().includes('Content Security Policy') && wrong.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith(host.url) && !/^(?:data|blob):/.test(request.url())) wrong.push(`asks ${request.url()}`);
      if (request.url().includes(key)) wrong.push('the key is in a URL');
    });
    onTestFinished(async () => {
      await context.close();
      expect(wrong).toEqual([]);
    });
    await page.goto(`${host.url}/desk`);
    await page.waitForSelector('#key:focus');
    return page;
  };
  const openDesk = async (options?: BrowserContextOptions): Promise<Page> => {
    const page = await newPage(options);
    await page.fill('#key', key);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#guest-count:not(:empty)');
    return page;
  };
  const focused = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement.id');
  const valueOf = (page: Page, id: string): Promise<string> => page.inputValue(`#${id}`);
  const scan = async (page: Page, text = qr): Promise<void> => {
    await page.focus('#scan');
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#scan-message.good');
  };
  const registered = async (page: Page): Promise<string> => {
    await page.waitForSelector('#number');
    return (await page.textContent('#number')) ?? '';
  };
  const stays = async (): Promise<{ ref: string; room: string; status: string }[]> => ((await (await host.call('GET', `/v1/facilities/${facility}/guests`)).json()) as { guests: { ref: string; room: string; status: string }[] }).guests;

  it('asks for the key once, says when it is wrong, and forgets it on demand', async () => {
    const page = await newPage();
    expect(await focused(page)).toBe('key');
    await page.fill('#key', 'da06_wrong');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#key-message.bad');
    expect(await page.textContent('#key-message')).toContain('Khóa không đúng');
    await page.fill('#key', key);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#desk:visible');
    expect(await page.textContent('#facility-name')).toBe(`Khách sạn Thử ${made}`);
    expect(await focused(page)).toBe('scan');
    await page.reload();
    await page.waitForSelector('#desk:visible');
    await page.click('#forget');
    await page.click('#forget');
    await page.waitForSelector('#key:visible');
    expect(await page.evaluate('localStorage.length')).toBe(0);
  });

  it('fills the form from a scan, registers, and shows the number', async () => {
    const page = await openDesk();
    await scan(page);
    expect(await Promise.all(['full-name', 'birth-date', 'nationality', 'document-kind', 'document-number', 'address', 'province'].map((id) => valueOf(page, id)))).toEqual(
      ['Trần Thị Mẫu', '15/05/1990', 'Việt Nam', 'cccd', '070190000123', 'Số 1, đường Mẫu, Đồng Nai', '713']);
    expect([await page.isChecked('#sex-f'), await focused(page)]).toEqual([true, 'room']);
    await page.keyboard.type('105');
    await page.keyboard.press('Control+Enter');
    expect(await registered(page)).toMatch(/^LT[0-9A-HJKMNP-TV-Z]{16}$/);
    expect([await focused(page), await valueOf(page, 'full-name')]).toEqual(['scan', '']);
    await page.waitForSelector('#guest-rows tr');
    expect(await page.textContent('#guest-rows tr')).toMatch(/105.*Trần Thị Mẫu.*Đang ở/);
    const [stay] = await stays();
    expect(stay).toMatchObject({ ref: expect.stringMatching(new RegExp(`^desk-${today().replaceAll('-', '')}-[a-z0-9]{10}$`)) as string, room: '105' });
  });

  it('reads the lines of a passport that a scanner types one by one', async () => {
    const page = await openDesk();
    await page.focus('#scan');
    for (const line of ['P<D<<MARTIN<<EXAMPLE<<<<<<<<<<<<<<<<<<<<<<<<', 'C01X00T478D<<8402116M3112319<<<<<<<<<<<<<<<2']) {
      await page.keyboard.insertText(line);
      await page.keyboard.press('Enter');
    }
    await page.waitForSelector('#scan-message.good');
    expect(await Promise.all(['full-name', 'nationality', 'document-kind', 'document-number'].map((id) => valueOf(page, id)))).toEqual(['MARTIN EXAMPLE', 'Đức', 'passport', 'C01X00T47']);
    await scanUnreadable(page);
  });
  const scanUnreadable = async (page: Page): Promise<void> => {
    await page.fill('#scan', 'không phải mã');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#scan-message.bad');
    expect(await focused(page)).toBe('scan');
  };

  it('shows each fault at its field, moves to the first, and keeps what was typed', async () => {
    const page = await openDesk();
    await page.fill('#full-name', 'Nguyễn Văn Thử');
    await page.fill('#birth-date', '31/02/1990');
    await page.fill('#document-number', '07009000012');
    await page.click('#register-button');
    await page.waitForSelector('#form-trouble.bad');
    expect(await focused(page)).toBe('birth-date');
    const described = await page.getAttribute('#birth-date', 'aria-describedby');
    expect(await page.textContent(`#${described ?? ''}`)).toContain('Ngày sinh không đọc được');
    expect(await Promise.all(['sex-f', 'room', 'document-number'].map((id) => page.getAttribute(`#${id}`, 'aria-invalid')))).toEqual(['true', 'true', 'true']);
    expect(await valueOf(page, 'full-name')).toBe('Nguyễn Văn Thử');
    expect(await stays()).toEqual([]);
  });

  it('keeps room and dates for the next of a family, and tells lateness as a fact', async () => {
    const page = await openDesk();
    await scan(page);
    await page.fill('#room', '201');
    const arrival = vietnamTime(Date.now() - 30 * 3_600_000);
    await page.fill('#arrival', `${arrival.slice(0, 10).split('-').reverse().join('/')} ${arrival.slice(11, 16)}`);
    await page.click('#register-button');
    const first = await registered(page);
    expect(await page.textContent('#result')).toContain('khai muộn');
    await page.click('#same-room');
    expect([await valueOf(page, 'room'), await valueOf(page, 'full-name'), await focused(page)]).toEqual(['201', '', 'scan']);
    await scan(page, qr.replace('070190000123', '070190000124').replace('Trần Thị Mẫu', 'Trần Thị Thử'));
    await page.click('#register-button');
    expect(await registered(page)).not.toBe(first);
    expect((await stays()).map(({ room }) => room)).toEqual(['201', '201']);
  });

  it('keeps what was typed when the network is lost, and a retry is never a second guest', async () => {
    const page = await openDesk();
    await scan(page);
    await page.fill('#room', '105');
    // The server takes it, and its answer is lost.
    await page.route('**/stays/desk-*', async (route) => {
      await route.fetch();
      await route.abort();
    }, { times: 1 });
    await page.click('#register-button');
    await page.waitForSelector('#form-trouble.bad');
    expect(await page.textContent('#form-trouble')).toContain('Không nối được máy chủ');
    expect([await valueOf(page, 'full-name'), await page.textContent('#register-button'), await focused(page)]).toEqual(['Trần Thị Mẫu', 'Gửi lại', 'register-button']);
    // Another person's scan would overwrite a guest whose fate is not known.
    await page.fill('#scan', qr.replace('070190000123', '070190000124'));
    await page.focus('#scan');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#scan-message.bad');
    expect(await valueOf(page, 'document-number')).toBe('070190000123');
    await page.click('#register-button');
    await registered(page);
    expect(await page.textContent('#result')).toContain('đã được ghi từ lần gửi trước');
    expect(await stays()).toHaveLength(1);
  });

  it('checks a file before it sends it, shows the bad rows, and sends the good ones', async () => {
    const page = await openDesk();
    const header = 'ref,full_name,birth_date,sex,nationality,document_kind,document_number,arrival,room,reason';
    const csv = `${header}\nA-1,Trần Văn Mẫu,1990-05-15,M,VNM,cccd,070090000123,${today()} 00:01,104,business\nA-2,Lê Thử,1979,Q,VNM,cccd,070079000222,${today()} 00:01,,business\n`;
    await page.setInputFiles('#file', { name: 'khach.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.waitForSelector('#file-rows');
    expect(await page.textContent('#file-message')).toContain('2 dòng, 1 nhận được, 1 lỗi, 0 cảnh báo. Chưa ghi gì cả.');
    expect(await page.textContent('#file-rows tbody')).toMatch(/^3.*Giới tính.*Phòng/);
    expect(await stays()).toEqual([]);
    await page.click('text=Gửi 1 dòng hợp lệ');
    await page.waitForSelector('#save-receipt');
    expect(await page.textContent('#file-message')).toContain('2 dòng, 1 đã ghi');
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click('#save-receipt')]);
    expect(saved.suggestedFilename()).toBe('khach.csv-bien-nhan.json');
    expect((await stays()).map(({ ref }) => ref)).toEqual(['A-1']);
    const [marked] = await Promise.all([page.waitForEvent('download'), page.click('text=Tải tệp kèm cột lỗi')]);
    expect(marked.suggestedFilename()).toBe('khach-kem-loi.xlsx');
    await page.setInputFiles('#file', { name: 'khach.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.waitForSelector('#file-message:has-text("1 nhận được (trong đó 1 đã ghi từ trước)")');
    await page.setInputFiles('#file', { name: 'anh.png', mimeType: 'image/png', buffer: Buffer.from('x') });
    expect(await page.textContent('#file-message')).toContain('Không nhận tệp “anh.png”');
    await page.setInputFiles('#file', { name: 'trong.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
    await page.waitForSelector('#file-message.bad:has-text("trong.csv")');
    await page.setInputFiles('#file', { name: 'hong.xlsx', mimeType: '', buffer: Buffer.from('x') });
    await page.waitForSelector('#file-message.bad:has-text("hong.xlsx. Không đọc được tệp Excel này. Mở tệp bằng Excel")');
  });

  it('keeps the page when a file is dropped beside the frame', async () => {
    const page = await openDesk();
    const kept = await page.evaluate<boolean>(`!document.getElementById('register').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true }))`);
    expect(kept).toBe(true);
  });

  it('tells a warning that many rows of a file share only once', async () => {
    const page = await openDesk();
    const rows = Array.from({ length: 8 }, (_, row) => `A-${row},Trần Văn Mẫu,1990-05-15,M,VNM,cccd,07009000012${row},${today()},104,${row === 7 ? 'none' : 'business'}\n`);
    await page.setInputFiles('#file', { name: 'khach.csv', mimeType: 'text/csv', buffer: Buffer.from(`ref,full_name,birth_date,sex,nationality,document_kind,document_number,arrival,room,reason\n${rows.join('')}`) });
    await page.waitForSelector('#file-rows');
    expect(await page.textContent('#file-outcome .hint')).toMatch(/^8 dòng cùng cảnh báo, Ngày giờ đến: /);
    expect(await page.locator('#file-rows tbody tr').allTextContents()).toEqual([expect.stringMatching(/^9.*Lý do/) as string]);
  });

  it('checks a guest out, and undoes it', async () => {
    const page = await openDesk();
    await scan(page);
    await page.fill('#room', '105');
    await page.click('#register-button');
    await page.click('#guest-rows >> text=Trả phòng');
    await page.waitForSelector('#guest-rows tr.gone');
    expect(await page.textContent('#guests-message')).toMatch(/Đã trả phòng 105: Trần Thị Mẫu/);
    expect((await stays())[0]?.status).toBe('closed');
    await page.click('#undo');
    await page.waitForSelector('#guest-rows tr:not(.gone)');
    expect((await stays())[0]?.status).toBe('open');
  });

  it('reports a day without guests after asking, and refuses it when there are some', async () => {
    const page = await openDesk();
    await page.click('#nobody');
    await page.waitForSelector('#nobody-yes');
    expect(await focused(page)).toBe('nobody-yes');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#day-message.good');
    await scan(page);
    await page.fill('#room', '105');
    await page.click('#register-button');
    await registered(page);
    await page.click('#nobody');
    await page.waitForSelector('#day-message.bad');
    expect(await page.textContent('#day-message')).toContain('Hôm nay đã khai 1 lượt khách đến');
  });

  it('downloads the day for the lodging portal, and says what is in the other file', async () => {
    const page = await openDesk();
    await scan(page);
    await page.fill('#room', '105');
    await page.click('#register-button');
    await registered(page);
    const [sheet] = await Promise.all([page.waitForEvent('download'), page.click('#get-xlsx')]);
    expect(sheet.suggestedFilename()).toBe(`luu-tru-${facility}-${today()}.xlsx`);
    // Sent back here it would count a second time: the check says so.
    await page.setInputFiles('#file', { name: 'ngay.xlsx', mimeType: '', buffer: readFileSync(await sheet.path()) });
    await page.waitForSelector('#file-message.note:has-text("1 dòng là người đang ở đây")');
    await page.click('#get-xml');
    await page.waitForSelector('#day-message.note');
    expect(await page.textContent('#day-message')).toMatch(/không có lượt nào cho tệp này.*khách Việt Nam: tải tệp Excel/);
  });

  it('works by keyboard alone on a phone’s width, without scrolling sideways', async () => {
    const page = await newPage({ viewport: { width: 390, height: 844 } });
    await page.keyboard.insertText(key);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#guest-count:not(:empty)');
    await page.keyboard.insertText(qr);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#scan-message.good');
    await page.keyboard.type('12A');
    const passed: string[] = [];
    while (await focused(page) !== 'register-button' && passed.length < 15) {
      await page.keyboard.press('Tab');
      passed.push(await focused(page));
    }
    expect(passed).toEqual(['arrival', 'expected', '', '', '', 'reason', 'note', 'register-button']);
    await page.keyboard.press('Enter');
    await registered(page);
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('same-room');
    await page.waitForSelector('#guest-rows tr');
    await page.focus('#refresh');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#undo:focus');
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  it('has targets that a finger can hit', async () => {
    const page = await openDesk({ viewport: { width: 390, height: 844 } });
    const small = await page.evaluate<string[]>(`[...document.querySelectorAll('button, input, select, textarea, .choices label, nav a')].filter((it) => it.offsetParent !== null && getComputedStyle(it).opacity !== '0' && it.offsetHeight < 44).map((it) => it.id || it.textContent)`);
    expect(small).toEqual([]);
  });
});
