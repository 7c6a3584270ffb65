import type { SectionSpec } from '../board.ts';
import { definitionOf } from '../definitions/definition.ts';
import type { Say, Text } from '../text.ts';
import { figure } from './figure.ts';
import { bothWeeks, lastWeek, today, weekAgo, weekBefore, whole } from './week.ts';

const people: Text = { vi: 'người', en: 'people' };

/** One figure of a register, newest and at the end of a day a week ago; NULL where there is none. A view without parameters is planned half as long; a wall ends now, so its newest day is the last one shown. */
const atBoth = (view: string, value: string, where: string): string =>
  `SELECT (SELECT maxOrNull(${value}) FROM ${view} WHERE as_of <= ${today} AND ${where}) AS now, (SELECT maxOrNull(${value}) FROM ${view}_at(as_of = toString(${weekAgo}), known_at = '', boundary = '') WHERE ${where}) AS before`;

const permanentAt = { x: 0, y: 3, w: 4, h: 5 };
const cell = (column: number, row: number): typeof permanentAt => ({ ...permanentAt, x: column * 4, y: 3 + row * 5 });

/** The two weeks of one figure a day; NULL where there is no day. */
const weeks = (view: string, figures: string): string => `SELECT ${figures} FROM ${view} WHERE ${whole} AND ${bothWeeks}`;
const share = (part: string, of: string, days: string): string => `if(sumIf(${of}, ${days}) > 0, 100 * sumIf(${part}, ${days}) / sumIf(${of}, ${days}), NULL)`;
const summed = (column: string, days: string): string => `if(countIf(${days}) = 0, NULL, sumIf(${column}, ${days}))`;

/** Rooms in use are known for facilities that know their rooms: their share is weighed by the rooms of the day. */
const occupied = (days: string): string =>
  `if(sumIf(rooms_all, ${days} AND rooms_all > 0) > 0, sumIf(room_occupancy_all * rooms_all, ${days} AND rooms_all > 0) / sumIf(rooms_all, ${days} AND rooms_all > 0), NULL)`;

/** Models past their deadline at the end of a day. */
const overdueAt = (day: string): string => `(SELECT countIf(lateness IN ('overdue', 'born-overdue')) FROM models_at(as_of = concat(toString(${day}), ' 23:59:59')))`;

/** Eight large figures, each against last week. */
export const figures = (say: Say): SectionSpec => ({
  panels: [
    figure({
      id: 11, at: cell(0, 0), unit: 'locale', counted: people, good: 'neither',
      title: { vi: 'Thường trú (đăng ký)', en: 'Permanent residents (register)' },
      description: definitionOf('dc.permanent'),
      source: atBoth('population', 'persons', "place_kind = 'all' AND cube = 'total' AND status = 'permanent'"),
    }, say),
    figure({
      id: 12, at: cell(1, 0), unit: 'locale', counted: people, good: 'neither',
      title: { vi: 'Tạm trú (đăng ký)', en: 'Temporary residents (register)' },
      description: definitionOf('dc.temporary'),
      source: atBoth('population', 'persons', "place_kind = 'all' AND cube = 'total' AND status = 'temporary'"),
    }, say),
    figure({
      id: 13, at: cell(2, 0), unit: 'locale', counted: people, good: 'more',
      title: { vi: 'Có việc làm (đăng ký)', en: 'Employed (register)' },
      description: definitionOf('ld.employed'),
      source: atBoth('labour', 'persons', "place_kind = 'all' AND cube = 'status×sex' AND a = 'employed' AND b = ''"),
    }, say),
    figure({
      id: 14, at: cell(3, 0), unit: 'percent', counted: { vi: 'cơ sở có tin', en: 'of facilities heard' }, good: 'more',
      title: { vi: 'Cơ sở lưu trú du lịch có tin', en: 'Tourist facilities heard' },
      description: {
        vi: 'Trong 7 ngày trọn trước hôm nay, tỷ lệ ngày – cơ sở lưu trú du lịch đang hoạt động có tin đúng ngày đó (khách đến, hoặc báo không có khách).',
        en: 'Over the 7 whole days before today, share of days of tourist facilities in operation with word on that very day (a guest, or a notice of none).',
      },
      source: weeks('tourism_daily', `${share('heard', 'facilities', lastWeek)} AS now, ${share('heard', 'facilities', weekBefore)} AS before`),
    }, say),
    figure({
      id: 15, at: cell(0, 1), unit: 'locale', counted: { vi: 'lượt', en: 'visits' }, good: 'more',
      title: { vi: 'Khách du lịch 7 ngày', en: 'Tourists, 7 days' },
      description: {
        vi: 'Lượt khách du lịch qua lưu trú, nghỉ đêm và trong ngày, của 7 ngày trọn trước hôm nay; số liệu hành chính (đăng ký).',
        en: 'Visits of tourists by registrations of stays, overnight and of a day, of the 7 whole days before today; administrative (register) counts.',
      },
      source: weeks('tourism_daily', `${summed('arrivals', lastWeek)} AS now, ${summed('arrivals', weekBefore)} AS before`),
    }, say),
    figure({
      id: 16, at: cell(1, 1), unit: 'percent', counted: { vi: 'số buồng', en: 'of rooms' }, good: 'more',
      title: { vi: 'Công suất buồng 7 ngày', en: 'Room occupancy, 7 days' },
      description: {
        vi: 'Tỷ lệ buồng có khách nghỉ đêm trên số buồng của mọi cơ sở lưu trú du lịch đang hoạt động và biết số buồng, của 7 ngày trọn trước hôm nay.',
        en: 'Rooms with a guest overnight of the rooms of all tourist facilities in operation that know their rooms, of the 7 whole days before today.',
      },
      source: weeks('occupancy', `${occupied(lastWeek)} AS now, ${occupied(weekBefore)} AS before`),
    }, say),
    figure({
      id: 17, at: cell(2, 1), unit: 'locale', counted: { vi: 'bước', en: 'steps' }, good: 'more',
      title: { vi: 'Bước mô hình đã xong', en: 'Steps of models completed' },
      description: { vi: 'Số bước của các mô hình trong kế hoạch đã hoàn thành đến hết hôm nay.', en: 'Steps of the models of the plan completed up to the end of today.' },
      source: `SELECT countIf(completed_on > toDate(0) AND completed_on <= ${today}) AS now, countIf(completed_on > toDate(0) AND completed_on <= ${weekAgo}) AS before FROM model_steps`,
    }, say),
    figure({
      id: 18, at: cell(3, 1), unit: 'locale', counted: { vi: 'mô hình', en: 'models' }, good: 'less',
      title: { vi: 'Mô hình quá hạn', en: 'Models overdue' },
      description: { vi: 'Số mô hình chưa đạt đích khi đã quá hạn của kế hoạch, kể cả mô hình quá hạn ngay khi ban hành.', en: 'Models past the deadline of the plan without having reached their end, those that were late when it was signed among them.' },
      source: `SELECT ${overdueAt(today)} AS now, ${overdueAt(weekAgo)} AS before`,
    }, say),
  ],
});
