import { AppError } from '@da06/errors';
import { strToU8, zipSync } from 'fflate';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createBudget, workbookLimits } from './budget.ts';
import { readWorkbook } from './workbook.ts';
import { buildWorkbook, workbookParts, zipParts } from './build-workbook.ts';

const choice = { name: 'A', isWanted: () => true, headRows: 20, mostRows: 50_020 };
const sheet = { name: 'A', rows: { 1: { A: 'x' } } };
const parts = (changed: Record<string, string | Uint8Array>): Uint8Array => zipParts(workbookParts({ sheets: [sheet], parts: changed }));
const sheetOf = (inner: string): Uint8Array => parts({ 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${inner}</sheetData></worksheet>` });

/** Code of the refusal, seconds it took and MiB that the process grew by meanwhile. */
const refusal = async (bytes: Uint8Array): Promise<{ code: unknown; seconds: number; grown: number }> => {
  const [started, before] = [performance.now(), process.memoryUsage.rss()];
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const outcome = await readWorkbook(bytes, choice).then(() => 'read', (error: unknown) => (error as { code?: unknown }).code ?? error);
  clearInterval(timer);
  return { code: outcome, seconds: (performance.now() - started) / 1000, grown: (Math.max(peak, process.memoryUsage.rss()) - before) / 2 ** 20 };
};
const codeOf = async (bytes: Uint8Array): Promise<unknown> => (await refusal(bytes)).code;

describe('a file that is no workbook', () => {
  const whole = buildWorkbook({ sheets: [sheet] });
  it('is told apart by its kind', async () => {
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(await codeOf(compound)).toBe('workbook.old-format');
    expect(await codeOf(Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('workbook.encrypted');
    expect(await codeOf(zipSync({ 'a.txt': strToU8('x') }))).toBe('workbook.unreadable');
    for (const bytes of [Buffer.alloc(0), Buffer.from('STT,HỌ TÊN'), Buffer.from('PK'), whole.subarray(0, whole.length - 30), whole.subarray(0, 200)]) expect(await codeOf(bytes)).toBe('workbook.unreadable');
  });

  it('or is broken in any of its bytes is refused, or read, and fails nothing', async () => {
    for (let at = 0; at < whole.length; at += 7) {
      const broken = Uint8Array.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 0x55;
      expect(await codeOf(broken)).toMatch(/^(?:read|workbook\.[a-z-]+|xml\.doctype-refused)$/);
    }
  });

  it.each([
    ['not well-formed', '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></row>'],
    ['cut off', '<worksheet><sheetData><row r="1"><c r="A1"><v>1'],
    ['with rows that go back', '<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>'],
    ['with a cell nowhere', '<worksheet><sheetData><row r="1"><c r="?"><v>1</v></c></row></sheetData></worksheet>'],
    ['in UTF-16 by its own word', '<?xml version="1.0" encoding="UTF-16"?><worksheet/>'],
    ['with an unknown entity', '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&lol;</v></c></row></sheetData></worksheet>'],
    ['nested without end', `${'<a>'.repeat(500)}${'</a>'.repeat(500)}`],
    ['with attributes without end', `<worksheet ${Array.from({ length: 5000 }, (_, index) => `a${index}="1"`).join(' ')}/>`],
    ['with a name without end', `<${'a'.repeat(300_000)}/>`],
  ])('is refused when its sheet is %s', async (_, xml) => expect(await codeOf(parts({ 'xl/worksheets/sheet1.xml': xml }))).toBe('workbook.unreadable'));
});

describe('a DOCTYPE', () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, index) => `<!ENTITY b${index} "${`&${index === 0 ? 'a' : `b${index - 1}`};`.repeat(10)}">`).join('')}]>`;
  const external = '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>';
  it.each(['xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels'])('is refused in %s', async (name) => {
    for (const doctype of [laughs, external, '<!DOCTYPE x>', '<!doctype x SYSTEM "x"', `<!DOCTYPE x [<!-- ${'x'.repeat(200_000)}`]) expect(await codeOf(parts({ [name]: `<?xml version="1.0"?>${doctype}<worksheet>&b8;&file;</worksheet>` }))).toBe('xml.doctype-refused');
  });
});

describe('a bomb', () => {
  const quick = { seconds: 30, grown: 220 };
  const check = async (bytes: Uint8Array, code: string): Promise<void> => {
    const found = await refusal(bytes);
    expect(found.code).toBe(code);
    expect([found.seconds < quick.seconds, found.grown < quick.grown]).toEqual([true, true]);
  };
  /** Texts that pack badly enough to pass the look at their ratio. */
  const varied = (rows: number, length: number): Uint8Array => Buffer.from(`<worksheet><sheetData>${Array.from({ length: rows }, () => `<row><c t="str"><v>${randomBytes(length / 2).toString('hex')}</v></c></row>`).join('')}`);
  const repeated = (piece: string, times: number): Uint8Array => Buffer.from(`<worksheet><sheetData>${piece.repeat(times)}`);

  it('of blanks that inflate a thousandfold is stopped by what comes out', { timeout: 60_000 }, () => check(parts({ 'xl/worksheets/sheet1.xml': Buffer.concat([Buffer.from('<worksheet>'), Buffer.alloc(16 * 2 ** 20, 0x20)]) }), 'workbook.too-large'));
  it('is counted over all parts together', () => {
    const budget = createBudget();
    const part = { inflated: 2 ** 20, packed: 2 ** 19 };
    for (let bytes = 0; bytes < workbookLimits.inflatedBytes; bytes += 2 ** 20) budget.inflated(2 ** 20, part);
    expect(() => budget.inflated(1, part)).toThrowError(AppError);
  });
  it('of blank rows is stopped', { timeout: 60_000 }, () => check(parts({ 'xl/worksheets/sheet1.xml': repeated('<row/>', 1_048_577) }), 'workbook.unreadable'));
  it('of rows is stopped at the most records', { timeout: 60_000 }, () => check(parts({ 'xl/worksheets/sheet1.xml': repeated('<row><c><v>1</v></c></row>', 60_000) }), 'batch.too-many-items'));
  it('of texts is stopped by what is kept', { timeout: 60_000 }, () => check(parts({ 'xl/worksheets/sheet1.xml': varied(1_200, 30_000) }), 'workbook.too-large'));
  it('of shared strings is stopped', { timeout: 60_000 }, () => check(parts({ 'xl/sharedStrings.xml': Buffer.from(`<sst>${'<si/>'.repeat(3_000_000)}</sst>`) }), 'workbook.too-large'));
  it('of one long shared string in every cell costs what the string costs', { timeout: 60_000 }, async () => {
    const found = await refusal(parts({ 'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(32_767)}</t></si></sst>`, 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(40_000)}</sheetData></worksheet>` }));
    expect([found.code, found.grown < quick.grown]).toEqual(['read', true]);
  });
  it('of many parts is stopped', { timeout: 60_000 }, () => check(zipSync(Object.fromEntries(Array.from({ length: 2_100 }, (_, index) => [`f${index}`, new Uint8Array(0)]))), 'workbook.too-large'));
  it('of merged cells is stopped', { timeout: 60_000 }, () => check(parts({ 'xl/worksheets/sheet1.xml': `<worksheet><sheetData/><mergeCells>${'<mergeCell ref="A1:A2"/>'.repeat(100_001)}</mergeCells></worksheet>` }), 'workbook.too-large'));

  it('that lies about its size is stopped where the lie shows', async () => {
    const bytes = Buffer.from(sheetOf('<row><c><v>1</v></c></row>'));
    const name = Buffer.from('xl/worksheets/sheet1.xml');
    const central = bytes.lastIndexOf(name) - 46;
    for (const size of [1, 10, 0xffff_fff0]) {
      const lying = Buffer.from(bytes);
      lying.writeUInt32LE(size, central + 24);
      expect(await codeOf(lying)).toBe('workbook.unreadable');
    }
  });

  it('of archives in the archive is never unpacked', async () => {
    const inner = zipParts({ 'bomb.xml': Buffer.alloc(20 * 2 ** 20) });
    expect((await refusal(parts({ 'xl/media/inner.zip': inner, 'xl/worksheets/sheet9.xml': Buffer.alloc(40 * 2 ** 20) }))).code).toBe('read');
  });
});
