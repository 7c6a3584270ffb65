import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { reportTemplate } from './report-template.ts';
import { sampleInput, sampleReport } from './sheet-samples.ts';
import type { TemplateInput } from './types.ts';

const sheetOf = async (input: TemplateInput = sampleInput): Promise<NonNullable<Awaited<ReturnType<typeof readXlsx>>['sheets'][number]>> => {
  const [sheet] = (await readXlsx(await reportTemplate(input), { readStyles: true })).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};

describe('the template', () => {
  it('says whose report it is, of which month, until when and to whom', async () => {
    const { name, rows } = await sheetOf();
    expect(name).toBe('Báo cáo');
    expect(rows.slice(1, 6).map((row) => [row[1], row[3] ?? ''])).toEqual([
      ['BÁO CÁO THÁNG 12/2023 VỀ CÁC MÔ HÌNH ĐIỂM ĐỀ ÁN 06', ''], ['Đơn vị báo cáo:', 'Công an huyện'], ['Kỳ báo cáo:', 'Tháng 12/2023 – gửi chậm nhất hết ngày 05/01/2024'], ['Nơi nhận:', 'Công an huyện (cơ quan Thường trực)'], ['Không phát sinh:', 'Không'],
    ]);
    expect((await sheetOf({ ...sampleInput, simulated: true })).rows[1]?.[1]).toContain('SỐ LIỆU MÔ PHỎNG');
  });

  it('has last month beside the new column, and keeps a target that was set', async () => {
    const { rows } = await sheetOf({ ...sampleInput, previous: sampleReport, counted: new Map([['m09.reporting', 1234.5]]) });
    expect(rows[7]?.slice(6, 9)).toEqual(['Kỳ trước (11/2023)', 'Kỳ này (12/2023)', 'Mục tiêu']);
    expect(rows.slice(8).map((row) => [row[1], row[3] ?? '', row[6] ?? null, row[7] ?? null, row[8] ?? null])).toEqual([
      [9, '', null, null, null], [9, 'm09.facilities', 32, null, 40], [9, 'm09.share', 87.5, null, null], [9, 'm09.reporting', null, '1.234,5 (hệ thống tính)', null],
      [28, '', null, null, null], [28, 'm28.trainees', null, null, null], [28, 'm28.cost', 1234.5, null, 2000],
    ]);
  });

  it('explains each number where it is filled in, within what Excel takes', async () => {
    const [first, ...others] = sampleInput.indicators;
    if (first === undefined) throw new Error('no indicator');
    const { dataValidations } = await sheetOf({ ...sampleInput, indicators: [{ ...first, code: `m09.${'x'.repeat(60)}`, definitionVi: 'Số cơ sở "có tài khoản" & hoạt động '.repeat(20) }, ...others] });
    const { inputTitle = '', inputMessage = '' } = dataValidations?.[1] ?? {};
    expect([inputTitle.length, inputMessage.length <= 255, inputMessage.startsWith('Số cơ sở "có tài khoản" & hoạt động Số'), inputMessage.endsWith(' …')]).toEqual([32, true, true, true]);
  });

  it('lets nothing be filled in but its white cells, and offers a list or numbers there', async () => {
    const { cells, dataValidations, protection, freezePane, columns, rowDefs, pageSetup } = await sheetOf();
    const open = [...(cells ?? [])].filter(([, cell]) => cell.style?.protection?.locked === false).map(([place]) => place);
    expect(open).toEqual(['5,3', '8,9', '9,7', '9,8', '9,9', '10,7', '10,8', '10,9', '12,9', '13,7', '13,8', '13,9', '14,7', '14,8', '14,9']);
    expect(dataValidations?.map(({ range, type, formula1, formula2, values }) => [range, type, values?.join() ?? `${formula1} ${formula2}`])).toEqual([
      ['D6', 'list', 'Không,Có'], ['H10:I10', 'whole', '0 999999999999'], ['H11:I11', 'decimal', '0 100'], ['H14:I14', 'whole', '0 999999999999'], ['H15:I15', 'decimal', '0 999999999999'],
    ]);
    expect(dataValidations?.slice(1, 3).map(({ inputTitle, inputMessage }) => [inputTitle, inputMessage])).toEqual([['m09.facilities', 'Cơ sở lưu trú có tài khoản'], ['m09.share', 'Tỉ lệ cơ sở gửi thông báo lưu trú']]);
    expect([protection?.sheet, protection?.password, freezePane?.rows, columns?.[0]?.hidden, rowDefs?.get(0)?.hidden]).toEqual([true, undefined, 8, true, true]);
    expect(pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$8:$8' });
    // A name with a blank that is not quoted makes a workbook that other programs mend or refuse.
    expect(strFromU8(unzipSync(await reportTemplate(sampleInput))['xl/workbook.xml'] ?? new Uint8Array())).toContain("'Báo cáo'!$8:$8");
  });
});
