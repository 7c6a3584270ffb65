import { describe, expect, it } from 'vitest';
import { csvColumns } from './read/csv-columns.ts';
import { sampleStay } from './samples.ts';
import { dataOf, identityOf, prepare, prepareOne, told } from './take-in.fixture.ts';

const lines = (...records: unknown[]) => records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record)));
const header = csvColumns.map(([column]) => column).join(',');
const row = 'FD-1,0,Nguyễn Thị Bông,1990-05-15,F,VNM,cccd,070190204729,,,,0912345678,permanent,701,,12 đường Mẫu,2026-11-20T14:00:00+07:00,2026-11-22,,,101,tourism,,,,';

describe('a body of lines (NDJSON)', () => {
  it('gives one record a line, whatever ends it', async () => {
    for (const text of [lines(sampleStay(1), sampleStay(2)).join('\n'), `${lines(sampleStay(1), sampleStay(2)).join('\r\n')}\r\n`, `\ufeff${lines(sampleStay(1), '', sampleStay(2)).join('\n')}\n\n`]) {
      const { items } = await prepare('ndjson', text);
      expect(items.map(({ index, rejected }) => [index, rejected])).toEqual([[0, false], [1, false]]);
    }
  });

  it('refuses a cut-off last line as one record and keeps the others', async () => {
    const { items } = await prepare('ndjson', `${JSON.stringify(sampleStay())}\n{"ref":"FD-2","gue`);
    expect(items.map(({ at, rejected }) => [at, rejected])).toEqual([[{ line: 1 }, false], [{ line: 2 }, true]]);
    expect(told(items[1] as (typeof items)[number])).toEqual(['item.unreadable ']);
  });

  it('names the line that is not UTF-8', async () => {
    const { items } = await prepare('ndjson', Buffer.concat([Buffer.from(`${JSON.stringify(sampleStay())}\n{"a":"`), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]));
    expect(items.map(told)).toEqual([[], ['item.not-utf8 ']]);
  });

  it('counts blank lines as lines', async () => {
    const { items } = await prepare('ndjson', `\n\n${JSON.stringify(sampleStay())}\n`);
    expect(items[0]?.at).toEqual({ line: 3 });
  });
});

describe('a JSON array', () => {
  it('is refused as a whole when it cannot be read, without repeating what it holds', async () => {
    for (const text of ['', '[', '{"ref":"secret"}', '[{"ref":"secret",]', '"secret"', 'null']) {
      const refusal = await prepare('json', text).catch((error: unknown) => error as Error & { code: string });
      expect(refusal).toMatchObject({ code: 'request.unreadable' });
      expect((refusal as Error).message).not.toContain('secret');
    }
    await expect(prepare('json', Buffer.from([0x5b, 0xff, 0x5d]))).rejects.toMatchObject({ code: 'request.unreadable' });
    await expect(prepare('json', Buffer.from('\ufeff[]', 'utf16le'))).rejects.toMatchObject({ code: 'request.unreadable' });
  });

  it('is refused when it is empty, too long or holds a record that is too large', async () => {
    await expect(prepare('json', [])).rejects.toMatchObject({ code: 'batch.empty' });
    await expect(prepare('ndjson', '\n \n')).rejects.toMatchObject({ code: 'batch.empty' });
    await expect(prepare('json', new Array(50_001).fill(0))).rejects.toMatchObject({ code: 'batch.too-many-items' });
    await expect(prepare('ndjson', '0\n'.repeat(50_001))).rejects.toMatchObject({ code: 'batch.too-many-items' });
    await expect(prepare('json', [{ ...sampleStay(), note: 'x'.repeat(300_000) }])).rejects.toMatchObject({ code: 'item.too-large' });
    await expect(prepare('ndjson', JSON.stringify({ note: 'x'.repeat(300_000) }))).rejects.toMatchObject({ code: 'item.too-large' });
  });

  it('may hold anything: what is no object, or nested too deep, is one refused record', async () => {
    const { items } = await prepare('json', `[1,null,"x",[],${'['.repeat(20_000)}${']'.repeat(20_000)},{"ref":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}]`);
    expect(items.map(told)).toEqual([['item.not-an-object '], ['item.not-an-object '], ['item.not-an-object '], ['item.not-an-object '], ['item.unreadable '], ['item.unreadable ']]);
  });

  it('pollutes no prototype, and takes the last of two equal keys', async () => {
    const text = JSON.stringify([sampleStay()]).replace('[{', '[{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"room":"first",');
    const { items } = await prepare('json', text);
    expect(items[0]?.rejected).toBe(false);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(identityOf(items[0] as (typeof items)[number])).toMatchObject({ room: sampleStay()['room'] });
  });
});

describe('a table (CSV)', () => {
  it('with our header gives the same person and content as the record it stands for', async () => {
    const { items } = await prepare('csv', `${header}\n${row}`);
    const [item] = items as [(typeof items)[number]];
    const native = await prepareOne('json', { ref: 'FD-1', revision: 0, guest: { ...(sampleStay()['guest'] as object), document: { kind: 'cccd', number: '070190204729' } }, arrival: '2026-11-20 14:00', expectedDeparture: '2026-11-22', room: '101', reason: 'tourism' });
    expect(told(item)).toEqual([]);
    expect(item.at).toEqual({ line: 2 });
    expect([item.draft?.personKey, item.draft?.contentMac]).toEqual([native.draft?.personKey, native.draft?.contentMac]);
    expect(dataOf(item)['shape']).toBe('csv');
  });

  it('may begin with a mark, end lines with CRLF, divide by semicolons and quote line breaks', async () => {
    const quoted = row.replace('12 đường Mẫu', '"12 đường\r\nMẫu, lầu 2"');
    for (const text of [`\ufeff${header}\r\n${row}\r\n`, `${header}\n${quoted}\n${row.replace('FD-1', 'FD-2')}`, `${header}\n${row}`.replaceAll(',', ';'), `${header.toUpperCase()}\n\n${row}\n\n`]) {
      const { items } = await prepare('csv', text);
      expect(items.map(({ rejected }) => rejected)).toEqual(items.map(() => false));
    }
  });

  it('may lack optional columns; one that is not known is named in a warning on the first row', async () => {
    const text = 'ref,full_name,birth_date,sex,nationality,document_kind,document_number,arrival,room,reason,Ghi chú riêng\nA,Lê Mẫu,1990,nam,VNM,passport,C1234567,20/11/2026 14:00,1,tourism,x\nB,Lê Mẫu,1990,Nữ,VNM,passport,C1234568,2026-11-20,1,tourism,x';
    const { items } = await prepare('csv', text);
    expect(items.map(told)).toEqual([['field.unknown /Ghi chú riêng'], ['arrival.time-missing /arrival']]);
    expect(items[0]?.draft?.storedFaults).toEqual([{ pointer: '', code: 'field.unknown' }]);
  });

  it('names what a row lacks by the native item’s pointers, and refuses a cut-off last row alone', async () => {
    const { items } = await prepare('csv', `${header}\n${row.replace('Nguyễn Thị Bông', '')}\n${row}\nFD-3,0,Trần`);
    expect(items.map(told)).toEqual([['field.required /guest/fullName'], ['document.duplicate-in-request /guest/document/number'].slice(1), ['item.unreadable ']]);
    const quote = await prepare('csv', `${header}\n${row}\nFD-3,0,"Trần`);
    expect(quote.items.map(({ rejected, at }) => [rejected, at])).toEqual([[false, { line: 2 }], [true, { line: 3 }]]);
  });

  it('without a column we know is refused as a whole', async () => {
    await expect(prepare('csv', 'a,b\n1,2')).rejects.toMatchObject({ code: 'request.unreadable' });
    await expect(prepare('csv', header)).rejects.toMatchObject({ code: 'batch.empty' });
  });
});
