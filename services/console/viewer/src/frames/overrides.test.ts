import { FieldColorModeId, type Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { expect, test } from 'vitest';
import { framesOf } from './frames.ts';
import { answerOf, framesIn, optionsIn, shownIn } from './test-frames.ts';

const answer = answerOf([{ name: 'Mã', type: 'string', values: ['W25326@2025', 'W1'] }, { name: 'Tỷ lệ', type: 'number', values: [0.5, 0.25] }, { name: 'Số', type: 'number', values: [1, 2] }]);

const panel: Panel = {
  type: 'table',
  fieldConfig: {
    defaults: { unit: 'locale', custom: { align: 'auto', filterable: true } },
    overrides: [
      { matcher: { id: 'byName', options: 'Tỷ lệ' }, properties: [
        { id: 'unit', value: 'percentunit' }, { id: 'decimals', value: 1 }, { id: 'min', value: 0 }, { id: 'max', value: 1 }, { id: 'custom.width', value: 90 },
        { id: 'thresholds', value: { mode: 'absolute', steps: [{ value: null, color: 'green' }] } }, { id: 'color', value: { mode: 'thresholds' } },
        { id: 'custom.cellOptions', value: { type: 'gauge' } }, { id: 'displayName', value: 'Phần' },
      ] },
      { matcher: { id: 'byName', options: 'Mã' }, properties: [{ id: 'links', value: [
        { title: 'Chọn ${__value.raw}', url: '/d/dan-cu?${__url_time_range}&${moment:queryparam}&${unit:queryparam}&var-unit=${__value.raw}' },
        { title: '', url: '/d/dan-cu?n=${__data.fields["Số"]}&p=${__data.fields["Tỷ lệ"].text}' },
      ] }] },
    ],
  },
};

test('an override reaches the column it names and no other', () => {
  expect(shownIn(framesIn('vi', answer, panel))).toEqual([{ 'Mã': ['W25326@2025', 'W1'], 'Phần': ['50,0%', '25,0%'], 'Số': ['1', '2'] }]);
});

test('settings of a kind of panel are kept, those of the board below those of the column', () => {
  const [, part, number] = framesIn('vi', answer, panel)[0]?.fields ?? [];
  expect(part?.config.custom).toEqual({ align: 'auto', filterable: true, width: 90, cellOptions: { type: 'gauge' } });
  expect(number?.config.custom).toEqual({ align: 'auto', filterable: true });
  expect([part?.config.min, part?.config.max, part?.config.thresholds?.steps[0]?.value]).toEqual([0, 1, -Infinity]);
});

test('a link carries the range, the choices and the value of its row', () => {
  const [frame] = framesOf(answer, panel, { ...optionsIn('vi'), variables: { moment: ['newest'], unit: ['A&B', 'C'] }, range: { from: 'now-7d', to: 'now' } });
  const links = frame?.fields[0]?.getLinks?.({ valueRowIndex: 1 }).map(({ title, href }) => [title, href]);
  expect(links).toEqual([
    ['Chọn W1', '/d/dan-cu?from=now-7d&to=now&var-moment=newest&var-unit=A%26B&var-unit=C&var-unit=W1'],
    ['', '/d/dan-cu?n=2&p=25%2C0%25'],
  ]);
});

test('a value cannot break out of its place in a link', () => {
  const hostile = answerOf([{ name: 'Mã', type: 'string', values: ['x&var-unit=y#z'] }, { name: 'Số', type: 'number', values: [1] }]);
  expect(framesIn('vi', hostile, panel)[0]?.fields[0]?.getLinks?.({ valueRowIndex: 0 })[0]?.href).toMatch(/var-unit=x%26var-unit%3Dy%23z$/);
});

test('a link that would run something is none', () => {
  const column = (url: string): Panel => ({ type: 'table', fieldConfig: { defaults: {}, overrides: [{ matcher: { id: 'byName', options: 'Mã' }, properties: [{ id: 'links', value: [{ title: '', url }] }] }] } });
  const hrefs = ['javascript:alert(1)', '//other.example/', 'data:text/html,x', '${__data.fields["Mã"]}', 'https://other.example/'].map((url) => framesIn('vi', answer, column(url))[0]?.fields[0]?.getLinks?.({ valueRowIndex: 0 })[0]?.href);
  expect(hrefs).toEqual([undefined, undefined, undefined, undefined, 'https://other.example/']);
});

test('one answer gives the same frames twice: nothing of a panel is changed by drawing it', () => {
  const before = JSON.stringify(panel);
  expect(shownIn(framesIn('vi', answer, panel))).toEqual(shownIn(framesIn('vi', answer, panel)));
  expect(JSON.stringify(panel)).toBe(before);
});

test('series of one name have one colour, whatever else is drawn', () => {
  const coloured: Panel = { type: 'timeseries', fieldConfig: { defaults: { color: { mode: FieldColorModeId.PaletteClassicByName } }, overrides: [] } };
  const colourOf = (names: readonly string[]): readonly (string | undefined)[] => framesIn('vi', answerOf([{ name: 'time', type: 'time', values: [0] }, ...names.map((name) => ({ name, type: 'number' as const, values: [1] }))], 0), coloured).map(({ fields }) => fields[1]?.display?.(1).color);
  expect(colourOf(['Sinh', 'Chết'])).toEqual([...colourOf(['Chết', 'Sinh'])].reverse());
});
