import type { Fault } from '@da06/errors';
import { cellAddress } from '@da06/workbook';
import { failed, formula, isoDate, number, styles } from '@da06/workbook/samples';
import { describe, expect, it } from 'vitest';
import { readReportSheet } from './read-report-sheet.ts';
import { reportTemplate } from './report-template.ts';
import { changed, filledTemplate, sampleExpectation, sampleInput, sampleReport, type Changes } from './sheet-samples.ts';
import type { SheetExpectation } from './types.ts';

// Rows of the sample: 9 is the text of model 9, 10 to 12 its indicators; 13 the text of model 28, 14 and 15 its indicators.
const told = (faults: readonly Fault[]): string[] => faults.map(({ code, at }) => `${code} ${at !== undefined && 'cell' in at ? `${at.sheet}!${at.cell}` : '?'}`).sort();
const take = async (changes: Changes, expected: SheetExpectation = sampleExpectation): Promise<{ told: string[]; values: Readonly<Record<string, number>>; report: unknown }> => {
  const { faults, report } = await readReportSheet(await changed(await filledTemplate(), changes), expected);
  for (const { at } of faults) if (at !== undefined && 'cell' in at) expect(at.cell).toBe(cellAddress(at.row, at.column));
  return { told: told(faults), report, values: Object.fromEntries(report?.models.flatMap(({ indicators }) => indicators.map(({ code, value }) => [code, value])) ?? []) };
};

describe('a filled template', () => {
  it('is read to the report it was filled with, and tells which revision that was', async () => {
    expect(await readReportSheet(await filledTemplate(), sampleExpectation)).toEqual({ report: sampleReport, revision: 3, faults: [] });
  });

  it('that says there is nothing to report is a report of nothing', async () => {
    const bytes = await filledTemplate({ nothing: true, models: [] });
    expect(await readReportSheet(bytes, sampleExpectation)).toEqual({ report: { nothing: true, models: [] }, revision: 3, faults: [] });
  });

  it('that is sent as it was downloaded says nothing, and is refused for it', async () => {
    const bytes = await reportTemplate({ ...sampleInput, previous: sampleReport });
    const { report, revision, faults } = await readReportSheet(bytes, sampleExpectation);
    expect([report, revision, told(faults)]).toEqual([undefined, 0, ['report.empty Báo cáo!D6']]);
  });

  it('cannot hold values beside the word that there are none', async () => {
    expect((await take({ cells: { D6: 'Có' } })).told).toEqual(['report.nothing-with-models Báo cáo!D6']);
    expect((await take({ cells: { D6: 'có lẽ' } })).told).toEqual(['template.not-a-choice Báo cáo!D6']);
  });
});

describe('a number', () => {
  it.each([
    ['1.234', 'm28.trainees', 1234], ['1 234', 'm28.trainees', 1234], ['1\u00a0234', 'm28.trainees', 1234], ['１２', 'm28.trainees', 12], [' 7 ', 'm28.trainees', 7], ['0', 'm28.trainees', 0],
    ['1.234,5', 'm28.cost', 1234.5], ['1,234.5', 'm28.cost', 1234.5], ['12.5', 'm28.cost', 12.5], ['+3,25', 'm28.cost', 3.25], ['1,234,567', 'm28.cost', 1_234_567], ['0.125', 'm28.cost', 0.125], ['12,345', 'm28.cost', 12.345],
    ['12 %', 'm09.share', 12], ['12,5%', 'm09.share', 12.5], ['１２％', 'm09.share', 12],
  ])('written as the text %j is taken for %s, and said to be a text', async (text, code, value) => {
    const cell = { 'm28.trainees': 'H14', 'm28.cost': 'H15', 'm09.share': 'H11' }[code] ?? '';
    const read = await take({ cells: { [cell]: text } });
    expect([read.values[code], read.told]).toEqual([value, [`template.number-as-text Báo cáo!${cell}`]]);
  });

  it.each([
    ['mười hai', ['template.not-a-number']], ['12 %', ['template.not-a-number']], ['12 cơ sở', ['template.not-a-number']], ['1.23.4', ['template.not-a-number']], ['-', ['template.not-a-number']], ['1e3', ['template.not-a-number']],
    [number(45_000, styles.date), ['template.not-a-number']], [isoDate('2023-12-01'), ['template.not-a-number']], [failed('#REF!'), ['workbook.cell-error']], [formula('A1+1'), ['workbook.formula-without-value']],
    [number(-1), ['indicator.out-of-range']], ['−3', ['indicator.out-of-range', 'template.number-as-text']], [number(1e300), ['indicator.out-of-range']], [number(2.5), ['indicator.not-whole']], ['2,5', ['indicator.not-whole', 'template.number-as-text']], [formula('A1/2', 'x'), ['template.not-a-number', 'workbook.formula']],
  ])('cannot be %j where something is counted', async (cell, codes) => {
    const read = await take({ cells: { H14: cell } });
    expect([read.report, read.told]).toEqual([undefined, codes.map((code) => `${code} Báo cáo!H14`)]);
  });

  it('of a formula is the value that was saved with it, and said to be one', async () => {
    const read = await take({ cells: { H14: formula('6*7', 42) } });
    expect([read.values['m28.trainees'], read.told]).toEqual([42, ['workbook.formula Báo cáo!H14']]);
  });

  it('shown as a share is the share that people see', async () => {
    const read = await take({ cells: { H11: number(0.29, styles.percent) } });
    expect([read.values['m09.share'], read.told]).toEqual([29, []]);
    expect((await take({ cells: { H11: number(100.5) } })).told).toEqual(['indicator.out-of-range Báo cáo!H11']);
  });

  it('is not written over one that the system counts', async () => {
    expect((await take({ cells: { H12: number(12) } })).told).toEqual(['indicator.counted Báo cáo!H12']);
    expect((await take({ cells: { J12: 'sai' } })).told).toEqual(['indicator.counted Báo cáo!J12']);
  });

  it('is missed beside a target or a note that was written, not beside a target that was there', async () => {
    const bytes = await reportTemplate({ ...sampleInput, previous: sampleReport });
    const read = async (changes: Changes): Promise<string[]> => told((await readReportSheet(await changed(bytes, changes), sampleExpectation)).faults);
    expect(await read({ cells: { H11: number(5) } })).toEqual([]);
    expect(await read({ cells: { H11: number(5), I10: number(41) } })).toEqual(['template.value-missing Báo cáo!H10']);
    expect(await read({ cells: { H11: number(5), J15: 'chưa có số' } })).toEqual(['template.value-missing Báo cáo!H15']);
  });
});

describe('a row', () => {
  it('is known wherever it was moved', async () => {
    const read = await take({ order: (row) => (row < 9 ? row : 24 - row) });
    expect([read.report, read.told]).toEqual([sampleReport, []]);
  });

  it('is known by the code it shows if the hidden columns were lost', async () => {
    const { told: codes, values } = await take({ cells: Object.fromEntries([10, 11, 14, 15].map((row) => [`A${row}`, undefined])) });
    expect([codes, values]).toEqual([[], { 'm09.facilities': 32, 'm09.share': 87.5, 'm28.cost': 1234.5 }]);
  });

  it('that was added is named, and nothing of it is lost in silence', async () => {
    expect((await take({ cells: { H16: number(3) } })).told).toEqual(['template.row-unknown Báo cáo!H16']);
    expect((await take({ cells: { B16: 'Người lập biểu' } })).told).toEqual(['template.row-unknown Báo cáo!B16']);
    expect((await take({ cells: { D16: 'm09.facilities', H16: number(3) } })).told).toEqual(['indicator.twice Báo cáo!D16']);
    expect((await take({ cells: { A16: 'text 9', J16: 'lần nữa' } })).told).toEqual(['report.model-twice Báo cáo!J16']);
    expect((await take({ cells: { K10: 'ngoài bảng' } })).told).toEqual(['template.cell-not-input Báo cáo!K10']);
  });

  it('that was removed counts as left empty, and is named', async () => {
    const { report, told: codes } = await take({ without: [11] });
    expect([codes, report]).toEqual([['template.row-missing Báo cáo!D8'], { ...sampleReport, models: [{ ...sampleReport.models[0], indicators: [sampleReport.models[0]?.indicators[0]] }, sampleReport.models[1]] }]);
  });

  it('with another code than its own is not guessed at', async () => {
    expect((await take({ cells: { D10: 'm09.share' } })).told).toEqual(['template.row-changed Báo cáo!D10']);
    expect((await take({ cells: { D9: 'm09.new' } })).told).toEqual(['template.row-changed Báo cáo!D9']);
    expect((await take({ cells: { A15: 'indicator m28.old', D15: 'm28.old' } })).told).toEqual(['indicator.unknown Báo cáo!D15', 'template.row-missing Báo cáo!D8']);
  });

  it('of a text takes no number', async () => {
    expect((await take({ cells: { H9: number(5) } })).told).toEqual(['template.cell-not-input Báo cáo!H9']);
    expect((await take({ cells: { J9: 'Gọi số 0912345678' } })).told).toEqual(['text.personal Báo cáo!J9']);
  });

  it('shares no cell that is filled in with another', async () => {
    expect((await take({ merges: ['H10:H11'] })).told).toEqual(['template.merged Báo cáo!H10']);
    expect((await take({ merges: ['B10:C10', 'C3:F3'] })).told).toEqual([]);
  });
});

describe('a sheet', () => {
  it('that was renamed is known by what it holds', async () => {
    const { report, told: codes } = await take({ name: 'Sheet1' });
    expect([report, codes]).toEqual([sampleReport, ['template.sheet-renamed Sheet1!A1']]);
  });

  it('of another month or reporter is refused where people can see which it is', async () => {
    expect((await take({}, { ...sampleExpectation, period: '2024-01' })).told).toEqual(['template.other-report Báo cáo!D4']);
    expect((await take({}, { ...sampleExpectation, reporter: 'VHTT' })).told).toEqual(['template.other-report Báo cáo!D3']);
    expect((await take({ without: [1] })).told).toEqual(['template.other-report Báo cáo!A1']);
  });

  it('without a column, or without any of it, is refused', async () => {
    expect((await take({ dropColumn: 'G' })).told).toEqual(['template.column-missing Báo cáo!G8']);
    expect((await take({ cells: { H8: 'Số liệu' } })).told).toEqual(['template.column-missing Báo cáo!H8']);
    expect((await take({ without: [8] })).told).toEqual(['template.column-missing Báo cáo!D8']);
    expect((await take({ without: Array.from({ length: 20 }, (_, row) => row + 1), cells: { A30: 'x' } })).told).toEqual(['template.sheet-missing Báo cáo!A1']);
  });

  it('has all its faults named at once, with what was received', async () => {
    const { faults } = await readReportSheet(await changed(await filledTemplate(), { name: 'X', cells: { H10: 'nhiều', H11: '120', I10: failed('#N/A'), H14: formula('B1'), J9: '0123456789', B16: 'thêm', D6: 'chắc', H15: '1.234,5' }, merges: ['I14:I15'] }), sampleExpectation);
    expect(told(faults)).toEqual([
      'indicator.out-of-range X!H11', 'template.merged X!I14', 'template.not-a-choice X!D6', 'template.not-a-number X!H10', 'template.number-as-text X!H11', 'template.number-as-text X!H15', 'template.row-unknown X!B16', 'template.sheet-renamed X!A1',
      'text.personal X!J9', 'workbook.cell-error X!I10', 'workbook.formula-without-value X!H14',
    ]);
    expect(faults.find(({ code }) => code === 'template.not-a-number')).toMatchObject({ received: 'nhiều', pointer: '/models/9/indicators/m09.facilities/value', severity: 'reject' });
  });

  it('is no workbook at all: that is said in the words of workbooks', async () => {
    await expect(readReportSheet(new Uint8Array(0), sampleExpectation)).rejects.toMatchObject({ code: 'workbook.unreadable' });
  });
});
