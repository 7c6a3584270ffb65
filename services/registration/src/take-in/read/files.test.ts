import { describe, expect, it } from 'vitest';
import { canonicalJson, sha256 } from '@da06/service-kit/canonical-json';
import { maxItemBytes } from '../limits.ts';
import { sampleQr, sampleShared, sampleXmlGuest } from '../samples.ts';
import { dataOf, identityOf, prepare, told } from '../take-in.fixture.ts';
import type { PreparedItem } from '../types.ts';

const guest = (changes: Record<string, string> = {}, number = 1): string => `<THONG_TIN_KHACH>\n${Object.entries({ ...sampleXmlGuest(number), ...changes }).map(([name, text]) => `<${name}>${text}</${name}>`).join('\n')}\n</THONG_TIN_KHACH>`;
const xml = (...guests: string[]): string => `<?xml version="1.0" encoding="UTF-8"?>\n<KHAI_BAO_TAM_TRU>\n${guests.join('\n')}\n</KHAI_BAO_TAM_TRU>`;
const take = async (...guests: string[]): Promise<readonly PreparedItem[]> => (await prepare('xml', xml(...guests))).items;
const takeOne = async (changes: Record<string, string> = {}): Promise<PreparedItem> => (await take(guest(changes)))[0] as PreparedItem;

describe('the portal’s XML', () => {
  it('is taken guest by guest, with the line of each and a derived reference', async () => {
    const items = await take(guest(), guest({}, 2));
    expect(items.map((item) => [item.at, told(item), /^k-/.test(item.ref)])).toEqual([[{ line: 3 }, [], true], [{ line: 17 }, [], true]]);
    const { groups, sets } = dataOf(items[0] as PreparedItem);
    expect(groups).toMatchObject({ nationality: 'GBR', sex: 'F', birthYear: 1985, person: { documentKind: 'passport', issuingState: 'GBR' }, permittedUntil: '2026-12-31T05:00:00.000Z' });
    for (const lacking of ['departure', 'reason', 'residence', 'notified', 'captured']) expect(sets).not.toContain(lacking);
    expect(items[0]?.hash).toBe(sha256(canonicalJson(sampleXmlGuest())));
  });

  it.each([['Y', '1985'], ['M', '1985-03'], ['D', '1985-03-02'], ['', '1985-03-02']])('takes a birth known to %s as %s', async (precision, birthDate) => {
    expect(identityOf(await takeOne({ ngay_sinh_dung_den: precision }))['guest']).toMatchObject({ birthDate });
  });

  it('takes the day a room was given back for the real departure', async () => {
    const item = await takeOne({ ngay_den: '18/11/2026 15:30', ngay_tra_phong: '20/11/2026 11:00' });
    expect(dataOf(item).sets).toContain('departure');
    expect(dataOf(item).groups['departure']).toBe('2026-11-20T04:00:00.000Z');
  });

  it.each([
    ['an unknown child', { bien_so: '93A' }, ['field.unknown /bien_so']],
    ['a precision nobody knows', { ngay_sinh_dung_den: 'Q' }, ['field.not-allowed-value /guest/birthDate']],
    ['a missing number', { so_ho_chieu: ' ' }, ['field.required /guest/document/number']],
    ['a child that holds elements', { ho_ten: '<b>JANE</b>' }, ['field.type /guest/fullName']],
  ] as [string, Record<string, string>, string[]][])('tells of %s', async (_, changes, faults) => expect(told(await takeOne(changes))).toEqual(faults));

  it('refuses a field that stands twice with different texts, and takes it twice the same', async () => {
    expect(told((await take(guest().replace('<so_phong>', '<gioi_tinh>M</gioi_tinh><so_phong>')))[0] as PreparedItem)).toEqual(['field.type /guest/sex']);
    expect(told((await take(guest().replace('<so_phong>', '<gioi_tinh>F</gioi_tinh><so_phong>')))[0] as PreparedItem)).toEqual([]);
  });

  it('reads through marks, prefixes, comments, CDATA and the standard’s entities', async () => {
    const [plain] = await take(guest({ ho_ten: 'A &amp; B' }));
    const dressed = xml(guest({ ho_ten: '<!-- x --><![CDATA[A & ]]><!-- y -->&#66;' })).replaceAll(/<(\/?)(?=[a-zA-Z])/g, '<$1k:').replace('<k:KHAI_BAO_TAM_TRU', '<k:KHAI_BAO_TAM_TRU xmlns:k="urn:x"');
    const { items } = await prepare('xml', `\ufeff${dressed}`);
    expect(items.map(({ hash, ref }) => [hash, ref])).toEqual([[plain?.hash, plain?.ref]]);
  });

  it.each([
    ['another root', '<x/>', 'xml.root-unknown'],
    ['no guest', xml(), 'batch.empty'],
    ['nothing', '', 'batch.empty'],
    ['a text alone', 'ref,room', 'request.unreadable'],
    ['a file cut off', xml(guest()).slice(0, -30), 'request.unreadable'],
    ['elements that cross', xml(guest()).replace('</ho_ten>', '</hoten>'), 'request.unreadable'],
    ['an entity of its own', xml(guest({ ho_ten: '&ten;' })), 'request.unreadable'],
    ['another encoding', xml(guest()).replace('UTF-8', 'windows-1258'), 'request.unreadable'],
    ['a DOCTYPE', xml(guest()).replace('<KHAI', '<!DOCTYPE x [<!ENTITY ten SYSTEM "file:///etc/hostname">]><KHAI'), 'xml.doctype-refused'],
    ['a billion laughs', xml(guest()).replace('<KHAI', `<!DOCTYPE x [${Array.from({ length: 10 }, (_, index) => `<!ENTITY e${index} "${`&e${index - 1};`.repeat(10)}">`).join('')}]><KHAI`), 'xml.doctype-refused'],
    ['a DOCTYPE that does not end', '<!DOCTYPE x [', 'xml.doctype-refused'],
    ['a guest larger than a record may be', xml(guest({ ghi_chu: 'x'.repeat(maxItemBytes) })), 'item.too-large'],
    ['elements nested without end', `<KHAI_BAO_TAM_TRU>${'<a>'.repeat(100_000)}`, 'request.unreadable'],
    ['elements nested too deep', xml(guest({ ghi_chu: `${'<a>'.repeat(100)}${'</a>'.repeat(100)}` })), 'request.unreadable'],
    ['more guests than a batch may have', xml('<THONG_TIN_KHACH/>'.repeat(50_001)), 'batch.too-many-items'],
  ])('is refused whole for %s', async (_, text, code) => {
    await expect(prepare('xml', text)).rejects.toMatchObject({ code });
  });

  it('says in which line it cannot be read, without repeating it', async () => {
    await expect(prepare('xml', xml(guest(), guest({ ho_ten: 'BÍ MẬT <' })))).rejects.toMatchObject({ detail: expect.stringMatching(/^Line 1[89]: [^Í]*$/) as string });
    await expect(prepare('xml', Buffer.from(`\ufeff${xml(guest())}`, 'utf16le'))).rejects.toMatchObject({ detail: expect.stringContaining('UTF-16') as string });
  });
});

describe('a list of QR texts', () => {
  it('is taken line by line, with what the address says of all', async () => {
    const { items, shape } = await prepare('qr', `\ufeff${sampleQr(1)}\r\n\r\n${sampleQr(2)}\t305\n`);
    expect([shape, items.map((item) => [item.at, told(item)])]).toEqual(['qr', [[{ line: 1 }, []], [{ line: 3 }, []]]]);
    const { groups, sets } = dataOf(items[1] as PreparedItem);
    expect(groups).toMatchObject({ captured: 'qr', reason: 'tourism', sex: 'F', residence: { province: '713', status: 'permanent' } });
    expect(sets).not.toEqual(expect.arrayContaining(['departure']));
    expect(identityOf(items[1] as PreparedItem)).toMatchObject({ room: '305', cardIssuedOn: '2021-07-01' });
    expect(items[0]?.hash).toBe(sha256(canonicalJson({ qr: sampleQr(1), ...sampleShared, captured: 'qr' })));
    expect(items.every(({ draft }) => draft?.link !== undefined)).toBe(true);
  });

  it('takes an empty old number, and fields that newer cards append', async () => {
    const { items } = await prepare('qr', `${sampleQr(1).replace('|285123456|', '||')}\n${sampleQr(2)}|NGUYỄN VĂN CHA|TRẦN THỊ MẸ||\n`);
    expect(items.map((item) => [told(item), item.draft?.link === undefined])).toEqual([[[], true], [[], false]]);
  });

  it('reads the address with the names of the card’s day', async () => {
    const of = async (issued: string, place = 'Tỉnh Bình Phước'): Promise<unknown[]> => {
      const { items } = await prepare('qr', sampleQr(1).replace('Bình Phước', place).replace('01072021', issued));
      return [(dataOf(items[0] as PreparedItem).groups['residence'] as { province: string }).province, told(items[0] as PreparedItem)];
    };
    expect(await of('01072021')).toEqual(['713', []]);
    expect(await of('30062025', 'TP. Bình Phước')).toEqual(['713', []]);
    expect(await of('01072025')).toEqual(['713', ['residence.province-former /qr']]);
    expect(await of('')).toEqual(['713', ['residence.province-former /qr']]);
    expect(await of('01012022', 'Thừa Thiên Huế, Việt Nam')).toEqual(['411', []]);
    expect(await of('01022025', 'Thừa Thiên Huế')).toEqual(['411', ['residence.province-former /qr']]);
    expect(await of('01022026', 'Đồng Nai')).toEqual(['713', []]);
  });

  it('refuses a line that is none alone', async () => {
    const { items } = await prepare('qr', `${sampleQr(1)}\n070190123457|x\n`);
    expect(items.map((item) => told(item))).toEqual([[], ['qr.format /qr']]);
    await expect(prepare('qr', '\r\n \n')).rejects.toMatchObject({ code: 'batch.empty' });
    await expect(prepare('qr', Buffer.from([0x30, 0xff]))).rejects.toMatchObject({ code: 'request.unreadable' });
    await expect(prepare('qr', 'x\n'.repeat(50_001))).rejects.toMatchObject({ code: 'batch.too-many-items' });
  });
});
