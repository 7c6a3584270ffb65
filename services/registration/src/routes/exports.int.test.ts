import { workbookType } from '@da06/workbook';
import { readXlsx } from 'hucre/xlsx';
import { parser } from 'sax';
import { describe, expect, it } from 'vitest';
import { exampleRow, firstGuestRow, lastHeaderRow, sheetColumns, sheetName } from '../portal-sheet/template.ts';
import { eraseIdentities } from '../testing/erase.ts';
import { adminKey, startRegistration, type Started } from '../testing/started.ts';
import { hotel, stayOf } from '../testing/stays.ts';

const day = '/v1/facilities/ks-thu-01/days/2026-11-20';
const foreign = { fullName: 'MARTIN <EXAMPLE> & "SON"', nationality: 'DEU', birthDate: '1984', sex: 'M', document: { kind: 'passport', number: 'C01X00T47' }, residence: null };

const house = async (): Promise<Started & { readonly put: (ref: string, changes?: object, guest?: object) => Promise<void>; readonly sheet: () => Promise<{ readonly name: string; readonly rows: (string | undefined)[][]; readonly headers: Headers }> }> => {
  const started = await startRegistration();
  await started.call('POST', '/v1/facilities', hotel);
  return {
    ...started,
    put: async (ref, changes = {}, guest = {}) => {
      const { status } = await started.call('PUT', `/v1/facilities/ks-thu-01/stays/${ref}`, stayOf(ref, { ...changes }, { ...guest }));
      expect(status).toBe(201);
    },
    sheet: async () => {
      const response = await started.registration.fetch(new Request(`http://localhost${day}/portal.xlsx`, { headers: { authorization: `Bearer ${adminKey}` } }));
      expect(response.status).toBe(200);
      const [sheet] = (await readXlsx(new Uint8Array(await response.arrayBuffer()))).sheets;
      return { name: sheet?.name ?? '', rows: (sheet?.rows ?? []).map((row) => row.map((cell) => (typeof cell === 'string' ? cell : undefined))), headers: response.headers };
    },
  };
};

/** Names and texts of an XML document, as a strict parser reads them. */
const elementsOf = (xml: string): [string, string][] => {
  const found: [string, string][] = [];
  const reader = parser(true);
  let name = '';
  let text = '';
  reader.onerror = (error) => { throw error; };
  reader.onopentag = (tag) => { name = tag.name; text = ''; };
  reader.ontext = (part) => { text += part; };
  reader.onclosetag = (closed) => { if (closed === name) found.push([closed, text]); name = ''; };
  reader.write(xml).close();
  return found;
};

describe('the day as the portal’s sheet', () => {
  it('has the template’s layout, and each cell as the portal writes it', async () => {
    const { put, sheet } = await house();
    await put('B-1', { reason: 'other', reasonText: 'Thăm ruộng', note: '=1+1', room: '007' }, { phone: '0912345678', residence: { status: 'temporary', province: 'Đồng Nai', address: 'Số 1, đường Mẫu' } });
    await put('C-1', { arrival: '2026-11-20' }, { fullName: 'Điểu Thử', birthDate: '1948', document: { kind: 'cmnd', number: '285000111' }, sex: 'X' });
    const { name, rows } = await sheet();
    expect(name).toBe(sheetName);
    expect(rows[lastHeaderRow - 1]?.slice(0, sheetColumns.length)).toEqual(sheetColumns.map(({ header }) => header));
    expect(rows[exampleRow - 1]?.[0]).toBe('[EXAMPLE]');
    const [one, two, ...more] = rows.slice(firstGuestRow - 1).map((row) => sheetColumns.map((_, column) => row[column] ?? ''));
    expect(one).toEqual([
      '1', 'Trần Thị Mẫu', '15/05/1990', 'F - Nữ', 'VNM - Viet Nam', '1 - Thẻ CCCD', '', expect.stringMatching(/^070190\d{6}$/), '0912345678', '2 - Tạm trú', '713 - Đồng Nai', '', 'Số 1, đường Mẫu',
      '20/11/2026', '22/11/2026', '007', '20 - Mục đích khác', 'Thăm ruộng', '=1+1',
    ]);
    expect(two?.slice(0, 8)).toEqual(['2', 'Điểu Thử', '1948', '', 'VNM - Viet Nam', '2 - Thẻ CMND', '', '285000111']);
    expect(more).toEqual([]);
  });

  it('keeps the portal’s own number of the document’s kind', async () => {
    const { call, sheet } = await house();
    const { status } = await call('POST', '/v1/kbtt/vietnamese-stays?facility=ks-thu-01', [{ hoTen: 'Nguyễn Văn Thử', gioiTinh: 'M', ngayThangNamSinhStr: '1988-03-09', ngayDenCsltStr: '2026-11-20 10:00:00', soPhong: '103', lyDoCuTru: 1, loaiGiayTo: 8, soGiayTo: '070088000321' }]);
    expect([status, (await sheet()).rows[firstGuestRow - 1]?.[5]]).toEqual([200, '8 - Thẻ Căn Cước']);
  });

  it('holds the arrivals of that day alone, and says how many stand elsewhere', async () => {
    const { call, put, sheet, events } = await house();
    await put('today');
    await put('yesterday', { arrival: '2026-11-19T23:30:00+07:00' });
    await put('foreign', {}, foreign);
    await put('cancelled');
    await call('POST', '/v1/facilities/ks-thu-01/stays/cancelled/cancel', { reason: 'x' });
    const { rows, headers } = await sheet();
    expect([rows.length, headers.get('da06-count'), headers.get('da06-left-out')]).toEqual([firstGuestRow, '1', '1']);
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([workbookType, 'attachment; filename="luu-tru-ks-thu-01-2026-11-20.xlsx"']);
    expect(await events('vn.da06.identity.read.v1')).toMatchObject([{ actor: 'admin:admin', data: { purpose: 'portal-export', facility: 'ks-thu-01' } }]);
  });

  it('leaves out identities that were erased, and counts them', async () => {
    const { put, sheet, log } = await house();
    await put('A-1');
    await eraseIdentities({ log });
    await put('B-1');
    const { rows, headers } = await sheet();
    expect([rows.length, headers.get('da06-count'), headers.get('da06-left-out')]).toEqual([firstGuestRow, '1', '1']);
  });

  it('is an empty sheet on a day without guests', async () => {
    const { rows, headers } = await (await house()).sheet();
    expect([rows.length, headers.get('da06-count'), headers.get('da06-left-out')]).toEqual([exampleRow, '0', '0']);
  });
});

describe('the day as the portal’s XML', () => {
  it('holds the foreign guests, whatever their names hold', async () => {
    const { call, put } = await house();
    await put('A-1');
    await put('F-1', { permittedUntil: '2026-12-31', departure: '2026-11-20T15:30:00+07:00' }, foreign);
    const { status, headers, text } = await call('GET', `${day}/portal.xml`);
    expect([status, headers.get('content-type'), headers.get('da06-count'), headers.get('da06-left-out'), headers.get('content-disposition')]).toEqual(
      [200, 'application/xml; charset=utf-8', '1', '1', 'attachment; filename="luu-tru-ks-thu-01-2026-11-20.xml"']);
    expect(elementsOf(text)).toEqual([
      ['so_thu_tu', '1'], ['ho_ten', 'MARTIN <EXAMPLE> & "SON"'], ['ngay_sinh', '01/01/1984'], ['ngay_sinh_dung_den', 'Y'], ['gioi_tinh', 'M'], ['ma_quoc_tich', 'D'], ['so_ho_chieu', 'C01X00T47'],
      ['so_phong', '101'], ['ngay_den', '20/11/2026'], ['ngay_di_du_kien', '22/11/2026'], ['ngay_tra_phong', '20/11/2026'], ['thoi_han_tam_tru', '31/12/2026'],
    ]);
    expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<KHAI_BAO_TAM_TRU>\n {2}<THONG_TIN_KHACH>/);
  });

  it('is a root alone on a day without foreigners', async () => {
    const { call } = await house();
    expect(elementsOf((await call('GET', `${day}/portal.xml`)).text)).toEqual([['KHAI_BAO_TAM_TRU', '\n']]);
  });
});

describe('the files of a day', () => {
  it('are for the facility itself and the administrator', async () => {
    const { call, events } = await house();
    await call('POST', '/v1/facilities', { ...hotel, id: 'ks-thu-02' });
    for (const file of ['portal.xlsx', 'portal.xml']) {
      const statusOf = async (role: string, facilities: string[] = []): Promise<number> => (await call('GET', `${day}/${file}`, undefined, { key: String((await call('POST', '/v1/keys', { name: role, role, facilities })).body['key']) })).status;
      expect([await statusOf('feed', ['ks-thu-01']), await statusOf('feed', ['ks-thu-02'])]).toEqual([200, 403]);
      for (const role of ['standing', 'officer', 'commune', 'analyst', 'wall']) expect(await statusOf(role), role).toBe(403);
      expect((await call('GET', `/v1/facilities/ks-thu-01/days/2026-13-01/${file}`)).status).toBe(400);
    }
    expect(await events('vn.da06.identity.read.v1')).toEqual([]);
  });
});

describe('the day of a facility of the demonstration', () => {
  it('is marked in name, title and structure, so that the portal takes neither file', async () => {
    const started = await startRegistration();
    await started.call('POST', '/v1/facilities', { ...hotel, id: 'demo-ks-01' });
    for (const [ref, guest] of [['A-1', {}], ['F-1', foreign]] as const) expect((await started.call('PUT', `/v1/facilities/demo-ks-01/stays/${ref}`, stayOf(ref, {}, guest))).status).toBe(201);
    const file = async (ending: string): Promise<Response> => started.registration.fetch(new Request(`http://localhost/v1/facilities/demo-ks-01/days/2026-11-20/portal.${ending}`, { headers: { authorization: `Bearer ${adminKey}` } }));
    const workbook = await file('xlsx');
    expect(workbook.headers.get('content-disposition')).toBe('attachment; filename="MO-PHONG-luu-tru-demo-ks-01-2026-11-20.xlsx"');
    const [sheet] = (await readXlsx(new Uint8Array(await workbook.arrayBuffer()))).sheets;
    expect(sheet?.name).not.toBe(sheetName);
    expect(String(sheet?.rows[0]?.[0])).toContain('MÔ PHỎNG');
    const xml = await file('xml');
    expect(xml.headers.get('content-disposition')).toContain('MO-PHONG-');
    const text = await xml.text();
    expect(text).toContain('<ho_ten>');
    expect(text).not.toContain('KHAI_BAO_TAM_TRU');
  });
});
