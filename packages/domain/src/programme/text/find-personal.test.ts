import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonal } from './find-personal.ts';

describe('a text with a number of a person', () => {
  // All numbers are invented.
  it.each([
    'CCCD 070085001234', 'số 070 085 001 234', '070.085.001.234', '070-085-001-234', '0700 8500 1234', '070085 001234', '070 0 85 001234', '0 7 0 0 8 5 0 0 1 2 3 4', 'căn cước070085001234', '(070085001234)', '070085001234.', '070085001234 đồng',
    '070\u00a0085\u00a0001\u00a0234', '070\u200b085001234', '0912\u200b345678', '０７００８５００１２３４', 'năm 2026 070085001234', 'STT 1 070085001234', '1. 070 085 001 234', 'ngày 20/11/2026 070085001234', '31.10.2023 - 070.085.001.234', '70085001234', '270085001234',
    'CMND 285123456', '285123456', '285.123.456', '285 123 456', '285-123-456', '025123456', '025123456 đồng', 'CMND số 285123000', 'CMND 285 123 456 15 người', 'CMND 285.123.456 người mẫu', 'anh Mẫu (285123456)', 'số CMTND: 285.123.000',
    '0912345678', 'ĐT 0912.345.678', '0912 345 678', '091 234 5678', '0912-345-678', '0912 - 345 - 678', '09 12 34 56 78', '0 9 1 2 3 4 5 6 7 8', '+84912345678', '+84 912 345 678', '+84 (0)912 345 678', '84912345678', '0084 912345678', '912345678',
    '0271 3860123', '(0271) 3.860.123', '02713 860 123', '01683456789', 'gọi 0912345678/0987654321', 'năm 2026 0912345678', 'SĐT:0351234567', 'liên hệ\n0912345678',
  ])('is found: %s', (text) => expect(findPersonal(text)).toBe(true));
});

describe('a text without one', () => {
  it.each([
    '', 'Đã cấp tài khoản cho 12 cơ sở lưu trú.', 'ngày 31/10/2023', '31.10.2023', 'từ 01.02.2026 đến 28.02.2026', '01-02-2026 1500 lượt', 'ngày 05.11.2026 10 cơ sở', '2026-11-20', '20/11/2026 14:30', '07.30 - 11.30, 13.30 - 17.00',
    'Kế hoạch số 299/KH-UBND ngày 31/10/2023', 'Quyết định 06/QĐ-TTg', 'Tờ trình 228/TTr-CAH', '250/KHPH-BCA-UBND', 'Nghị định 13/2023/NĐ-CP', 'số 123456789/QĐ-UBND', '123456789/2026/TT-BCA', 'Luật số 68/2020/QH14',
    'năm 2023, 2024 và 2025', '2023 2024 2025', '2023-2024-2025', 'giai đoạn 2022 - 2025, tầm nhìn 2030', '2022 2023 2024 2025 2026',
    '98,5%', '12.5 %', '100%', '1.234.567 đồng', '150.000.000 đồng', '123.456.789 đồng', '1.234.567.890 đồng', '84.912.345.678 đồng', '8.012.345.678.901 đồng', '8 070 085 001 234 đồng', '123.456.789.012 đồng', '150000000', '150000000đ', '123456789 VNĐ', '123456789 đồng', '123456789,50 đồng', 'VND 123456789', '$123456789', '150 000 000', '150.000.000',
    '1 234 567 890 đồng', '150000000000', 'kinh phí 2.500 triệu đồng', '345 triệu', '123456789 lượt truy cập', '285123456 người', '1,234,567,890',
    'các mô hình 01 02 03 04 05 06', 'các bước 1 2 3 4 5 6 7 8 9', 'mô hình 9, 10, 11, 12, 16', '120 115 230 145', '120 115 xã', 'xã: 12 115 230', 'hồ sơ 000.00.16.H10-231115-0001', 'mã 25432', 'QR 12345678', '1900 1234', '113, 114, 115', 'MST 3800123456', '08/2026 1234 lượt', 'tháng 08 2026 1234 lượt', '123\n456\n789', '123\t456\t789',
  ])('is let through: %s', (text) => expect(findPersonal(text)).toBe(false));
});

const digits = (count: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((of) => of.join(''));
const grouped = (number: string, lengths: readonly number[], by: string): string => lengths.reduce<{ at: number; parts: string[] }>(({ at, parts }, length) => ({ at: at + length, parts: [...parts, number.slice(at, at + length)] }), { at: 0, parts: [] }).parts.join(by);
const separators = fc.constantFrom('', ' ', '.', '-', ' - ', '–', '\u00a0');
/** A short number right before groups of three, with a unit behind, is one amount ("12 001 000 000 000 đồng"): there is a mark between. */
const around = fc.tuple(fc.constantFrom('', 'Đã hẹn ', 'năm 2026 ', 'STT 12: ', 'ngày 20/11/2026: ', '('), fc.constantFrom('', ' xong.', '\nngày 20/11/2026', ' đồng', ', 15 hồ sơ', ')'));

describe('wherever it stands in a text', () => {
  it('an identity number of twelve digits is found in every usual grouping', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 96 }), digits(9), fc.constantFrom([12], [3, 3, 3, 3], [4, 4, 4], [3, 9], [6, 6], [3, 1, 2, 6], [3, 3, 6]), separators, around, (place, rest, lengths, by, [before, after]) => {
      expect(findPersonal(before + grouped(String(place).padStart(3, '0') + rest, lengths, by) + after)).toBe(true);
    }));
  });
  it('a mobile number is found in every usual grouping', () => {
    fc.assert(fc.property(fc.constantFrom('03', '05', '07', '08', '09'), digits(8), fc.constantFrom([10], [4, 3, 3], [3, 3, 4], [3, 4, 3], [4, 6], [2, 2, 2, 2, 2]), separators, around, (start, rest, lengths, by, [before, after]) => {
      expect(findPersonal(before + grouped(start + rest, lengths, by) + after)).toBe(true);
    }));
  });
  it('no amount with its unit and no date is taken for one', () => {
    const amounts = fc.tuple(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), fc.constantFrom('', '.', ' '), fc.constantFrom(' đồng', 'đ', ' VNĐ', ' lượt')).map(([value, by, unit]) => String(value).replace(/\B(?=(?:\d{3})+$)/g, by) + unit);
    const written = fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2022, max: 2035 }), fc.constantFrom('/', '.', '-'))
      .map(([day, month, year, by]) => [String(day).padStart(2, '0'), String(month).padStart(2, '0'), year].join(by));
    fc.assert(fc.property(written, amounts, fc.integer({ min: 0, max: 99_999 }), (date, amount, count) => { expect(findPersonal(`Ngày ${date} ${count} cơ sở, thu ${amount}; kế hoạch ${count}/KH-UBND.`)).toBe(false); }));
  });
  it('any text is answered', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(typeof findPersonal(text)).toBe('boolean'); }));
  });
  it('a long text of nothing but numbers is answered', () => {
    const long = Array.from({ length: 50_000 }, (_, index) => String(1000 + (index % 9000))).join(' ');
    expect(findPersonal(long)).toBe(false);
  });
});
