import { writeSheet } from '@da06/registration/portal-sheet';
import type { RunningHost } from '../harness/host.ts';
import { facility, facilityId, stayOf } from '../harness/stays.ts';
import { planted } from './planted-person.ts';
import { sendResidents } from './send-residents.ts';
import { sendTrips } from './send-trips.ts';
import { sendWatchList } from './send-watch-list.ts';

const base = `/v1/facilities/${facilityId}/stays`;
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const guest = { fullName: planted.name, birthDate: planted.birthDay, sex: 'F', nationality: 'VNM', document: { kind: 'cccd', number: planted.number }, phone: planted.phone, residence: { status: 'permanent', address: planted.address } };
const [year = '', month = '', day = ''] = planted.birthDay.split('-');
const qr = `${planted.number}||${planted.name}|${day}${month}${year}|Nữ|${planted.address}|01012022`;

/** Sends the planted values by every way in, well-formed and broken, in answers that refuse and that accept; then reads them by every way out. */
export const sendEverywhere = async (host: RunningHost): Promise<void> => {
  await host.call('POST', '/v1/facilities', facility);
  await host.call('POST', '/v1/facilities', { id: 'ho-gia-dinh-1', kind: 'household', name: planted.name, unit: 'W25357@2025' });
  await sendRecords(host);
  await sendFiles(host);
  await sendResidents(host);
  await sendTrips(host);
  await sendWatchList(host);
  await readBack(host);
};

const sendRecords = async (host: RunningHost): Promise<void> => {
  const stay = { ...stayOf(1, { now: Date.now() }), ref: 'PRIV-1', guest, room: planted.room, reason: 'other', reasonText: planted.reasonText, note: planted.note };
  const lines = { 'content-type': 'application/x-ndjson' };
  await host.call('PUT', `${base}/PRIV-1`, stay);
  await host.call('PATCH', `${base}/PRIV-1`, { note: planted.note, guest: { phone: planted.phone }, correctionReason: planted.note });
  await host.call('PUT', `${base}/PRIV-2`, { ...stay, ref: 'PRIV-2', guest: { ...guest, sex: planted.name, birthDate: planted.address }, reason: planted.note });
  await host.call('POST', base, `${JSON.stringify({ ...stay, ref: 'PRIV-3' })}\n${JSON.stringify(stay).slice(0, -20)}\n`, lines);
  await host.call('POST', base, `{"ref":"${planted.number}","guest":"${planted.name}"`, { 'content-type': 'application/json' });
  await host.call('POST', base, `ref,full_name,document_number,phone,note\nPRIV-4,${planted.name},${planted.number},${planted.phone},"${planted.note}`, { 'content-type': 'text/csv' });
  await host.call('PUT', `${base}/PRIV-5`, { ...stay, ref: 'PRIV-5', [planted.name]: planted.number });
  await host.call('PUT', `${base}/${encodeURIComponent(planted.number)}`, { ...stay, ref: planted.number });
  await host.call('PUT', `${base}/PRIV-6`, { ...stay, ref: 'PRIV-6', guest: undefined, qr });
  await host.call('PUT', `${base}/PRIV-7`, { ...stay, ref: 'PRIV-7', guest: { ...guest, document: { kind: 'passport', number: planted.passport } } });
  await host.call('POST', `${base}/PRIV-1/cancel`, { reason: planted.note });
  const portal = { hoTen: planted.name, soGiayTo: planted.number, soDienThoai: planted.phone, diaChi: planted.address, ghiChu: planted.note, loaiGiayTo: '1' };
  for (const path of ['vietnamese-stays', 'foreign-stays', 'departures']) await host.call('POST', `/v1/kbtt/${path}?facility=${facilityId}`, [portal]);
  await host.call('POST', '/v1/sql', `SELECT '${planted.name}' AS x, ${planted.number}x`, { 'content-type': 'text/plain' });
};

/** A sheet of one good guest and one with a fault in each cell; XML, QR texts, and each of them broken. */
const sendFiles = async (host: RunningHost): Promise<void> => {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split('-').reverse().join('/');
  const good = ['1', planted.name, `${day}/${month}/${year}`, 'F - Nữ', 'VNM - Viet Nam', '1 - Thẻ CCCD', '', planted.number, planted.phone, '1 - Thường trú', '713 - Đồng Nai', '', planted.address, today, '', planted.room, '20 - Mục đích khác', planted.reasonText, planted.note];
  const bad = good.map((_, column) => (column % 2 === 0 ? planted.name : planted.note));
  const sheet = Buffer.from(await new Response(writeSheet({ rows: [good, bad] })).arrayBuffer());
  const xml = (number: string): string =>
    `<KHAI_BAO_TAM_TRU><THONG_TIN_KHACH><ho_ten>${planted.name}</ho_ten><ngay_sinh>${day}/${month}/${year}</ngay_sinh><ngay_sinh_dung_den>D</ngay_sinh_dung_den><gioi_tinh>F</gioi_tinh><ma_quoc_tich>KOR</ma_quoc_tich><so_ho_chieu>${number}</so_ho_chieu><so_phong>${planted.room}</so_phong><ngay_den>${today}</ngay_den><ngay_di_du_kien>${planted.note}</ngay_di_du_kien></THONG_TIN_KHACH></KHAI_BAO_TAM_TRU>`;
  const lists = [
    [xml(planted.passport).replace(planted.note, today), 'application/xml', ''],
    [xml(planted.passport), 'application/xml', ''],
    [`<!DOCTYPE x [<!ENTITY e "${planted.name}">]>${xml('&e;')}`, 'application/xml', ''],
    [xml(planted.name).slice(0, -30), 'application/xml', ''],
    [`${qr}\t${planted.room}\n${qr.replace('Nữ', planted.note)}\n${planted.name}\n`, 'text/plain', `?arrival=${new Date().toISOString()}&reason=other&room=${planted.room}`],
    [sheet.subarray(0, sheet.length - 60), workbook, ''],
    [sheet, workbook, ''],
  ] as const;
  for (const [body, type, query] of lists) {
    await host.send('POST', `${base}${query}`, Buffer.from(body), type);
    // The file comes back with what became of each row; the host keeps none.
    await host.call('POST', `${base}${query}${query === '' ? '?' : '&'}validate=only`, Buffer.from(body).toString('latin1'), { 'content-type': type, accept: workbook });
  }
  for (const text of [{ qr }, { qr: planted.name }, { mrz: `P<KOR${planted.passport}<<${planted.number}` }, { mrz: planted.note }]) await host.call('POST', '/v1/documents/read', text);
};

/** Every answer that shows an identity, so that what is shown leaves nothing behind either. */
const readBack = async (host: RunningHost): Promise<void> => {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const paths = [`${base}/PRIV-1`, `/v1/facilities/${facilityId}/guests`, `/v1/facilities/${facilityId}/days/${today}/portal.xlsx`, `/v1/facilities/${facilityId}/days/${today}/portal.xml`, '/desk'];
  for (const path of paths) await (await host.call('GET', path)).arrayBuffer();
};
