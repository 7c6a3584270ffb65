import { buildWorkbook, failed, formula, isoDate, number, rich, shared, styles } from '@da06/workbook/samples';
import { describe, expect, it } from 'vitest';
import { dataOf, identityOf, prepare, told, type Prepared } from '../take-in/take-in.fixture.ts';
import type { PreparedItem } from '../take-in/types.ts';
import { cellsOf, head, headerCells, sheetFile, sheetGuest, type SheetCells, type SheetFile } from './sheet-samples.ts';
import { sheetColumns, sheetName } from './template.ts';

/** Prepares a workbook of guests from row 5 on. */
const take = (guests: readonly SheetCells[], options: SheetFile = {}): Promise<Prepared> => prepare('xlsx', sheetFile(Object.fromEntries(guests.map((guest, index) => [index + 5, cellsOf(guest)])), options));
const takeOne = async (changes: SheetCells): Promise<PreparedItem> => (await take([sheetGuest(1, changes)])).items[0] as PreparedItem;
/** Faults beside that the arrival is a day alone. */
const beside = (item: PreparedItem | undefined): string[] => (item === undefined ? ['no item'] : told(item).filter((fault) => fault !== 'arrival.time-missing /arrival'));

describe('the portal’s sheet', () => {
  it('is read from row 5 under the template’s header, with the place of each record and its derived reference', async () => {
    const { items, columns, shape } = await take([sheetGuest(1), sheetGuest(2, { stt: undefined })]);
    expect(shape).toBe('xlsx');
    expect(items.map(({ at, rejected }) => [at, rejected])).toEqual([[{ row: 5, column: 1 }, false], [{ row: 6, column: 2 }, false]]);
    expect(items.map(beside)).toEqual([[], []]);
    expect(items[0]?.ref).toMatch(/^k-[0-9a-z]{20}$/i);
    expect(columns).toMatchObject({ '/guest/fullName': 2, '/arrival': 14, '/reason': 17 });
    const { groups, sets } = dataOf(items[0] as PreparedItem);
    expect(groups).toMatchObject({ sex: 'F', birthYear: 1990, reason: 'tourism', nationality: 'VNM', residence: { status: 'permanent', province: '713' }, person: { documentKind: 'cccd', documentCode: '1' } });
    expect(sets).not.toEqual(expect.arrayContaining(['departure']));
    expect(identityOf(items[0] as PreparedItem)).toMatchObject({ portal: { loaiGiayTo: '1', lyDoCuTru: '1', noiCuTru: '1' } });
  });

  it.each([
    ['an 11-digit number that lost its zero', { documentNumber: number(70_190_123_457) }, ['document.lost-zero-restored /guest/document/number']],
    ['a 10-digit number that lost two', { documentNumber: number('1.190123457E9') }, ['document.lost-zero-restored /guest/document/number']],
    ['a number whose zero would be in doubt', { documentNumber: number(70_180_123_457) }, ['document.cccd-format /guest/document/number']],
    ['a number with an exponent in its style', { documentNumber: number(270_190_123_457, styles.exponent) }, ['document.cccd-place-unknown /guest/document/number']],
    ['a phone as a number', { phone: number(912_345_678) }, ['phone.lost-zero-restored /guest/phone']],
    ['a formula with its value', { fullName: formula('A1&B1', 'Trần Thị Mẫu') }, ['workbook.formula /guest/fullName']],
    ['a formula without a value', { fullName: formula('A1&B1') }, ['workbook.formula-without-value /guest/fullName']],
    ['a formula that came to an empty text', { note: formula('IF(A1="","",A1)', '') }, []],
    ['an error', { documentNumber: failed('#N/A') }, ['workbook.cell-error /guest/document/number']],
    ['a formula that came to an error', { room: (address: string) => `<c r="${address}" t="e"><f>A1/0</f><v>#DIV/0!</v></c>` }, ['workbook.formula /room', 'workbook.cell-error /room']],
    ['a bare number in a date’s column', { arrival: number(46_346) }, ['workbook.date-from-number /arrival']],
    ['a year alone as a number', { birthDate: number(1990) }, []],
    ['a year alone as a text', { birthDate: '1990' }, []],
    ['a list number the list lacks', { reason: '21 - Gì đó' }, ['reason.unknown /reason']],
    ['a sex nobody knows', { sex: 'Q' }, ['sex.unknown /guest/sex']],
    ['lower case without label', { sex: 'nữ', nationality: 'Việt Nam', documentKind: '8', reason: '1' }, []],
    ['a missing number', { documentNumber: undefined }, ['field.required /guest/document/number']],
    ['a province that went into another', { province: 'Tỉnh Bình Phước' }, ['residence.province-former /guest/residence/province']],
    ['an escaped line break', { fullName: 'Trần_x000D_\nThị Mẫu' }, []],
    ['a room as a number', { room: number(101) }, []],
  ] as [string, SheetCells, string[]][])('tells of %s what it is', async (_, changes, faults) => {
    expect(beside(await takeOne(changes))).toEqual(faults);
  });

  it('gives a typed date and a real one the same text, and so the same reference', async () => {
    const typed = await takeOne({ arrival: '20/11/2026' });
    const real = 46_346;
    const others: SheetCells[] = [{ arrival: number(real, styles.date) }, { arrival: isoDate('2026-11-20') }, { arrival: isoDate('2026-11-20T00:00:00') }, { arrival: number(real) }, { arrival: formula('TODAY()', '20/11/2026') }];
    for (const other of others) expect((await takeOne(other)).ref).toBe(typed.ref);
    const old = (await take([sheetGuest(1, { arrival: number(real - 1462, styles.date), birthDate: number(33_008 - 1462, styles.date) })], { date1904: true })).items[0] as PreparedItem;
    expect([old.ref, dataOf(old).groups['birthYear']]).toEqual([typed.ref, 1990]);
    const timed = await takeOne({ arrival: number(real + 14.5 / 24, styles.dateTime) });
    expect(dataOf(timed).groups['arrival']).toMatchObject({ at: '2026-11-20T07:30:00.000Z', timeKnown: true });
    expect(timed.ref).toBe((await takeOne({ arrival: '20/11/2026 14:30' })).ref);
  });

  it('takes a real date at its word, also one of before 1954 and one in a format of its own', async () => {
    for (const style of [styles.date, styles.dateTime]) {
      const item = await takeOne({ arrival: number(46_346, style), birthDate: number(14_636, style), documentNumber: '070140123457' });
      expect([beside(item), dataOf(item).groups['birthYear']]).toEqual([[], 1940]);
    }
  });

  it('leaves the reading of a name out of it', async () => {
    expect((identityOf(await takeOne({ fullName: rich('Trần ', 'Thị Mẫu') }))['guest'] as { fullName: string }).fullName).toBe('Trần Thị Mẫu');
  });

  it('takes no format for a date because a quoted text of it has its letters', async () => {
    expect(dataOf(await takeOne({ room: number(101, styles.quotedLetters) })).groups['room']).toEqual(dataOf(await takeOne({ room: '101' })).groups['room']);
  });

  it('takes blank lines, and those with a number alone, for no records', async () => {
    const { items } = await prepare('xlsx', sheetFile({ 5: cellsOf(sheetGuest(1)), 6: {}, 7: { A: '3' }, 8: { A: 4, B: '  ' }, 500: cellsOf(sheetGuest(2)) }));
    expect(items.map(({ at }) => at)).toEqual([{ row: 5, column: 1 }, { row: 500, column: 1 }]);
  });

  it('gives every row of cells merged downwards the value of the first', async () => {
    const guests = [sheetGuest(1, { room: '7' }), sheetGuest(2, { room: undefined }), sheetGuest(3, { room: undefined }), sheetGuest(4, { room: undefined })];
    const { items } = await take(guests, { merges: ['P5:P7', 'A1:S1'] });
    expect(items.map((item) => beside(item))).toEqual([[], [], [], ['room.required /room']]);
    expect(dataOf(items[2] as PreparedItem).groups['room']).toEqual(dataOf(items[0] as PreparedItem).groups['room']);
  });

  it('reads cells and rows without addresses, prefixed names and shared strings', async () => {
    const rows = { 1: { A: 'x' }, 2: { A: 'x' }, 3: headerCells, 4: cellsOf(sheetGuest(0)), 5: cellsOf(sheetGuest(1, { documentName: '', ward: '', reasonText: '', note: '' })) };
    const plain = await prepare('xlsx', sheetFile(rows));
    for (const options of [{ bare: true }, { prefix: 'x:' }] as SheetFile[]) {
      const { items } = await prepare('xlsx', sheetFile({ ...rows, 4: cellsOf(sheetGuest(0, { documentName: '', ward: '', reasonText: '', note: '' })) }, options));
      expect(items.map(({ ref, rejected, hash }) => [ref, rejected, hash])).toEqual(plain.items.map(({ ref, hash }) => [ref, false, hash]));
    }
    const asShared = Object.fromEntries(Object.entries(sheetGuest(1)).map(([field, value]) => [field, typeof value === 'string' ? shared(value) : value])) as SheetCells;
    expect((await take([asShared])).items[0]?.hash).toBe((await take([sheetGuest(1)])).items[0]?.hash);
  });
});

describe('the header', () => {
  const moved = (order: readonly number[]): { header: Record<string, string>; row: (guest: SheetCells) => Record<string, string> } => {
    const letter = (place: number): string => String.fromCharCode(65 + place);
    return {
      header: Object.fromEntries(order.map((column, place) => [letter(place), (sheetColumns[column] as { header: string }).header])),
      row: (guest) => Object.fromEntries(order.map((column, place) => [letter(place), String(guest[sheetColumns[column]?.field ?? 'stt'] ?? '')])),
    };
  };

  it('is found by names wherever its columns stand', async () => {
    const { header, row } = moved([18, 16, 1, 2, 3, 4, 5, 7, 13, 15]);
    const { items, columns } = await prepare('xlsx', buildWorkbook({ sheets: [{ name: 'Sheet1', rows: { 3: header, 4: row(sheetGuest(0)), 5: row(sheetGuest(1)) } }] }));
    expect([items.length, items[0]?.rejected, columns?.['/guest/fullName'], columns?.['/reason']]).toEqual([1, false, 3, 2]);
  });

  it('is known through case, marks, stars, blanks and line breaks', async () => {
    const header = { A: 'stt', B: 'Họ tên*', C: 'NGÀY\nSINH  ( * )', D: 'gioi tinh', E: 'Quốc tịch'.normalize('NFD'), F: 'LOẠI GIẤY TỜ', H: 'Số giấy tờ', N: 'ngày đến', P: 'Số phòng / khoa', Q: 'Lý do cư trú' };
    expect((await prepare('xlsx', sheetFile({ 3: header, 5: cellsOf(sheetGuest(1)) }))).items[0]?.rejected).toBe(false);
  });

  it('takes a block of two rows joined by merged cells', async () => {
    const rows = { 1: { A: 'STT', B: 'HỌ TÊN (*)', C: 'THÔNG TIN' }, 2: Object.fromEntries(Object.entries(headerCells).slice(2)), 3: {}, 4: cellsOf(sheetGuest(0)), 5: cellsOf(sheetGuest(1)) };
    const { items } = await prepare('xlsx', buildWorkbook({ sheets: [{ name: sheetName, rows, merges: ['A1:A2', 'B1:B2', 'C1:S1'] }] }));
    expect(items.map(({ at, rejected }) => [at, rejected])).toEqual([[{ row: 5, column: 1 }, false]]);
  });

  it('may be shifted down: then the row under it is the example', async () => {
    const at = async (row: number, merges: string[] = []): Promise<unknown> =>
      (await prepare('xlsx', buildWorkbook({ sheets: [{ name: sheetName, merges, rows: { [row]: headerCells, [row + 1]: cellsOf(sheetGuest(0, { stt: 'Ví dụ' })), [row + 2]: cellsOf(sheetGuest(1)), [row + 3]: cellsOf(sheetGuest(2)) } }] }))).items.map((item) => item.at);
    expect(await at(4)).toEqual([{ row: 6, column: 1 }, { row: 7, column: 1 }]);
    expect(await at(19)).toEqual([{ row: 21, column: 1 }, { row: 22, column: 1 }]);
    expect(await at(6, ['A6:A7'])).toEqual([{ row: 7, column: 1 }, { row: 9, column: 1 }]);
  });

  it('is not looked for below row 20, and its lack is told', async () => {
    await expect(prepare('xlsx', buildWorkbook({ sheets: [{ name: sheetName, rows: { 21: headerCells, 23: cellsOf(sheetGuest(1)) } }] }))).rejects.toMatchObject({ code: 'workbook.header-missing' });
    await expect(prepare('xlsx', buildWorkbook({ sheets: [{ name: sheetName, rows: { 1: { A: 'họ tên', B: 'tuổi' } } }] }))).rejects.toMatchObject({ code: 'workbook.header-missing' });
  });

  it('names unknown columns once, and passes over the columns of results', async () => {
    const { items } = await prepare('xlsx', sheetFile({ 3: { ...headerCells, T: 'KẾT QUẢ', U: 'SỐ ĐĂNG KÝ', V: 'LỖI VÀ CẢNH BÁO', W: 'BIỂN SỐ XE' }, 5: { ...cellsOf(sheetGuest(1)), T: 'BỊ TỪ CHỐI', W: '93A' }, 6: cellsOf(sheetGuest(2)) }));
    expect(items.map(beside)).toEqual([['field.unknown /BIỂN SỐ XE'], []]);
  });

  it('chooses the sheet by its name, else the first that has one, visible before hidden', async () => {
    const rows = (guest: SheetCells) => ({ ...head, 5: cellsOf(guest) });
    const guides = { name: 'Hướng dẫn', rows: { 1: { A: 'x' } } };
    const numberOf = async (sheets: Parameters<typeof buildWorkbook>[0]['sheets']): Promise<unknown> => ((identityOf((await prepare('xlsx', buildWorkbook({ sheets }))).items[0] as PreparedItem)['guest']) as { document: { number: string } }).document.number;
    const [one, two] = [sheetGuest(1), sheetGuest(2)];
    expect(await numberOf([guides, { name: 'A', rows: rows(one) }, { name: sheetName.toLowerCase(), rows: rows(two) }])).toBe(two.documentNumber);
    expect(await numberOf([guides, { name: 'A', rows: rows(one) }, { name: 'B', rows: rows(two) }])).toBe(one.documentNumber);
    expect(await numberOf([{ name: 'A', hidden: true, rows: rows(one) }, { name: 'B', rows: rows(two) }])).toBe(two.documentNumber);
  });
});

describe('rows above the guests', () => {
  it('that hold a guest are refused in words, not lost', async () => {
    const { items } = await prepare('xlsx', buildWorkbook({ sheets: [{ name: sheetName, rows: { 1: headerCells, 2: cellsOf(sheetGuest(1)), 3: cellsOf(sheetGuest(2)), 4: cellsOf(sheetGuest(3)), 5: cellsOf(sheetGuest(4)) } }] }));
    expect(items.map((item) => [item.at, told(item)[0]])).toEqual([
      [{ row: 2, column: 1 }, 'workbook.row-in-header '], [{ row: 3, column: 1 }, 'workbook.row-in-header '], [{ row: 5, column: 1 }, 'arrival.time-missing /arrival'],
    ]);
    expect(told(items[0] as PreparedItem)).toContain('workbook.example-skipped ');
  });

  it('take the one that is marked for the example', async () => {
    const { items } = await prepare('xlsx', buildWorkbook({ sheets: [{ name: sheetName, rows: { 1: headerCells, 2: cellsOf(sheetGuest(0, { stt: '[EXAMPLE] ' })), 3: cellsOf(sheetGuest(1)), 4: cellsOf(sheetGuest(2)) } }] }));
    expect(items.map((item) => [item.at, item.rejected])).toEqual([[{ row: 3, column: 1 }, false], [{ row: 4, column: 1 }, false]]);
  });

  it('say that the example was passed over, if it is not marked and looks like a guest', async () => {
    const first = (example: SheetCells): Promise<Prepared> => prepare('xlsx', sheetFile({ 4: cellsOf(example), 5: cellsOf(sheetGuest(1)) }));
    expect(told((await first(sheetGuest(9))).items[0] as PreparedItem)).toContain('workbook.example-skipped ');
    expect((await first(sheetGuest(9))).items[0]?.faults.find(({ code }) => code === 'workbook.example-skipped')?.received).toBe('dòng 4');
    expect(beside((await first({ fullName: 'Ghi chú' })).items[0])).toEqual([]);
    await expect(prepare('xlsx', sheetFile({ 4: cellsOf(sheetGuest(9)) }))).rejects.toMatchObject({ code: 'batch.empty', detail: expect.stringContaining('Row 4') as string });
  });
});
