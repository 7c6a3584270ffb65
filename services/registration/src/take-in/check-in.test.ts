import { codes } from '@da06/errors';
import { StayCheckedInData, parseEvent } from '@da06/events';
import { describe, expect, it } from 'vitest';
import { sampleContext, sampleStay } from './samples.ts';
import { dataOf, identityOf, prepare, prepareOne, told } from './take-in.fixture.ts';

type Stay = ReturnType<typeof sampleStay> & { guest: Record<string, unknown> & { document: Record<string, unknown> } };
const stay = (change: (stay: Stay) => void = () => undefined): Stay => {
  const made = structuredClone(sampleStay()) as Stay;
  change(made);
  return made;
};
const toldOf = async (change: (stay: Stay) => void) => told(await prepareOne('put', stay(change), {}, stay(change)['ref'] as string));
const at = (receivedAt: string) => ({ receivedAt: Date.parse(receivedAt) });

describe('a stay', () => {
  it('that is whole becomes a draft without a fault, whose data fit the event’s schema', async () => {
    const item = await prepareOne('json', stay());
    expect(told(item)).toEqual([]);
    const data = { ...dataOf(item), revision: 0, faults: item.draft?.storedFaults, yields: [] };
    expect(StayCheckedInData.strict().safeParse(data)).toMatchObject({ success: true });
    const event = { specversion: '1.0', id: '0197a3b0-0000-7000-8000-000000000000', source: '/x', type: item.draft?.type, subject: 'ks-mau-01/FD', time: item.draft?.time, datacontenttype: 'application/json', recordedtime: item.draft?.time, sequence: '0'.repeat(16), actor: 'k', data };
    expect(parseEvent(Buffer.from(JSON.stringify(event)))).toMatchObject({ ok: true });
  });

  it('keeps name, number, phone, address, birth day, note and room out of what is stored in clear', async () => {
    const item = await prepareOne('json', stay((s) => { s['note'] = 'allergic'; s['reasonText'] = 'wedding'; s['room'] = 'P-777'; }));
    const clear = JSON.stringify({ ...dataOf(item), sealed: undefined, storedFaults: item.draft?.storedFaults });
    for (const secret of ['Nguyễn', 'Bông', stay().guest.document['number'] as string, '912345678', 'Mẫu', '05-15', 'allergic', 'wedding', 'P-777']) expect(clear).not.toContain(secret);
    expect(identityOf(item)).toMatchObject({ guest: { fullName: 'Nguyễn Thị Bông', birthDate: '1990-05-15', phone: '+84912345678' }, note: 'allergic', reasonText: 'wedding', room: 'P-777' });
  });

  it('is refused with every fault named at once', async () => {
    const item = await prepareOne('json', { ref: 'a b', guest: { fullName: '123', birthDate: '1990-13-01', sex: 'Q', nationality: 'Atlantis', document: { kind: 'cccd', number: '12' } }, arrival: 'soon', reason: 'fun' });
    expect(told(item).sort()).toEqual([
      'birth-date.format /guest/birthDate', 'date.format /arrival', 'document.cccd-format /guest/document/number', 'name.format /guest/fullName', 'nationality.unknown /guest/nationality',
      'reason.unknown /reason', 'ref.format /ref', 'room.required /room', 'sex.unknown /guest/sex',
    ]);
    expect(item).toMatchObject({ rejected: true });
    expect(item.faults[0]).toMatchObject({ severity: 'reject', vi: expect.any(String) as string, en: expect.any(String) as string });
  });

  it('needs exactly the fields of the contract', async () => {
    expect(told(await prepareOne('json', { room: '1' })).sort()).toEqual(
      ['/arrival', '/guest/birthDate', '/guest/document/kind', '/guest/document/number', '/guest/fullName', '/guest/nationality', '/guest/sex', '/reason', '/ref'].map((pointer) => `field.required ${pointer}`),
    );
  });

  it('that is bad leaves its nine neighbours as they are', async () => {
    const { items } = await prepare('json', Array.from({ length: 10 }, (_, index) => ({ ...sampleStay(index), ...(index === 4 ? { arrival: null } : {}) })));
    expect(items.filter(({ rejected }) => rejected).map(({ index }) => index)).toEqual([4]);
  });

  it('needs a room only where the kind of facility asks for one', async () => {
    const household = { ...sampleContext.facility, versions: [{ ...sampleContext.facility.versions[0], kind: 'household' }] } as typeof sampleContext.facility;
    expect(told(await prepareOne('json', stay((s) => delete s['room'])))).toEqual(['room.required /room']);
    expect(told(await prepareOne('json', stay((s) => delete s['room']), { facility: household }))).toEqual([]);
  });

  it('names departure only if the record has that key', async () => {
    expect((await prepareOne('json', stay())).draft?.sets).toContain('departure');
    expect((await prepareOne('json', stay((s) => delete s['departure']))).draft?.sets).not.toContain('departure');
  });

  it('is warned of, never refused, when it is late, stale or odd', async () => {
    const cases: [(s: Stay) => void, string][] = [
      [(s) => { s['arrival'] = '2026-11-01T14:00:00+07:00'; s['expectedDeparture'] = null; }, 'arrival.stale /arrival'],
      [(s) => { s['arrival'] = '2026-11-20'; }, 'arrival.time-missing /arrival'],
      [(s) => { s['arrival'] = '2026-11-21T14:00:00'; }, 'arrival.future /arrival'],
      [(s) => { s['arrival'] = '2026-11-10T14:00:00'; s['expectedDeparture'] = '2026-11-12'; }, 'expected-departure.past /expectedDeparture'],
      [(s) => { s['expectedDeparture'] = '2026-12-25'; }, 'stay.over-30-days /expectedDeparture'],
      [(s) => { s['permittedUntil'] = '2026-11-19'; }, 'permitted-until.past /permittedUntil'],
      [(s) => { s['departure'] = '2026-11-21T09:00:00+07:00'; }, 'departure.future /departure'],
      [(s) => { s['notifiedAt'] = '2026-11-20T21:00:00+07:00'; }, 'notified.future /notifiedAt'],
      [(s) => { s['reason'] = 'other'; }, 'reason.text-missing /reasonText'],
      [(s) => { s.guest['phone'] = '123'; }, 'phone.format /guest/phone'],
      [(s) => { (s.guest['residence'] as Record<string, unknown>)['province'] = 'Atlantis'; }, 'residence.province-unknown /guest/residence/province'],
      [(s) => { (s.guest['residence'] as Record<string, unknown>)['ward'] = '101900070'; }, 'residence.ward-not-in-province /guest/residence/ward'],
      [(s) => { s.guest['sex'] = 'M'; }, 'document.cccd-sex-mismatch /guest/sex'],
      [(s) => { s.guest['birthDate'] = '1991'; }, 'document.cccd-birth-year-mismatch /guest/birthDate'],
      [(s) => { s['extra'] = 1; }, 'field.unknown /extra'],
      [(s) => { s['room'] = 12; }, 'field.number-as-text /room'],
      [(s) => { s['note'] = 'a\u0007b'; }, 'field.control-character /note'],
    ];
    for (const [change, expected] of cases) {
      const item = await prepareOne('json', stay(change));
      expect(told(item), expected).toContain(expected);
      expect(item.rejected, expected).toBe(false);
    }
  });

  it('is refused where its times cannot be', async () => {
    expect(await toldOf((s) => { s['expectedDeparture'] = '2026-11-19'; })).toContain('expected-departure.before-arrival /expectedDeparture');
    expect(await toldOf((s) => { s['departure'] = '2026-11-20T13:00:00+07:00'; })).toContain('departure.before-arrival /departure');
    expect(await toldOf((s) => { s['arrival'] = '1998-01-01'; })).toContain('arrival.out-of-range /arrival');
    expect(await toldOf((s) => { s.guest['birthDate'] = '2027-01-01'; })).toContain('birth-date.future /guest/birthDate');
    expect(await toldOf((s) => { s.guest['birthDate'] = '1880'; })).toContain('birth-date.over-120 /guest/birthDate');
  });

  it('is late from the legal deadline on, unless it was told in time', async () => {
    const lateness = async (receivedAt: string, notifiedAt: string | null) => {
      const { draft } = await prepareOne('json', stay((s) => { s['notifiedAt'] = notifiedAt; }), at(receivedAt));
      return [draft?.late, draft?.syncedLate];
    };
    expect(await lateness('2026-11-20T22:59:59+07:00', null)).toEqual([false, false]);
    expect(await lateness('2026-11-20T23:00:00+07:00', null)).toEqual([true, false]);
    expect(await lateness('2026-11-22T23:00:00+07:00', '2026-11-20T22:00:00+07:00')).toEqual([false, true]);
  });

  it('keeps a naive time and the same time with its offset as one content', async () => {
    const [naive, offset, zulu] = await Promise.all(['2026-11-20 14:00:00', '2026-11-20T14:00:00+07:00', '2026-11-20T07:00:00Z'].map((arrival) => prepareOne('json', stay((s) => { s['arrival'] = arrival; }))));
    expect(naive?.draft?.contentMac).toBe(offset?.draft?.contentMac);
    expect(zulu?.draft?.contentMac).toBe(offset?.draft?.contentMac);
  });

  it('has the same content whatever its revision, and another when a value differs', async () => {
    const mac = async (change: (s: Stay) => void) => (await prepareOne('json', stay(change))).draft?.contentMac;
    const plain = await mac(() => undefined);
    expect(await mac((s) => { s['revision'] = 3; })).toBe(plain);
    for (const change of [(s: Stay) => { s['note'] = 'x'; }, (s: Stay) => { s['room'] = '999'; }, (s: Stay) => { s['expectedDeparture'] = null; }, (s: Stay) => { s.guest['phone'] = null; }]) expect(await mac(change)).not.toBe(plain);
  });

  it('gets a date alone as its departure counted to noon, so that the night before is a night', async () => {
    const { draft } = await prepareOne('json', stay((s) => { s['expectedDeparture'] = '2026-11-22'; }));
    expect(draft?.expectedAt).toBe(Date.parse('2026-11-22T12:00:00+07:00'));
  });

  it('gets its unit of the day of arrival, and a warning where that unit or the facility was not valid then', async () => {
    const facility = { ...sampleContext.facility, closedOn: '2026-11-19' };
    expect(told(await prepareOne('json', stay(), { facility }))).toEqual(['facility.closed /arrival']);
    expect(told(await prepareOne('json', stay((s) => { s['arrival'] = '2025-03-01T14:00:00'; s['expectedDeparture'] = null; })))).toEqual(['arrival.stale /arrival', 'unit.not-valid-then /arrival', 'facility.not-yet-valid /arrival']);
  });

  it('may not have the guest’s number or phone for a reference', async () => {
    const number = stay().guest.document['number'] as string;
    for (const ref of [number, `X-${number}`, number.slice(1), '0912345678', 'A.84912345678', '912345678-1']) expect(told(await prepareOne('json', stay((s) => { s['ref'] = ref; }))), ref).toContain('ref.personal /ref');
    expect(told(await prepareOne('put', stay((s) => delete s['ref']), {}, number))).toContain('ref.personal /ref');
  });

  it('sent to one address with the reference of another is refused', async () => {
    expect(told(await prepareOne('put', stay(), {}, 'OTHER-1'))).toEqual(['ref.mismatch /ref']);
    expect((await prepareOne('put', stay((s) => delete s['ref']), {}, 'OTHER-1')).draft?.ref).toBe('OTHER-1');
  });

  it('with an 11-digit number gets its zero back only if the number then passes its checks', async () => {
    const number = stay().guest.document['number'] as string;
    const whole = await prepareOne('json', stay());
    const restored = await prepareOne('json', stay((s) => { s.guest.document['number'] = number.slice(1); }));
    expect(told(restored)).toEqual(['document.lost-zero-restored /guest/document/number']);
    expect(restored.draft?.personKey).toBe(whole.draft?.personKey);
    const asNumber = await prepareOne('json', stay((s) => { s.guest.document['number'] = Number(number); }));
    expect(told(asNumber)).toEqual(['field.number-as-text /guest/document/number', 'document.lost-zero-restored /guest/document/number']);
    expect(told(await prepareOne('json', stay((s) => { s.guest.document['number'] = number.slice(1); s.guest['sex'] = 'M'; })))).toContain('document.cccd-format /guest/document/number');
  });

  it('links two numbers of one person when it names both', async () => {
    const item = await prepareOne('json', stay((s) => { s.guest.document['formerNumber'] = '285 123 456'; }));
    const cmnd = await prepareOne('json', stay((s) => { s.guest.document = { kind: 'cmnd', number: '285123456' }; }));
    expect(item.draft?.link).toEqual({ cccdKey: item.draft?.personKey, cmndKey: cmnd.draft?.personKey });
  });

  it('of a passport is keyed by its issuing state, the document alone by its number', async () => {
    const passport = (state: string) => prepareOne('json', stay((s) => { s.guest['nationality'] = state; s.guest.document = { kind: 'passport', number: 'C01234567' }; }));
    const [german, korean] = [await passport('D'), await passport('KOR')];
    expect(dataOf(german).groups).toMatchObject({ nationality: 'DEU', person: { issuingState: 'DEU' } });
    expect(german.draft?.personKey).not.toBe(korean.draft?.personKey);
    expect(german.draft?.documentKey).toBe(korean.draft?.documentKey);
  });

  it('warns of a document that stands twice in a request under two references', async () => {
    const { items } = await prepare('json', [stay(), stay((s) => { s['ref'] = 'FD-2'; s['room'] = '102'; }), stay()]);
    expect(items.map(told)).toEqual([[], ['document.duplicate-in-request /guest/document/number'], []]);
    expect(items[1]?.draft?.storedFaults).toEqual([{ pointer: '/guest/document/number', code: 'document.duplicate-in-request' }]);
  });

  it('stores no key of the sender’s own making', async () => {
    const item = await prepareOne('json', { ...stay(), '070190123456': 'x', guest: { ...stay().guest, 'Nguyễn Văn A': 1 } });
    expect(item.draft?.storedFaults).toEqual([{ pointer: '', code: 'field.unknown' }, { pointer: '/guest', code: 'field.unknown' }]);
    expect(told(item)).toEqual(['field.unknown /070190123456', 'field.unknown /guest/Nguyễn Văn A']);
  });
});

describe('the text of a QR code', () => {
  const qr = '070190123457|285123456|Nguyễn Thị Bông|15051990|Nữ|Ấp 1, Tân Khai, Hớn Quản, Bình Phước|01062021';
  it('stands for the guest, links the old number and derives a reference where there is none', async () => {
    const item = await prepareOne('json', { qr, arrival: '2026-11-20T14:00:00+07:00', room: '1', reason: 'visit' });
    expect(told(item).filter((fault) => !fault.startsWith('residence.'))).toEqual([]);
    expect(item.ref).toMatch(/^k-[a-z2-7]{20}$/);
    expect(item.draft?.link).toBeDefined();
    expect(identityOf(item)).toMatchObject({ cardIssuedOn: '2021-06-01', guest: { birthDate: '1990-05-15', residence: { address: 'Ấp 1, Tân Khai, Hớn Quản, Bình Phước' } } });
    expect(dataOf(item).groups).toMatchObject({ captured: 'qr', sex: 'F', nationality: 'VNM' });
  });

  it('may have more fields, and is refused with one fault when it is none', async () => {
    expect((await prepareOne('json', { ref: 'A', qr: `${qr}|more|fields`, arrival: '2026-11-20T14:00:00', room: '1', reason: 'visit' })).rejected).toBe(false);
    expect(told(await prepareOne('json', { ref: 'A', qr: 'https://example.org', arrival: '2026-11-20T14:00:00', room: '1', reason: 'visit' }))).toEqual(['qr.format /qr']);
  });
});

describe('the severity of a fault', () => {
  it('alone decides whether a record is refused', async () => {
    const { items } = await prepare('json', [stay(), stay((s) => { s['arrival'] = '2026-11-20'; }), stay((s) => { s.guest['sex'] = '?'; })]);
    for (const { faults, rejected, draft } of items) {
      expect(rejected).toBe(faults.some(({ code }) => codes[code].severity === 'reject'));
      expect(draft === undefined).toBe(rejected);
    }
  });
});
