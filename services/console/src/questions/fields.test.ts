import { expect, it } from 'vitest';
import { fieldsOf } from './fields.ts';

it('columns of the engine become numbers, times, texts and truths; a day stays a text, nothing stays nothing, and what is no number says so', () => {
  const columns: readonly (readonly [string, string, string, unknown])[] = [
    ['UInt64', '9007199254740991', 'number', 9_007_199_254_740_991], ['Nullable(Float64)', 'ᴺᵁᴸᴸ', 'number', null], ['Float64', 'nan', 'number', 'nan'], ['String', 'ᴺᵁᴸᴸ', 'string', 'ᴺᵁᴸᴸ'], ['Decimal(9, 2)', '1.25', 'number', 1.25],
    ["DateTime64(3, 'UTC')", '2026-11-20 01:00:00.500', 'time', Date.UTC(2026, 10, 20, 1, 0, 0, 500)], ["Nullable(DateTime('Asia/Ho_Chi_Minh'))", '2026-11-20 08:00:00', 'time', Date.UTC(2026, 10, 20, 1)],
    ['DateTime', '2026-11-20 08:00:00', 'time', Date.UTC(2026, 10, 20, 1)], ['Date', '2026-11-20', 'string', '2026-11-20'], ['LowCardinality(Nullable(String))', '<script>', 'string', '<script>'],
    ['Bool', 'true', 'boolean', true], ['Array(String)', "['a']", 'string', "['a']"],
  ];
  const fields = fieldsOf({ meta: columns.map(([type], index) => ({ name: `c${index}`, type })), data: [columns.map(([, value]) => value)] }, 'Asia/Ho_Chi_Minh');
  expect(fields).toEqual(columns.map(([, , type, value], index) => ({ name: `c${index}`, type, values: [value] })));
});
