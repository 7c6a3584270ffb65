import { createXmlParser } from '@da06/workbook/xml';
import { AppError } from '@da06/errors';
import { describe, expect, it } from 'vitest';
import { consolidate } from './consolidate.ts';
import { consolidatedPage } from './page.ts';
import { sampleDuty, sampleInput, sampleModel, saying } from './samples.ts';
import type { ConsolidatedInput } from './types.ts';

const pageOf = (more: Partial<ConsolidatedInput> = {}): string => consolidatedPage(consolidate(sampleInput(more)));
const page = pageOf();
/** What a person reads: texts without markup, blanks as one. */
const readable = (markup: string): string => markup.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, ' ').replace(/&nbsp;/g, ' ').replace(/\s+/g, ' ');

/** The elements of the page, which is well-formed but for its void elements. */
const elements = (markup: string): readonly (readonly [name: string, attributes: Readonly<Record<string, string>>])[] => {
  const found: (readonly [string, Readonly<Record<string, string>>])[] = [];
  const parser = createXmlParser({ open: (name, attributes) => void found.push([name, attributes]) }, (detail) => new AppError('internal', { detail }));
  parser.write(markup.replace('<!doctype html>', '').replace(/<(meta|col|br)\b([^>]*)>/g, '<$1$2/>').replaceAll('&nbsp;', ' '));
  parser.end();
  return found;
};

describe('the page of a consolidated report', () => {
  it('needs nothing from elsewhere and runs nothing', () => {
    const names = new Set(elements(page).map(([name]) => name));
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'form', 'svg', 'base']) expect(names.has(name), name).toBe(false);
    expect(elements(page).flatMap(([, attributes]) => Object.keys(attributes)).filter((name) => /^(?:on|src|href|action|style$)/.test(name)).filter((name) => name !== 'style')).toEqual([]);
    expect(page).not.toMatch(/https?:|\/\/|url\(|@import/i);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('shows markup in a text, a name or a title as text', () => {
    const nasty = `<script>alert("x")</script><img src=x onerror='y'>&amp;`;
    const { month } = sampleInput();
    const hostile = pageOf({
      issuer: { superiorVi: nasty, nameVi: nasty, placeVi: nasty },
      plan: { reference: nasty, probable: false, date: '2023-10-31', titleVi: nasty },
      models: [sampleModel(1, { titleVi: nasty, leads: [{ code: nasty, vi: nasty }], steps: [{ step: 1, vi: nasty, completedOn: '2023-12-02' }] })],
      month: { ...month, duties: [sampleDuty('CA', { nameVi: nasty, content: saying(1, nasty, { n: 1 }) })] },
      indicators: [{ code: 'n', model: 1, vi: nasty, unit: nasty, kind: 'count', source: 'entered', definitionVi: nasty }],
    });
    expect(new Set(elements(hostile).map(([name]) => name))).toEqual(new Set(elements(page).map(([name]) => name)));
    expect(hostile).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&lt;img src=x onerror=&#39;y&#39;&gt;&amp;amp;');
  });

  it('has the head of an administrative document', () => {
    expect(readable(page)).toContain('UBND HUYỆN MẪU CÔNG AN HUYỆN Số: ……/BC-…… CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Mẫu, ngày 08 tháng 01 năm 2024 BÁO CÁO Tổng hợp tình hình thực hiện các mô hình điểm Đề án 06 tháng 12/2023');
    expect(readable(page)).toContain('Kế hoạch số 1/KH-UBND (số đọc được từ bản quét, có thể chưa chính xác) ngày 31/10/2023');
  });

  it('says as of when its figures are and how complete, with numbers as they are written here', () => {
    expect(readable(page)).toContain('Số liệu tính đến 10:20 ngày 08/01/2024; quá hạn xét theo ngày 08/01/2024. Mức đầy đủ của báo cáo tháng 12/2023: 2/4 (50%) đơn vị đã gửi: 1 đúng hạn, 1 chậm; thiếu 1; chưa gửi nhưng còn hạn 1');
    expect(readable(page)).toContain('Quá hạn 1.071 ngày (quá hạn tại thời điểm ban hành)');
    expect(readable(page)).toContain('Chỉ tiêu mẫu n n cơ sở 24,2 33,1 +8,9 2 đơn vị');
  });

  it('has tables whose headers are repeated on paper and stand beside each cell on a phone', () => {
    const all = elements(page).map(([name]) => name);
    const tables = all.filter((name) => name === 'table').length;
    expect(tables).toBe(11);
    expect([all.filter((name) => name === 'thead').length, all.filter((name) => name === 'tbody').length]).toEqual([tables, tables]);
    expect(elements(page).filter(([name]) => name === 'th').every(([, { scope }]) => scope === 'col')).toBe(true);
    expect(elements(page).filter(([name]) => name === 'td').every(([, attributes]) => (attributes['data-label'] ?? '') !== '')).toBe(true);
    expect(page).toMatch(/thead\{display:table-header-group\}/);
    for (const columns of page.match(/<colgroup>.*?<\/colgroup>/g) ?? []) expect([...columns.matchAll(/width:(\d+)%/g)].reduce((sum, [, width]) => sum + Number(width), 0)).toBe(100);
  });

  it('says in words where there is nothing', () => {
    const { month, previous } = sampleInput();
    const empty = readable(pageOf({ models: [], indicators: [], month: { ...month, duties: [] }, previous: { ...previous, duties: [] } }));
    for (const words of ['Không có mô hình quá hạn.', 'Không có mô hình vướng.', 'Không có mô hình im lặng.', 'Không có mô hình đổi trạng thái.', 'Không có bước hoàn thành trong tháng.', 'Chưa có chỉ tiêu nào được báo cáo.', 'Kỳ này không có đơn vị phải báo cáo.']) expect(empty).toContain(words);
  });

  it('is marked where it is simulated, and so is each model and reporter', () => {
    expect(readable(page)).not.toContain('MÔ PHỎNG');
    const simulated = readable(pageOf({ models: [sampleModel(1, { simulated: true })] }));
    expect(simulated).toContain('SỐ LIỆU MÔ PHỎNG');
    expect(simulated).toContain('Mô hình mẫu số 1 (MP)');
  });
});
