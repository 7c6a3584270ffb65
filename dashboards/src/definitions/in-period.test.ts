import { expect, it } from 'vitest';
import { definitionInPeriod } from './in-period.ts';

it('tells of the days shown what the definition tells of a month', () => {
  expect(definitionInPeriod('dl.overnight-arrivals')).toEqual({
    vi: 'Số lượt khách du lịch có ít nhất một lần qua nửa đêm giờ Việt Nam, tính vào ngày của đêm đầu tiên.', en: 'Visits with at least one crossing of midnight in Vietnam time, on the day of the first night.',
  });
  expect(definitionInPeriod('tt.silent').vi).toContain('đến ngày cuối của kỳ, hoặc ngày mới nhất nếu kỳ chưa hết');
});
