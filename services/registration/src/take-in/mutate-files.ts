import { columnLetter } from '@da06/workbook';
import { buildWorkbook, failed, formula, isoDate, number, shared, styles, workbookParts, zipParts, type CellSpec, type SheetSpec } from '@da06/workbook/samples';
import { cellsOf, head, headerCells, sheetGuest, type SheetCells } from '../portal-sheet/sheet-samples.ts';
import { sheetColumns, sheetName } from '../portal-sheet/template.ts';
import { sampleQr, sampleXmlGuest } from './samples.ts';
import type { Below } from './seeded.ts';

export type FileFormat = 'xlsx' | 'xml' | 'qr';
/** A file of the guests with these numbers, changed on purpose. */
export type FileMutation = { readonly name: string; readonly keepsMeaning: boolean; readonly make: (numbers: readonly number[], below: Below) => Uint8Array };

const keeps = (name: string, make: FileMutation['make']): FileMutation => ({ name, keepsMeaning: true, make });
const breaks = (name: string, make: FileMutation['make']): FileMutation => ({ name, keepsMeaning: false, make });

const oddTexts: readonly string[] = ['', ' ', '\u0001', '\u202e', '💣', 'x'.repeat(5000), '9999-99-99', '31/02/2026', '0001', '=1+1', '<script>', 'ＡＢＣ', '-1', '1e309', '21 - ?', '٠٧٠', 'NaN', '_x0000_', '00/00/0000'];
const odd = (below: Below): string => oddTexts[below(oddTexts.length)] ?? '';

const flipped = (bytes: Uint8Array, below: Below): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  const at = below(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << below(8));
  return copy;
};
const cut = (bytes: Uint8Array, below: Below): Uint8Array => bytes.subarray(0, below(bytes.length));
const spliced = (bytes: Uint8Array, below: Below, ...insert: number[]): Uint8Array => {
  const at = below(bytes.length);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(insert), bytes.subarray(at)]);
};

type Changes = { readonly guest?: (guest: SheetCells) => SheetCells; readonly sheet?: Partial<SheetSpec>; readonly first?: number; readonly gap?: number };

const rowsOf = (numbers: readonly number[], { guest = (same) => same, first = 5, gap = 1 }: Changes): SheetSpec['rows'] =>
  Object.fromEntries(numbers.map((one, index) => [first + index * gap, cellsOf(guest(sheetGuest(one)))]));
const sheet = (numbers: readonly number[], changes: Changes = {}): Uint8Array => buildWorkbook({ sheets: [{ name: sheetName, rows: { ...head, ...rowsOf(numbers, changes) }, ...changes.sheet }] });

/** A column's cell of one guest, chosen by chance, as another one. */
const oneCell = (cell: (below: Below) => CellSpec | string | undefined): FileMutation['make'] => (numbers, below) => {
  const { field } = sheetColumns[1 + below(sheetColumns.length - 1)] ?? {};
  const chosen = numbers[below(numbers.length)];
  return sheet(numbers, { guest: (guest) => (field !== undefined && guest.stt === String(chosen) ? { ...guest, [field]: cell(below) } : guest) });
};

const shuffled = (numbers: readonly number[], below: Below): Uint8Array => {
  const order = sheetColumns.map((_, column) => column);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  const moved = (cells: Readonly<Record<string, CellSpec | string | number>>): Record<string, CellSpec | string | number> =>
    Object.fromEntries(order.flatMap((column, place) => { const cell = cells[columnLetter(column + 1)]; return cell === undefined ? [] : [[columnLetter(place + 1), cell] as const]; }));
  return buildWorkbook({ sheets: [{ name: 'Sheet1', rows: Object.fromEntries(Object.entries({ ...head, ...rowsOf(numbers, {}) }).map(([row, cells]) => [row, row === '1' ? cells : moved(cells)])) }] });
};

const serial = { birth: 33_008, arrival: 46_346, departure: 46_348 };
const textCells = (guest: SheetCells, cell: (text: string) => CellSpec): SheetCells => Object.fromEntries(Object.entries(guest).map(([field, value]) => [field, typeof value === 'string' ? cell(value) : value]));
const part = (numbers: readonly number[], name: string, change: (text: string) => string | Uint8Array): Uint8Array => {
  const parts = workbookParts({ sheets: [{ name: sheetName, rows: { ...head, ...rowsOf(numbers, {}) } }] });
  return zipParts({ ...parts, [name]: change(String(parts[name])) });
};
const sheetPart = 'xl/worksheets/sheet1.xml';
let bomb: Uint8Array | undefined;

const xlsx: readonly FileMutation[] = [
  keeps('as it is', (numbers) => sheet(numbers)),
  keeps('columns in another order', shuffled),
  keeps('real dates', (numbers) => sheet(numbers, { guest: (guest) => ({ ...guest, birthDate: number(serial.birth, styles.date), arrival: number(serial.arrival, styles.date), expectedDeparture: number(serial.departure, styles.dateTime) }) })),
  keeps('dates as ISO 8601', (numbers) => sheet(numbers, { guest: (guest) => ({ ...guest, birthDate: isoDate('1990-05-15'), arrival: isoDate('2026-11-20T00:00:00') }) })),
  keeps('dates as bare numbers', (numbers) => sheet(numbers, { guest: (guest) => ({ ...guest, arrival: number(serial.arrival) }) })),
  keeps('blank rows between', (numbers, below) => sheet(numbers, { gap: 2 + below(50) })),
  keeps('shared strings', (numbers) => sheet(numbers, { guest: (guest) => textCells(guest, shared) })),
  keeps('a shifted header', (numbers, below) => { const row = 4 + below(15); return buildWorkbook({ sheets: [{ name: sheetName, rows: { [row]: headerCells, [row + 1]: cellsOf(sheetGuest(0, { stt: 'Ví dụ' })), ...rowsOf(numbers, { first: row + 2 }) } }] }); }),
  keeps('prefixed names', (numbers) => sheet(numbers, { sheet: { prefix: 'x:' } })),
  keeps('decomposed Unicode', (numbers) => sheet(numbers, { guest: (guest) => Object.fromEntries(Object.entries(guest).map(([field, value]) => [field, typeof value === 'string' ? value.normalize('NFD') : value])) })),
  keeps('numbers for numbers', (numbers) => sheet(numbers, { guest: (guest) => ({ ...guest, room: number(101), phone: number(912_345_678), documentKind: number(1), reason: number(1), residenceStatus: number(1) }) })),
  keeps('formulas with values', (numbers) => sheet(numbers, { guest: (guest) => ({ ...guest, fullName: formula('B1', String(guest.fullName)) }) })),
  keeps('a room merged downwards', (numbers) => sheet(numbers, { sheet: { merges: ['P5:P7'] } })),
  breaks('a flipped bit', (numbers, below) => flipped(sheet(numbers), below)),
  breaks('cut off', (numbers, below) => cut(sheet(numbers), below)),
  breaks('a byte put in', (numbers, below) => spliced(sheet(numbers), below, below(256))),
  breaks('an odd text', oneCell(odd)),
  breaks('a number', oneCell((below) => number([0, -1, 1.5, 1e300, 45_000, 2_958_466, 60][below(7)] ?? 0, below(6)))),
  breaks('a cell left out', oneCell(() => undefined)),
  breaks('an error', oneCell(() => failed('#REF!'))),
  breaks('a formula without a value', oneCell(() => formula('A1'))),
  breaks('a header left out', (numbers, below) => buildWorkbook({ sheets: [{ name: sheetName, rows: { ...head, 3: Object.fromEntries(Object.entries(headerCells).filter(() => below(3) === 0)), ...rowsOf(numbers, {}) } }] })),
  breaks('guests from row 2', (numbers) => buildWorkbook({ sheets: [{ name: sheetName, rows: { 1: headerCells, ...rowsOf(numbers, { first: 2 }) } }] })),
  breaks('a DOCTYPE', (numbers) => part(numbers, sheetPart, (text) => text.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'))),
  breaks('a byte of a part', (numbers, below) => part(numbers, ['xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml', sheetPart][below(4)] ?? sheetPart, (text) => flipped(Buffer.from(text), below))),
  breaks('a part that is not there', (numbers, below) => { const parts = workbookParts({ sheets: [{ name: sheetName, rows: { ...head, ...rowsOf(numbers, {}) } }] }); delete parts[Object.keys(parts)[below(Object.keys(parts).length)] ?? '']; return zipParts(parts); }),
  breaks('a bomb', () => (bomb ??= zipParts({ ...workbookParts({ sheets: [{ name: 'x', rows: {} }] }), [sheetPart]: Buffer.alloc(9 * 2 ** 20, 0x20) }))),
  breaks('the old format', (_, below) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(below(2000))])),
];

type Child = readonly [name: string, text: string];
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const element = ([name, text]: Child): string => `<${name}>${escaped(text)}</${name}>`;
type Writing = { readonly child?: (child: Child) => string; readonly children?: (children: readonly Child[]) => readonly Child[]; readonly between?: string };
const xmlText = (numbers: readonly number[], { child = element, children = (same) => same, between = '\n' }: Writing = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${between}<KHAI_BAO_TAM_TRU>${numbers.map((one) => `${between}<THONG_TIN_KHACH>${children(Object.entries(sampleXmlGuest(one))).map((each) => between + child(each)).join('')}${between}</THONG_TIN_KHACH>`).join('')}${between}</KHAI_BAO_TAM_TRU>`;
const xmlBody = (numbers: readonly number[], writing?: Writing): Buffer => Buffer.from(xmlText(numbers, writing));
const oneChild = (change: (child: Child, below: Below) => readonly Child[]): FileMutation['make'] => (numbers, below) => {
  const chosen = below(12);
  return xmlBody(numbers, { children: (all) => all.flatMap((child, index) => (index === chosen ? change(child, below) : [child])) });
};

const xml: readonly FileMutation[] = [
  keeps('as it is', (numbers) => xmlBody(numbers)),
  keeps('CDATA', (numbers) => xmlBody(numbers, { child: ([name, text]) => `<${name}><![CDATA[${text}]]></${name}>` })),
  keeps('comments', (numbers) => xmlBody(numbers, { child: ([name, text]) => `<!-- ${name} --><${name}>${escaped(text)}<!-- x --></${name}>` })),
  keeps('attributes', (numbers) => xmlBody(numbers, { child: ([name, text]) => `<${name} b='2' a="1">${escaped(text)}</${name}>` })),
  keeps('no blanks', (numbers) => xmlBody(numbers, { between: '' })),
  keeps('CRLF and blanks', (numbers) => xmlBody(numbers, { between: '\r\n\t  ', child: ([name, text]) => `<${name}>\r\n ${escaped(text)} </${name}>` })),
  keeps('a byte-order mark', (numbers) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), xmlBody(numbers)])),
  keeps('children in another order', (numbers) => xmlBody(numbers, { children: (all) => [...all].reverse() })),
  keeps('an unknown child', (numbers) => xmlBody(numbers, { children: (all) => [...all, ['bien_so', '93A']] })),
  keeps('prefixed names', (numbers) => Buffer.from(xmlText(numbers).replaceAll(/<(\/?)(?=[a-zA-Z])/g, '<$1k:').replace('<k:KHAI_BAO_TAM_TRU', '<k:KHAI_BAO_TAM_TRU xmlns:k="urn:x"'))),
  breaks('an odd text', oneChild(([name], below) => [[name, odd(below)]])),
  breaks('a child left out', oneChild(() => [])),
  breaks('a child twice', oneChild((child, below) => [child, [child[0], odd(below)]])),
  breaks('a flipped bit', (numbers, below) => flipped(xmlBody(numbers), below)),
  breaks('cut off', (numbers, below) => cut(xmlBody(numbers), below)),
  breaks('a byte that is no UTF-8', (numbers, below) => spliced(xmlBody(numbers), below, 0xff)),
  breaks('a sign put in', (numbers, below) => spliced(xmlBody(numbers), below, '<>&"\''.charCodeAt(below(5)))),
  breaks('a DOCTYPE', (numbers) => Buffer.from(xmlText(numbers).replace('<KHAI', '<!DOCTYPE x [<!ENTITY ten SYSTEM "file:///etc/hostname">]><KHAI'))),
  breaks('an entity', (numbers) => Buffer.from(xmlText(numbers).replace('SAMPLE', '&ten;'))),
  breaks('UTF-16', (numbers) => Buffer.from(`\ufeff${xmlText(numbers)}`, 'utf16le')),
  breaks('depth', (_, below) => Buffer.from(`<KHAI_BAO_TAM_TRU>${'<a>'.repeat(below(5000))}`)),
];

const qrText = (numbers: readonly number[], line: (text: string, index: number) => string = (text) => text, end = '\n'): string => numbers.map((one, index) => line(sampleQr(one), index) + end).join('');
const oneField = (change: (fields: string[], at: number, below: Below) => void): FileMutation['make'] => (numbers, below) => {
  const at = below(7);
  return Buffer.from(qrText(numbers, (text, index) => {
    if (index > 0) return text;
    const fields = text.split('|');
    change(fields, at, below);
    return fields.join('|');
  }));
};

const qr: readonly FileMutation[] = [
  keeps('as it is', (numbers) => Buffer.from(qrText(numbers))),
  keeps('CRLF', (numbers) => Buffer.from(qrText(numbers, undefined, '\r\n'))),
  keeps('blank lines, none at the end', (numbers) => Buffer.from(`\n\n${qrText(numbers, undefined, '\n \n')}`.trimEnd())),
  keeps('more fields', (numbers) => Buffer.from(qrText(numbers, (text) => `${text}|NGUYỄN VĂN CHA||`))),
  keeps('a room', (numbers) => Buffer.from(qrText(numbers, (text) => `${text}\t305`))),
  keeps('no old number', (numbers) => Buffer.from(qrText(numbers, (text) => text.replace('|285123456|', '||')))),
  keeps('a byte-order mark', (numbers) => Buffer.from(`\ufeff${qrText(numbers)}`)),
  keeps('decomposed Unicode', (numbers) => Buffer.from(qrText(numbers).normalize('NFD'))),
  breaks('an odd field', oneField((fields, at, below) => { fields[at] = odd(below); })),
  breaks('a field left out', oneField((fields, at) => { fields.splice(at, 1); })),
  breaks('a flipped bit', (numbers, below) => flipped(Buffer.from(qrText(numbers)), below)),
  breaks('cut off', (numbers, below) => cut(Buffer.from(qrText(numbers)), below)),
  breaks('a byte that is no UTF-8', (numbers, below) => spliced(Buffer.from(qrText(numbers)), below, 0xc3, 0x28)),
  breaks('bars alone', (_, below) => Buffer.from('|'.repeat(below(100)))),
];

/** Changes of whole files, by format. */
export const fileMutations: Readonly<Record<FileFormat, readonly FileMutation[]>> = { xlsx, xml, qr };
