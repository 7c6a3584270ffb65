import { AppError } from '@da06/errors';
import { givenFor } from '@da06/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commanded } from '../samples.ts';
import { sameContent } from './content.ts';
import { decideReport, type ReportCommand } from './decide.ts';
import { entry, filed, known, value } from './samples.ts';
import { evolveReport, initialReport, type ReportContent, type ReportEvent, type ReportState } from './state.ts';

const knowing = (given: Partial<typeof known>) => givenFor({ decide: (command: ReportCommand, state: ReportState) => decideReport(command, state, { ...known, ...given }), evolve: evolveReport, initial: initialReport });
const given = knowing({});
const whole = { period: '2025-10', request: '', reporter: 'CAH', dueOn: '2025-11-05', nothing: false, models: [entry(9)], channel: 'api', ...commanded } as const;
const submitted: ReportEvent = { type: 'vn.da06.report.submitted.v1', recordedtime: '2025-11-03T02:00:00.000Z', data: { ...whole, models: [entry(9)] } };

describe('filing a report', () => {
  it('submits it with its last day on time', () => given([]).when(filed()).then([{ type: 'vn.da06.report.submitted.v1', at: '2025-11-03', data: { ...whole, models: [entry(9)] } }]));
  it('amends the one that is in when it says something else', () =>
    given([submitted]).when(filed({ models: [entry(9, { text: 'Sửa.' })], today: '2025-11-09' })).then([{ type: 'vn.da06.report.amended.v1', at: '2025-11-09', data: { ...whole, models: [entry(9, { text: 'Sửa.' })] } }]));
  it('says nothing when it says the same again, through whatever channel', () => given([submitted]).when(filed({ channel: 'xlsx', idempotencyKey: 'k-2' })).then([]));
  it('amends a report of nothing by one of something', () => given([{ ...submitted, data: { ...whole, nothing: true, models: [] } }]).when(filed()).thenState((state) => [state.version, state.report?.nothing], [2, false]));
  it('keeps texts without blanks around and with one sort of line end', () =>
    given([]).when(filed({ models: [entry(9, { text: ' Đã xong.\r\nTiếp tục. ' })] })).thenState((state) => state.report?.models[0]?.text, 'Đã xong.\nTiếp tục.'));
  it('leaves what the command brought in its event', () => {
    const sent = { idempotencyKey: 'k', requestHash: 'h', simulated: true };
    given([]).when(filed(sent)).then([{ type: 'vn.da06.report.submitted.v1', at: '2025-11-03', data: { ...whole, models: [entry(9)], ...sent } }]);
  });
});

describe('a monthly report', () => {
  it('can be of this month, not of one ahead', () => {
    given([]).when(filed({ period: '2025-11' })).thenState((state) => state.report?.dueOn, '2025-12-05');
    given([]).when(filed({ period: '2025-12' })).thenRefused('period.in-future');
  });
  it('is taken however late', () => given([]).when(filed({ period: '2023-11' })).thenState((state) => state.report?.dueOn, '2023-12-05'));
  it('is of a reporter that is known', () => given([]).when(filed({ reporter: 'XX' })).thenRefused('reporter.unknown'));
  it('is of a month the reporter reports', () => {
    given([]).when(filed({ period: '2023-10' })).thenRefused('reporter.not-due');
    given([]).when(filed({ reporter: 'NHCS', period: '2025-07', models: [entry(20)] })).thenRefused('reporter.not-due');
    given([]).when(filed({ reporter: 'u1', period: '2025-06' })).thenRefused('reporter.not-due');
    given([]).when(filed({ reporter: 'u1', period: '2025-07' })).thenState((state) => state.version, 1);
  });
  it('with faults is refused with the code of the first, and all of them beside it', () => {
    const command = filed({ models: [entry(99), entry(9, { text: '0912345678' })] });
    given([]).when(command).thenRefused('model.unknown');
    try {
      decideReport(command, initialReport, known);
      expect.unreachable();
    } catch (error) {
      expect(error instanceof AppError && error.context['faults']).toMatchObject([{ code: 'model.unknown', pointer: '/models/0/model' }, { code: 'text.personal', pointer: '/models/1/text' }]);
    }
  });
});

describe('an answer to an ad-hoc request', () => {
  const request = { reporters: ['NHCS', 'u1'], dueOn: '2025-11-20' };
  const answer = filed({ period: '', request: 'r-1', reporter: 'NHCS', models: [entry(20)] });
  it('is due when the request says, also of a reporter whose monthly duty has ended', () => knowing({ request })([]).when(answer).thenState((state) => state.report?.dueOn, '2025-11-20'));
  it('is refused where there is no such request', () => given([]).when(answer).thenRefused('report-request.unknown'));
  it('is refused of a reporter who was not asked', () => knowing({ request })([]).when({ ...answer, reporter: 'CAH' }).thenRefused('reporter.not-due'));
  it('is refused of a reporter who is unknown', () => knowing({ request })([]).when({ ...answer, reporter: 'XX' }).thenRefused('reporter.unknown'));
});

describe('the state of a report', () => {
  const amended: ReportEvent = { type: 'vn.da06.report.amended.v1', streamversion: 2, recordedtime: '2025-11-09T02:00:00.000Z', data: { ...whole, nothing: true, models: [], simulated: true } };
  it('remembers the receipt of the first submission: an amendment makes nothing late', () => {
    const state = [{ ...submitted, streamversion: 1 }, amended].reduce(evolveReport, initialReport);
    expect(state).toMatchObject({ version: 2, submittedAt: '2025-11-03T02:00:00.000Z', simulated: true, report: { nothing: true } });
  });
  it('is not changed by an event that comes again', () => {
    const once = [{ ...submitted, streamversion: 1 }, amended].reduce(evolveReport, initialReport);
    expect([{ ...submitted, streamversion: 1 }, amended].reduce(evolveReport, once)).toEqual(once);
  });
  it('takes no more than the version of an event it does not know', () => expect(evolveReport(initialReport, { type: 'vn.da06.stream-owner.claimed.v1', streamversion: 1, data: {} })).toEqual({ ...initialReport, version: 1 }));
});

const texts = fc.constantFrom('', 'a', 'b ', 'Đã xong.');
const entries = fc.record({
  model: fc.constantFrom(9, 10, 20),
  text: texts,
  indicators: fc.uniqueArray(fc.record({ code: fc.constantFrom('m09.facilities', 'm09.share', 'm09.amount', 'm10.zones'), value: fc.constantFrom(-0, 0, 5), target: fc.constantFrom(null, 0, 5), remark: texts }), { selector: ({ code }) => code, maxLength: 4 }),
});
const contents: fc.Arbitrary<ReportContent> = fc.record({ nothing: fc.constantFrom(false, false, true), models: fc.uniqueArray(entries, { selector: ({ model }) => model, maxLength: 3 }) });

describe('what two reports say', () => {
  it('is the same in any order of models and indicators', () => {
    fc.assert(fc.property(contents, fc.nat(), (content, turn) => {
      const turned = <T>(list: readonly T[]): T[] => list.map((_, index) => list[(index + turn) % list.length] as T);
      expect(sameContent(content, { ...content, models: turned(content.models).map((one) => ({ ...one, indicators: turned(one.indicators).toReversed() })) })).toBe(true);
    }));
  });
  it.each([
    ['a text', [entry(9, { text: 'khác' })]], ['a value', [entry(9, { indicators: [value('m09.facilities', { value: 13 })] })]], ['a target', [entry(9, { indicators: [value('m09.facilities', { target: 20 })] })]],
    ['a remark', [entry(9, { indicators: [value('m09.facilities', { remark: 'tạm tính' })] })]], ['an indicator', [entry(9)]], ['a model', [entry(10, { indicators: [value('m09.facilities')] })]], ['one more model', [entry(9, { indicators: [value('m09.facilities')] }), entry(10)]],
  ])('is another with %s changed', (_, models) => expect(sameContent({ nothing: false, models: [entry(9, { indicators: [value('m09.facilities')] })] }, { nothing: false, models })).toBe(false));
  it('is the same in composed and decomposed letters', () => expect(sameContent({ nothing: false, models: [entry(9)] }, { nothing: false, models: [entry(9, { text: entry(9).text.normalize('NFD') })] })).toBe(true));
  it('is another when one has a target of nought and one has none', () => expect(sameContent({ nothing: false, models: [entry(9, { indicators: [value('m09.share', { target: 0 })] })] }, { nothing: false, models: [entry(9, { indicators: [value('m09.share')] })] })).toBe(false));
});

const accepted = (command: ReportCommand, state: ReportState): readonly ReportEvent[] | undefined => {
  try {
    return decideReport(command, state, known);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
};

describe('a report after any filings', () => {
  it('is what the last accepted one says, read again from the log too; each event says something new, and a refusal leaves nothing', () => {
    fc.assert(fc.property(fc.array(contents, { maxLength: 12 }), (sequence) => {
      let state = initialReport;
      const log: ReportEvent[] = [];
      for (const content of sequence) {
        const command = filed({ reporter: 'u1', ...content });
        const decided = accepted(command, state);
        if (decided === undefined) continue;
        if (decided.length === 0) expect(state.report !== null && sameContent(state.report, content)).toBe(true);
        for (const event of decided) {
          expect(event.type).toBe(state.version === 0 ? 'vn.da06.report.submitted.v1' : 'vn.da06.report.amended.v1');
          const numbered = { ...event, streamversion: state.version + 1 };
          log.push(numbered);
          state = evolveReport(state, numbered);
        }
        expect(decideReport(command, state, known)).toEqual([]);
        expect(state.report !== null && sameContent(state.report, content)).toBe(true);
      }
      expect((JSON.parse(JSON.stringify(log)) as ReportEvent[]).flatMap((event) => [event, event]).reduce(evolveReport, initialReport)).toEqual(state);
    }), { numRuns: 300 });
  });
});
