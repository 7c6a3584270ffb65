import { describe, expect, it } from 'vitest';
import { inputOf, midnight } from './input.fixture.ts';
import { stateTimelineOption } from './state-timeline.ts';
import { statusHistoryOption } from './status-history.ts';

const mappings = [{ type: 'value', options: { 0: { text: 'đang làm', index: 0, color: '#0000ff' }, 1: { text: 'quá hạn', index: 1, color: '#ff0000' } } }];
const end = midnight(2026, 11, 11);
const [first, second, third] = [midnight(2026, 11, 1), midnight(2026, 11, 3), midnight(2026, 11, 5)];
const fields = [
  { name: 'time', type: 'time', values: [first, first, second, third, third] },
  { name: 'Mô hình', type: 'string', values: ['01 Dịch vụ công', '02 Kiosk', '01 Dịch vụ công', '01 Dịch vụ công', '02 Kiosk'] },
  { name: 'Tình trạng', type: 'number', values: [0, 1, 0, 1, 0] },
] as const;

describe('a timeline of states', () => {
  it('has a line for each text, from change to change and to the end of the range, equal states joined', () => {
    const option = stateTimelineOption(inputOf({ type: 'state-timeline', unit: 'none', defaults: { mappings }, fields }));
    expect(option).toMatchObject({
      yAxis: { data: ['01 Dịch vụ công', '02 Kiosk'], inverse: true },
      series: [
        { name: 'đang làm', color: '#0000ff', data: [{ value: [0, first, third] }, { value: [1, third, end] }] },
        { name: 'quá hạn', color: '#ff0000', data: [{ value: [0, third, end] }, { value: [1, first, third] }] },
      ],
    });
  });
  it('tells in a legend what its colours mean', () => {
    expect(stateTimelineOption(inputOf({ type: 'state-timeline', unit: 'none', defaults: { mappings }, fields }))).toMatchObject({ legend: { data: [{ name: 'đang làm', itemStyle: { color: '#0000ff' } }, { name: 'quá hạn', itemStyle: { color: '#ff0000' } }] } });
  });
  it('is nothing without a state', () => {
    expect(stateTimelineOption(inputOf({ type: 'state-timeline', fields: [] }))).toBeUndefined();
  });
});

describe('states by period', () => {
  it('have a cell for each text and instant that there is, in the colour of the state', () => {
    const option = statusHistoryOption(inputOf({ type: 'status-history', unit: 'none', defaults: { mappings }, fields }));
    expect(option).toMatchObject({
      xAxis: { data: ['Thg 11', '03/11', '05/11'] },
      yAxis: { data: ['01 Dịch vụ công', '02 Kiosk'], inverse: true },
      series: [
        { name: 'đang làm', color: '#0000ff', data: [{ value: [0, 0] }, { value: [0, 1] }, { value: [1, 2] }] },
        { name: 'quá hạn', color: '#ff0000', data: [{ value: [0, 2] }, { value: [1, 0] }] },
      ],
    });
  });
});
