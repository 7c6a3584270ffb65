import { writableText } from '@da06/workbook';
import fc from 'fast-check';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReportSheet } from './read-report-sheet.ts';
import { reportTemplate } from './report-template.ts';
import { sampleExpectation, sampleIndicators, sampleInput, sampleModels, sampleReport } from './sheet-samples.ts';
import type { ReportContent, ReportedIndicator, SheetIndicator } from './types.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('', '=1+1', '_x0041_', 'a\nb', '<b>&amp;', 'Đã làm 80 %; còn vướng', '+84', "'0", '🏨'),
).map((any) => any.replace(/\r/g, '').replace(/[\p{Cs}\p{Cc}\u200b\ufeff\ufffe\uffff]/gu, (found) => (found === '\n' ? found : '')).trim());
const numberOf = ({ kind }: SheetIndicator): fc.Arbitrary<number> => {
  const decimal = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min: min * 100, max: max * 100 }).map((hundredths) => hundredths / 100);
  return kind === 'count' ? fc.nat({ max: 1_000_000_000 }) : kind === 'share' ? decimal(0, 100) : decimal(0, 1_000_000);
};
const indicatorOf = (indicator: SheetIndicator): fc.Arbitrary<ReportedIndicator | undefined> =>
  fc.option(fc.record({ code: fc.constant(indicator.code), value: numberOf(indicator), target: fc.option(numberOf(indicator)), remark: text }), { nil: undefined });
const entered = sampleIndicators.filter(({ source }) => source === 'entered');

/** Any report that says something. */
const report: fc.Arbitrary<ReportContent> = fc
  .tuple(fc.tuple(...entered.map(indicatorOf)), fc.tuple(...sampleModels.map(() => text)))
  .map(([values, texts]) => sampleModels.map(({ model }, index) => ({ model, text: texts[index] ?? '', indicators: values.flatMap((value) => (value !== undefined && entered.some(({ code, model: of }) => code === value.code && of === model) ? [value] : [])) })))
  .map((models) => models.filter(({ text: said, indicators }) => said !== '' || indicators.length > 0))
  .filter((models) => models.length > 0)
  .map((models) => ({ nothing: false, models }));

/** Fills the cells of an empty template as a person does, in a program of spreadsheets that saves the whole workbook anew. */
const fillIn = async (bytes: Uint8Array, { models }: ReportContent): Promise<Uint8Array> => {
  const workbook = await openXlsx(bytes);
  const sheet = workbook.sheets[0];
  for (const row of sheet?.rows ?? []) {
    const [key, no] = [String(row[0]), Number(row[1])];
    const model = models.find((one) => one.model === no);
    const value = model?.indicators.find(({ code }) => code === row[3]);
    if (key.startsWith('text ')) row[9] = writableText(model?.text ?? '');
    else if (value !== undefined) [row[7], row[8], row[9]] = [value.value, value.target, writableText(value.remark)];
  }
  return saveXlsx(workbook);
};

const isPersonal = (): boolean => false;

describe('a template', () => {
  it('that is filled in by hand and saved comes back as what was filled in', async () => {
    const empty = await reportTemplate(sampleInput);
    await fc.assert(fc.asyncProperty(report, async (filled) => {
      expect(await readReportSheet(await fillIn(empty, filled), { ...sampleExpectation, isPersonal })).toEqual({ report: filled, revision: 0, faults: [] });
    }), { numRuns: 60 });
  });

  it('that is filled with the report as it stands comes back as that report', async () => {
    await fc.assert(fc.asyncProperty(report, fc.nat({ max: 1000 }), async (current, revision) => {
      expect(await readReportSheet(await reportTemplate({ ...sampleInput, current: { ...current, revision } }), { ...sampleExpectation, isPersonal })).toEqual({ report: current, revision, faults: [] });
    }), { numRuns: 60 });
  });

  it('that LibreOffice has saved comes back the same', async () => {
    const saved = readFileSync(new URL('saved-by-libreoffice.xlsx', import.meta.url));
    expect(await readReportSheet(saved, sampleExpectation)).toEqual({ report: sampleReport, revision: 3, faults: [] });
  });
});
