import { WorkerDeclaredData } from '@da06/events';
import { describe, expect, it } from 'vitest';
import { dataOf, identityOf, told } from '../take-in.fixture.ts';
import { refusals, resident, worker } from './register.fixture.ts';

const jobless = { position: undefined, occupation: undefined, industry: undefined, contract: undefined, unemploymentInsurance: undefined };

describe('a record of the register of workers', () => {
  it('becomes an event of the person’s working life', async () => {
    const item = await worker();
    expect(told(item)).toEqual([]);
    const data = { ...dataOf(item), revision: 0, faults: [] };
    expect(WorkerDeclaredData.strict().safeParse(data).error).toBeUndefined();
    expect(data).toMatchObject({
      register: 'workers', status: 'employed', position: 'employee', occupation: '83', industry: { scheme: 'vsic-2018', code: 'C', section2018: 'C', section2025: 'C', exact: true }, contract: 'indefinite',
      socialInsurance: 'compulsory', unemploymentInsurance: 'yes', training: 'elementary', unemployedSince: '',
    });
    expect(item.draft?.registrationNumber).toMatch(/^LD/);
    expect(identityOf(item)).toEqual({ person: { fullName: 'Thị Mẫu', birthDate: '1990-05-15', document: { kind: 'cccd', number: '070190204729', issuingState: 'VNM' }, phone: '+84912345678' }, note: 'mẫu' });
  });

  it('has the person of the register of residents', async () => {
    expect((await worker()).draft?.personKey).toBe((await resident('permanent')).draft?.personKey);
    expect((await worker()).draft?.registrationNumber.slice(2)).not.toBe((await resident('permanent', { ref: 'LD-2026-000001' })).draft?.registrationNumber.slice(2));
  });

  it('has the sections of both classifications, and says where the code alone does not decide them', async () => {
    const industryOf = async (scheme: string, code: string) => dataOf(await worker({ industry: { scheme, code } }))['industry'];
    expect(await industryOf('vsic-2018', '64190')).toEqual({ scheme: 'vsic-2018', code: '64190', section2018: 'K', section2025: 'L', exact: true });
    expect(await industryOf('vsic-2025', 'k')).toEqual({ scheme: 'vsic-2025', code: 'K', section2018: 'J', section2025: 'K', exact: true });
    expect(await industryOf('vsic-2018', 'J')).toMatchObject({ section2018: 'J', exact: false });
    expect(await industryOf('', '')).toEqual({ scheme: '', code: '', section2018: '', section2025: '', exact: true });
  });

  it('without work tells since when; what belongs to work is passed over', async () => {
    const item = await worker({ status: 'unemployed', ...jobless, unemployedSince: '2026-08-01' });
    expect(told(item)).toEqual([]);
    expect(dataOf(item)).toMatchObject({ status: 'unemployed', position: '', occupation: '', industry: { scheme: '', code: '', section2018: '', section2025: '', exact: true }, contract: '', unemployedSince: '2026-08-01' });
    expect(told(await worker({ status: 'inactive', ...jobless, occupation: '83' }))).toEqual(['record.field-not-used /occupation']);
  });

  it.each([
    ['without a status', { status: undefined }, 'field.required /status'],
    ['without a person’s number', { 'person.document.number': undefined }, 'field.required /person/document/number'],
    ['with a status that is none', { status: 'retired' }, 'field.not-allowed-value /status'],
    ['without work since a day after its own', { status: 'unemployed', ...jobless, unemployedSince: '2026-11-21' }, 'worker.unemployed-since-after-on /unemployedSince'],
    ['with an occupation of no major group', { occupation: 'thợ may' }, 'occupation.unknown /occupation'],
    ['with an industry of which classification is not told', { industry: { code: 'K' } }, 'industry.scheme-missing /industry/scheme'],
    ['with an industry that the classification does not have', { industry: { scheme: 'vsic-2018', code: 'V' } }, 'industry.unknown /industry/code'],
    ['of a day of birth', { on: '1990-05-15' }, 'record.not-after-birth /on'],
  ] as const)('is refused %s', async (_, edits, fault) => {
    expect(refusals(await worker(edits))).toEqual([fault]);
  });

  it.each([
    ['a child in work', { 'person.birthDate': '2011-11-21', 'person.document': { kind: 'passport', number: 'C0123456', issuingState: 'VNM' } }, 'worker.under-15 /person/birthDate'],
    ['a child without work', { status: 'inactive', ...jobless, 'person.birthDate': '2015-11-20', 'person.document': { kind: 'passport', number: 'C0123456', issuingState: 'VNM' } }, 'worker.under-15 /person/birthDate'],
    ['work without a position', { position: undefined }, 'worker.position-missing /position'],
    ['a time without work of somebody at work', { unemployedSince: '2026-01-01' }, 'record.field-not-used /unemployedSince'],
  ] as const)('is taken with a word about %s', async (_, edits, fault) => {
    const item = await worker(edits);
    expect([item.rejected, told(item)]).toEqual([false, [fault]]);
    expect(WorkerDeclaredData.strict().safeParse({ ...dataOf(item), revision: 0, faults: [] }).error).toBeUndefined();
  });

  it('of fifteen years to the day is no child', async () => {
    expect(told(await worker({ 'person.birthDate': '2011-11-20', 'person.document': { kind: 'passport', number: 'C0123456', issuingState: 'VNM' } }))).toEqual([]);
  });
});
