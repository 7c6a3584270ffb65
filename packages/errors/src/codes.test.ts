import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError } from './app-error.ts';
import { codes, errorCatalogue, isCode, type Code } from './codes.ts';
import { fault } from './fault.ts';
import { renderCodes } from './render-codes.ts';

/** The portal's sentences (error-messages.csv), each with the code that says the same. */
const portalSentences: Record<string, Code> = {
  'Ngày đi dự kiến phải lớn hoặc bằng ngày hôm qua': 'expected-departure.past',
  'Ngày đến Cslt phải là ngày hiện tại hoặc hôm qua': 'arrival.stale',
  'Số hộ chiếu đang tạm trú tại CSLT và chưa checkout': 'stay.already-open',
  'Đã tồn tại khai báo trùng thời gian tại CSLT': 'stay.overlap',
  'Ngày đi dự kiến phải lớn hoặc bằng ngày đến Cslt': 'expected-departure.before-arrival',
  'Thời hạn tạm trú phải lớn hoặc bằng hôm nay': 'permitted-until.past',
  'Thẻ CCCD phải gồm đúng 12 chữ số': 'document.cccd-format',
  'Loại giấy tờ phải có giá trị từ 1 đến 8': 'document.kind-unknown',
  'Loại phải là GH hoặc TS': 'change.kind-unknown',
  'Số Giấy tờ xxx với loại giấy tờ là Thẻ CCCD đang không tồn tại trong hệ thống': 'departure.no-open-stay',
  'Bị trùng giấy tờ với bản ghi 1': 'document.duplicate-in-request',
  'Thời hạn tạm trú phải lớn ngày đi hiện tại': 'extension.not-forward',
  'Ngày gia hạn không được vượt quá 30 ngày kể từ ngày đến CSLT': 'extension.over-30-days',
  'Danh sách đổi ngày trả phòng không được để trống': 'batch.empty',
  'Mã phường xã không thuộc tỉnh thành đã chọn': 'residence.ward-not-in-province',
};

/** The checks of the personal identification number (dossier 3.1), each with its code and severity. */
const numberChecks: [Code, string][] = [
  ['document.cccd-format', 'reject'],
  ['document.cccd-place-unknown', 'warn'],
  ['document.cccd-sex-mismatch', 'warn'],
  ['document.cccd-birth-year-mismatch', 'warn'],
  ['birth-date.future', 'reject'],
  ['birth-date.over-120', 'reject'],
  ['document.cccd-suspicious', 'warn'],
];

describe('the closed list of codes', () => {
  it('is documented code by code in CODES.md', () => {
    expect(readFileSync(new URL('../CODES.md', import.meta.url), 'utf8')).toBe(renderCodes());
  });

  it('has a code for each sentence of the portal', () => {
    expect(Object.keys(portalSentences)).toHaveLength(15);
    expect(Object.values(portalSentences).filter((code) => !(code in codes))).toEqual([]);
  });

  it.each(numberChecks)('gives the check %s the severity %s', (code, severity) => {
    expect(codes[code].severity).toBe(severity);
  });

  it('says everything in both languages, in composed Unicode, with a hint', () => {
    for (const entry of errorCatalogue()) {
      for (const text of [entry.vi, entry.en, entry.hintVi, entry.hintEn]) {
        expect(text, entry.code).toMatch(/\S.*[.:?…-]$/u);
        expect(text).toBe(text.normalize('NFC'));
      }
    }
  });

  it('marks no fault of the portal’s own making as a refusal where the record can be counted', () => {
    const refused = [...new Set(Object.values(portalSentences))].filter((code) => codes[code].severity === 'reject');
    expect(refused.sort()).toEqual(['batch.empty', 'change.kind-unknown', 'departure.no-open-stay', 'document.cccd-format', 'document.kind-unknown', 'expected-departure.before-arrival']);
  });

  it('tells its own codes from other texts', () => {
    expect(isCode('arrival.stale')).toBe(true);
    for (const other of ['', 'arrival', 'toString', '__proto__']) expect(isCode(other)).toBe(false);
  });
});

describe('a fault', () => {
  it('says severity and both texts of its code, and no value unless one was received', () => {
    expect(fault('/guest/sex', 'sex.unknown')).toEqual({ pointer: '/guest/sex', code: 'sex.unknown', severity: 'reject', vi: codes['sex.unknown'].vi, en: codes['sex.unknown'].en });
    expect(fault('/guest/sex', 'sex.unknown', 7).received).toBe('7');
  });

  it('shows at most 80 characters of a received value and cuts no character in two', () => {
    expect(fault('/note', 'field.too-long', 'x'.repeat(500)).received).toHaveLength(80);
    expect(fault('/note', 'field.too-long', `${'x'.repeat(78)}😀${'x'.repeat(9)}`).received).toBe(`${'x'.repeat(78)}…`);
  });

  it('is made of values nested deeper than they can be written', () => {
    const nested: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(fault('/guest', 'field.type', nested).received).toBe('[…]');
    expect(fault('/guest', 'field.type', { a: nested }).received).toBe('{…}');
  });
});

describe('the one error class', () => {
  it('carries code, facts and cause, and says in English what was wrong', () => {
    const cause = new Error('ENOSPC');
    const error = new AppError('service.storage-full', { retryable: true, context: { path: 'log' }, detail: 'The log is on it.', cause });
    expect(error).toMatchObject({ name: 'AppError', code: 'service.storage-full', retryable: true, context: { path: 'log' }, cause, message: `${codes['service.storage-full'].en} The log is on it.` });
    expect(new AppError('internal')).toMatchObject({ retryable: false, context: {}, detail: undefined, message: codes.internal.en });
  });
});
