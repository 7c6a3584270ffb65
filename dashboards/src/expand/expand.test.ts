import { describe, expect, it } from 'vitest';
import { expand, type View } from './expand.ts';

const view: View = { from: Date.parse('2026-11-19T20:00:00.123Z'), to: Date.parse('2026-11-20T19:59:59.999Z'), interval: 60_000, variables: { facility: { values: ['ks-mau-01', "o'hara"] }, every: { values: ['a'], all: true } } };
const from = 1_795_118_400;
const to = 1_795_204_799;

describe('expand', () => {
  it.each([
    ['$__fromTime', `toDateTime(${from})`],
    ['$__toTime', `toDateTime(${to})`],
    ['$__fromTime_ms', `fromUnixTimestamp64Milli(${from}123)`],
    ['$__toTime_ms', `fromUnixTimestamp64Milli(${to}999)`],
    ['$__timeFilter(at)', `at >= toDateTime(${from}) AND at <= toDateTime(${to})`],
    ['$__timeFilter_ms(at)', `at >= fromUnixTimestamp64Milli(${from}123) AND at <= fromUnixTimestamp64Milli(${to}999)`],
    ['$__dateFilter(day)', "day >= toDate('2026-11-19') AND day <= toDate('2026-11-20')"],
    ['$__timeInterval(at)', 'toStartOfInterval(toDateTime(at), INTERVAL 60 second)'],
    ['$__timeInterval_ms(at)', 'toStartOfInterval(toDateTime64(at, 3), INTERVAL 60000 millisecond)'],
    ['$__timeGroup(at, 5m)', 'toStartOfInterval(toDateTime(at), INTERVAL 300 second)'],
    ['$__timeGroup(at, 24h)', 'toStartOfInterval(toDateTime(at), INTERVAL 86400 second)'],
    ['STEP $__interval_s', 'STEP 60'],
    ['$__timeInterval($__fromTime)', `toStartOfInterval(toDateTime(toDateTime(${from})), INTERVAL 60 second)`],
    ["$__timeFilter(if(a, ')', b))", `if(a, ')', b) >= toDateTime(${from}) AND if(a, ')', b) <= toDateTime(${to})`],
    ['$__dateTimeFilter(day, at)', `(day >= toDate('2026-11-19') AND day <= toDate('2026-11-20')) AND (at >= toDateTime(${from}) AND at <= toDateTime(${to}))`],
    ['$__dt(day, at)', `(day >= toDate('2026-11-19') AND day <= toDate('2026-11-20')) AND (at >= toDateTime(${from}) AND at <= toDateTime(${to}))`],
    ['$__timeGroup(at, 90s)', 'toStartOfInterval(toDateTime(at), INTERVAL 90 second)'],
    ['$__interval_s', '60'],
    ['$__timeFilter($__timeInterval(at))', `toStartOfInterval(toDateTime(at), INTERVAL 60 second) >= toDateTime(${from}) AND toStartOfInterval(toDateTime(at), INTERVAL 60 second) <= toDateTime(${to})`],
    ['$__timeFilter_ms(toDateTime64($__fromTime, 3))', `toDateTime64(toDateTime(${from}), 3) >= fromUnixTimestamp64Milli(${from}123) AND toDateTime64(toDateTime(${from}), 3) <= fromUnixTimestamp64Milli(${to}999)`],
    ['$__unknown($__fromTime)', `$__unknown(toDateTime(${from}))`],
    ['$__unknown(x) $__fromTimes', '$__unknown(x) $__fromTimes'],
  ])('writes %s as the data source does', (sql, written) => expect(expand(sql, view)).toBe(written));

  it('puts values in, quoted, and leaves what is no variable', () => {
    expect(expand('facility_id IN (${facility:singlequote})', view)).toBe("facility_id IN ('ks-mau-01','o\\'hara')");
    expect(expand('$facility ${facility} ${other} $other', view)).toBe("ks-mau-01,o'hara ks-mau-01,o'hara ${other} $other");
  });
  it('drops a condition when all is chosen, and keeps it with its variables when not', () => {
    const condition = (name: string): string => `$__conditionalAll(x IN (\${${name}:singlequote}, f(1, 2)) AND $__timeFilter(at), $${name})`;
    expect(expand(condition('every'), view)).toBe('1=1');
    expect(expand(condition('facility'), view)).toBe(`x IN ('ks-mau-01','o\\'hara', f(1, 2)) AND at >= toDateTime(${from}) AND at <= toDateTime(${to})`);
  });
  it('takes inner conditions first, and those of several variables each by its own', () => {
    expect(expand('$__conditionalAll(a IN (${facility:singlequote}) AND $__conditionalAll(b IN (${every:singlequote}), $every), $facility)', view)).toBe("a IN ('ks-mau-01','o\\'hara') AND 1=1");
    expect(expand('$__conditionalAll(a, $every) AND $__conditionalAll(b, ${facility}) AND $__conditionalAll(c, $every)', view)).toBe('1=1 AND b AND 1=1');
    expect(expand("if($__conditionalAll(1 = 0, $every), 'all', 'unit')", view)).toBe("if(1=1, 'all', 'unit')");
  });
  it('drops a condition when what is chosen is empty, and keeps it when there is no such variable', () => {
    expect(expand('$__conditionalAll(a, $none)', { ...view, variables: { none: { values: [''] } } })).toBe('1=1');
    expect(expand('$__conditionalAll(a, $other) AND $__conditionalAll(b, ${every:singlequote})', view)).toBe("a AND b");
  });
  it('leaves a condition with a comma of its own, or with a bracket in quotes, as the data source leaves it', () => {
    for (const sql of ['$__conditionalAll(a, b, $every)', "$__conditionalAll(a = ')', $every)", '$__conditionalAll(a)', '$__conditionalAll(a, $every']) expect(expand(sql, view)).toBe(sql.replaceAll('$every', 'a'));
  });
  it('quotes what could end its own quotes', () => expect(expand('${odd:singlequote}', { ...view, variables: { odd: { values: ["o'hara\\"] } } })).toBe("'o\\'hara\\\\'"));
  it('touches no comment, and takes no quoted dashes for one', () => {
    expect(expand("SELECT '-- $__fromTime' -- $__toTime\n, /* $facility */ $__interval_s", view)).toBe(`SELECT '-- toDateTime(${from})' -- $__toTime\n, /* $facility */ 60`);
  });
  it('refuses a step of days, whose days would begin at 07:00 in Vietnam', () => expect(() => expand('$__timeGroup(at, 1d)', view)).toThrow('takes no step 1d'));
  it('refuses a wrong count of arguments and an unknown format', () => {
    expect(() => expand('$__timeFilter(a, b)', view)).toThrow('takes 1 arguments, got 2');
    expect(() => expand('${facility:pipe}', view)).toThrow('not known');
  });
});
