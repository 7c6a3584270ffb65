import type { Content, Operation } from '@da06/service-kit';
import { workbookType } from '@da06/workbook';
import { arrayOf, batch, binary, change, json, single, validate, withFile } from './answers.ts';
import { complianceOperations } from './compliance-operations.ts';
import { incidentOperations } from './incident-operations.ts';
import { csvExample, departureExample, facilityExample, foreignExample, guestsExample, indicatorExample, qrExample, readExample, releaseExample, sheetExample, stayExample, unitExample, vietnameseExample, xmlExample } from './examples.ts';
import { registerOperations } from './register-operations.ts';

const stay = '/v1/facilities/{facility}/stays/{ref}';
const files: Readonly<Record<string, Content>> = {
  [workbookType]: { schema: binary, example: sheetExample },
  'application/xml': { schema: { type: 'string' }, example: xmlExample },
  'text/plain': { schema: { type: 'string' }, example: qrExample },
};
const shared = Object.fromEntries(['arrival', 'expectedDeparture', 'room', 'reason'].map((name) => [name, `Of text/plain only: ${name} of all its guests.`]));
const stayProblems = [400, 403, 404, 413, 415, 503] as const;
const facilityAnswer = json('Facility', { ...facilityExample, model: 9 });

export const operations: readonly Operation[] = [
  { method: 'put', path: stay, tag: 'Lưu trú · Stays', summary: 'Register one stay, or send it again', query: validate, body: json('Stay', stayExample),
    description: 'Content equal to what holds is a duplicate and gets its first event and number again; any other content is an amendment. A PUT reopens a cancelled stay.',
    answers: { 201: { description: 'First registration.', content: single.item }, 200: { description: 'Amended, or a duplicate.', content: single.item }, 422: { description: 'Refused, with every fault.', content: single.refused } }, problems: stayProblems },
  { method: 'post', path: '/v1/facilities/{facility}/stays', tag: 'Lưu trú · Stays', summary: 'Register up to 50,000 stays at once', query: { ...validate, ...shared },
    description: 'A JSON array is read whole before anything is recorded; NDJSON and CSV by line, where a line that is cut off is one rejected item. Workbooks are the lodging portal’s sheet DS_KHACH_VIET_NAM_LUU_TRU: headers found by name (row 3 in the template), row 4 an example that is passed over, guests from row 5; XML is its KHAI_BAO_TAM_TRU; text/plain is a QR text of an identity card a line, after a tab the room. Their records have no reference: one is derived. With Accept of a workbook the file itself comes back, each row with its result, number and faults; the receipt is then in the header DA06-Receipt. At most 64 MiB, and 256 KiB an item; Content-Encoding gzip is taken.',
    body: { ...json(arrayOf('Stay'), [stayExample]), 'application/x-ndjson': { schema: { type: 'string' }, example: `${JSON.stringify(stayExample)}\n` }, 'text/csv': { schema: { type: 'string' }, example: csvExample }, ...files },
    answers: withFile(batch), problems: stayProblems },
  { method: 'patch', path: stay, tag: 'Lưu trú · Stays', summary: 'Correct what you name (RFC 7396)', query: validate, body: json('StayPatch', { room: '202', correctionReason: 'Đổi phòng' }), answers: change, problems: stayProblems },
  { method: 'post', path: `${stay}/check-out`, tag: 'Lưu trú · Stays', summary: 'Check a guest out', query: validate, body: json('CheckOut', { departure: '2026-11-22T11:30:00+07:00' }), answers: change, problems: stayProblems },
  { method: 'post', path: `${stay}/cancel`, tag: 'Lưu trú · Stays', summary: 'Withdraw a registration', query: validate, body: json('Cancellation', { reason: 'Khách không đến' }), answers: change, problems: stayProblems },
  { method: 'get', path: stay, tag: 'Lưu trú · Stays', summary: 'Your own record, with its history', description: 'Identities are shown; that they were is recorded (identity.read).', answers: { 200: { description: 'The record as it stands, and each event of it.', content: json({ type: 'object' }) } }, problems: [403, 404] },
  ...registerOperations,
  ...complianceOperations,
  ...incidentOperations,
  { method: 'post', path: '/v1/kbtt/foreign-stays', tag: 'Cổng lưu trú · Portal bodies', summary: 'The portal’s API 4: foreign guests', query: { facility: 'Facility; may be left out if the key has only one.', ...validate }, body: json(arrayOf('KbttForeign'), foreignExample), answers: batch, problems: [400, 403, 413, 415, 503] },
  { method: 'post', path: '/v1/kbtt/vietnamese-stays', tag: 'Cổng lưu trú · Portal bodies', summary: 'The portal’s API 5: Vietnamese guests', query: { facility: 'Facility; may be left out if the key has only one.', ...validate }, body: json(arrayOf('KbttVietnamese'), vietnameseExample), answers: batch, problems: [400, 403, 413, 415, 503] },
  { method: 'post', path: '/v1/kbtt/departures', tag: 'Cổng lưu trú · Portal bodies', summary: 'The portal’s API 12: left early (TS) or extended (GH)', description: 'Names an open stay by its document.', query: { facility: 'Facility; may be left out if the key has only one.', ...validate }, body: json(arrayOf('KbttDeparture'), departureExample), answers: batch, problems: [400, 403, 413, 415, 503] },
  { method: 'get', path: '/v1/facilities/{facility}/days/{date}/digest', tag: 'Ngày · Days', summary: 'What we hold of a day’s arrivals', description: 'Stays arriving that local day, not cancelled; digest = SHA-256 of the references sorted by bytes, joined by LF.',
    answers: { 200: { description: 'Count, digest, references.', content: json({ type: 'object' }, { date: '2026-11-20', count: 1, digest: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef', refs: ['FD-2026-001873'] }) } }, problems: [400, 403, 404] },
  { method: 'post', path: '/v1/facilities/{facility}/days/{date}/nothing-to-report', tag: 'Ngày · Days', summary: 'Say that nobody arrived', description: 'A stay on that day overrides it.', answers: { 201: { description: 'Recorded.', content: json({ type: 'object' }) } }, problems: [400, 403, 404, 503] },
  { method: 'post', path: '/v1/documents/read', tag: 'Lưu trú · Stays', summary: 'What a scanned document says, as the guest of a stay', body: json('DocumentText', { qr: '070190000123||Trần Thị Mẫu|15051990|Nữ|Số 1, đường Mẫu, Đồng Nai|01012022' }),
    description: 'From the text of an identity card’s QR code ({"qr"}), or of the machine-readable zone of a passport or card ({"mrz"}: TD1, TD2, TD3; lower case, blanks and lost line breaks are borne). Nothing is recorded. A check digit that fails is a warning; names of a zone have no diacritics.',
    answers: { 200: { description: 'The guest, and what is to be looked at.', content: json({ type: 'object' }, readExample) } }, problems: [400, 403, 413, 415, 422] },
  { method: 'get', path: '/v1/facilities/{facility}/guests', tag: 'Lưu trú · Stays', summary: 'Who is at the facility on a day', query: { on: 'Local day, today if left out.' },
    description: 'Stays that arrived on the day or in the 31 days before it, not cancelled and not ended before it. Identities are shown; that they were is recorded (identity.read, purpose guest-list), one event a person.',
    answers: { 200: { description: 'The guests of that day.', content: json({ type: 'object' }, guestsExample) } }, problems: [400, 403, 404, 503] },
  { method: 'get', path: '/v1/facilities/{facility}/days/{date}/portal.xlsx', tag: 'Cổng lưu trú · Portal bodies', summary: 'A day’s Vietnamese guests as the portal’s sheet',
    description: 'Stays arriving that local day, not cancelled, ready for the portal’s own import. Headers: DA06-Count = stays in the file, DA06-Left-Out = stays of that day that are not (foreigners, erased identities). Recorded (identity.read, purpose portal-export).',
    answers: { 200: { description: 'A workbook; without guests its rows are empty.', content: { [workbookType]: { schema: { type: 'string', format: 'binary' } } } } }, problems: [400, 403, 404, 503] },
  { method: 'get', path: '/v1/facilities/{facility}/days/{date}/portal.xml', tag: 'Cổng lưu trú · Portal bodies', summary: 'A day’s foreign guests as the portal’s XML', description: 'As portal.xlsx, for guests of other nationalities.',
    answers: { 200: { description: 'KHAI_BAO_TAM_TRU.', content: { 'application/xml': { schema: { type: 'string' }, example: xmlExample } } } }, problems: [400, 403, 404, 503] },
  { method: 'post', path: '/v1/facilities', tag: 'Cơ sở · Facilities', summary: 'Register a facility', body: json('Facility', facilityExample), answers: { 201: { description: 'Registered.', content: facilityAnswer }, 200: { description: 'The same again.', content: facilityAnswer } }, problems: [400, 403, 409, 413, 415, 422, 503] },
  { method: 'get', path: '/v1/facilities', tag: 'Cơ sở · Facilities', summary: 'List facilities', query: { unit: 'uid, or GSO code of today.', kind: 'Kind of facility.' }, answers: { 200: { description: 'Those you may see.', content: json(arrayOf('Facility')) } }, problems: [403] },
  { method: 'get', path: '/v1/facilities/{facility}', tag: 'Cơ sở · Facilities', summary: 'One facility', answers: { 200: { description: 'As it is from its last change on.', content: facilityAnswer } }, problems: [403, 404] },
  { method: 'put', path: '/v1/facilities/{facility}', tag: 'Cơ sở · Facilities', summary: 'Change a facility from validFrom on', body: json('Facility', { ...facilityExample, rooms: 30, validFrom: '2026-12-01' }), answers: { 200: { description: 'Changed.', content: facilityAnswer } }, problems: [400, 403, 404, 413, 415, 422, 503] },
  { method: 'post', path: '/v1/facilities/{facility}/close', tag: 'Cơ sở · Facilities', summary: 'Close a facility', body: json('FacilityClosing', { on: '2026-12-31' }), answers: { 200: { description: 'Closed.', content: facilityAnswer } }, problems: [400, 403, 404, 413, 415, 422, 503] },
  { method: 'get', path: '/v1/units', tag: 'Danh mục · Reference', summary: 'Administrative units in time', query: { on: 'Those valid on this local day; all if left out.' },
    description: 'Each row is one time in which a unit did not change, by uid: a GSO code is used again and a name occurs twice, so neither tells a unit without a day. projections: the units in which its people are counted on the boundaries of days from–to (empty = open), with weights; exact = nothing was estimated. areas: how much of it lies in an area that stays comparable.',
    answers: { 200: { description: 'As the log tells them too (unit.published).', content: json(arrayOf('Unit'), [unitExample]) } }, problems: [400, 403] },
  { method: 'get', path: '/v1/indicators', tag: 'Danh mục · Reference', summary: 'What each figure means', description: 'nature: register = counted from registers, official = official statistics, programme = reports of the plan; figures of different natures are never one series. kind share = %, rate = ‰.',
    answers: { 200: { description: 'As the log tells them too (indicator.defined).', content: json(arrayOf('Indicator'), [indicatorExample]) } }, problems: [403] },
  { method: 'post', path: '/v1/statistics/{statistic}', tag: 'Thống kê · Statistics', summary: 'Count what is sealed, and publish it with small cells left out', body: json('StatisticRelease', { asOf: '2026-10-31' }),
    description: 'statistic = ethnicity (of permanent and temporary residents) or absence-case (of those away), by unit, at the end of a local day and as known now. Envelopes are opened one at a time and nobody is shown; that they were opened is recorded (identity.read). Cells and sums of 1 to 4 persons are null, and with them as many others as keep them from being computed; persons of whom nothing is known are not in the table. unit "" = all of the locality, code "" = all. It can take a minute for a million residents.',
    answers: { 201: { description: 'What was published.', content: json({ type: 'object' }, releaseExample) } }, problems: [400, 403, 413, 415, 503] },
  { method: 'get', path: '/v1/statistics/{statistic}', tag: 'Thống kê · Statistics', summary: 'What was published of it', query: { asOf: 'Of this local day alone.' }, description: 'The newest release for each day, the latest day first. The same is in the view released_statistics.',
    answers: { 200: { description: 'Releases.', content: json({ type: 'array', items: { type: 'object' } }, [{ releasedAt: '2026-11-20T09:00:00.000Z', ...releaseExample }]) } }, problems: [400, 403] },
  { method: 'post', path: '/v1/keys', tag: 'Khóa · Keys', summary: 'Issue a key', body: json('Key', { name: 'Phần mềm lễ tân', role: 'feed', facilities: ['ks-tan-khai-01'] }), answers: { 201: { description: 'The key, shown once.', content: json({ type: 'object' }, { id: 'key-5f2c8b1e9a3d7046', key: 'da06_…' }) } }, problems: [400, 403, 413, 415, 422, 503] },
  { method: 'delete', path: '/v1/keys/{id}', tag: 'Khóa · Keys', summary: 'Revoke a key', answers: { 204: { description: 'Revoked.' } }, problems: [403, 404, 503] },
  { method: 'get', path: '/v1/errors', tag: 'Hệ thống · System', summary: 'Every code, with its texts and how to mend it', open: true, answers: { 200: { description: 'The closed list of codes.', content: json({ type: 'array', items: { type: 'object' } }) } } },
  { method: 'get', path: '/.well-known/jwks.json', tag: 'Hệ thống · System', summary: 'Public keys of receipts, old ones too', open: true, answers: { 200: { description: 'JSON Web Key Set.', content: json({ type: 'object' }) } } },
  { method: 'get', path: '/openapi.json', tag: 'Hệ thống · System', summary: 'This description', open: true, answers: { 200: { description: 'OpenAPI 3.1.', content: json({ type: 'object' }) } } },
  { method: 'get', path: '/docs', tag: 'Hệ thống · System', summary: 'This description as a page', open: true, answers: { 200: { description: 'HTML.', content: { 'text/html': { schema: { type: 'string' } } } } } },
  { method: 'get', path: '/desk', tag: 'Quầy · Desk', summary: 'The page of the desk: register, check out, send a file', open: true, answers: { 200: { description: 'HTML; it asks for a key itself.', content: { 'text/html': { schema: { type: 'string' } } } } } },
  { method: 'get', path: '/desk/{file}', tag: 'Quầy · Desk', summary: 'Scripts, styles and lists of that page, and the portal’s sheet without guests', open: true, answers: { 200: { description: 'By its ending: .js, .css, .json; mau-luu-tru.xlsx.', content: { 'text/javascript': { schema: { type: 'string' } } } } } },
  { method: 'get', path: '/readyz', tag: 'Hệ thống · System', summary: 'Ready to serve', open: true, answers: { 200: { description: 'Ready.', content: json({ type: 'object' }, { status: 'ready', demonstration: 'off', lag: 0 }) } }, problems: [503] },
  { method: 'get', path: '/healthz', tag: 'Hệ thống · System', summary: 'The process answers', open: true, answers: { 200: { description: 'It does.', content: json({ type: 'object' }, { status: 'ok' }) } } },
  { method: 'get', path: '/metrics', tag: 'Hệ thống · System', summary: 'Figures for Prometheus', open: true, answers: { 200: { description: 'Text format.', content: { 'text/plain': { schema: { type: 'string' } } } } } },
];
