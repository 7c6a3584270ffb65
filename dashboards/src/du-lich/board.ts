import type { BoardSpec } from '../board.ts';
import { onBoundaries } from '../clickhouse/boundaries.ts';
import { simulatedFacilities } from '../opening/facilities.ts';
import { opening } from '../opening/opening.ts';
import { labelled } from '../registers/labelled.ts';
import { say, type Say } from '../text.ts';
import { kindVariable } from '../variables/kinds.ts';
import { boundary, unit } from '../variables/places.ts';
import { guests } from './guests.ts';
import { occupancy } from './occupancy.ts';
import { origins } from './origins.ts';
import { places } from './places.ts';
import { reporting } from './reporting.ts';
import { chosen, tourismKinds } from './source.ts';

const first = (speak: Say) =>
  opening(
    {
      completeness: {
        description: {
          vi: 'Trong các ngày của kỳ, tỷ lệ ngày mà cơ sở lưu trú du lịch có tin (có khách đến hoặc báo không có khách): số liệu chỉ nói về phần này.',
          en: 'Over the days of the period, the share of days on which houses for tourists were heard of (a guest, or that there is none): the figures speak of these alone.',
        },
        sql: `SELECT sum(heard) / nullIf(sum(facilities), 0) AS completeness FROM ${onBoundaries('tourism_daily_at')} WHERE ${chosen}`,
      },
      source: {
        description: {
          vi: 'Số liệu hành chính (đăng ký) từ thông báo lưu trú của khách sạn, nhà nghỉ, nhà khách, không phải số liệu thống kê chính thức; không tính nhà trọ, nhà ở khu công nghiệp, lưu trú từ 30 ngày, khách cư trú ngay tại xã.',
          en: 'Administrative (register) counts from the notices of hotels, motels and guest houses, not official statistics; boarding houses, zone housing, stays of 30 days and more, and guests who live in the commune do not count.',
        },
        sql: `SELECT concat('${speak({ vi: 'Số liệu hành chính (đăng ký); cơ sở du lịch: ', en: 'Administrative (register); houses: ' })}', toString(countIf(tourism))) AS source FROM facilities`,
      },
      simulated: simulatedFacilities,
    },
    speak,
  );

/** Tourism through stays (model 39): how many guests, from where, how long, how full the houses are, and how much of it is told. */
export const tourism: BoardSpec = {
  uid: 'du-lich',
  title: { vi: 'Du lịch qua lưu trú', en: 'Tourism through stays' },
  description: {
    vi: 'Khách du lịch theo thông báo lưu trú (mô hình 39); số liệu hành chính (đăng ký). Chọn đơn vị hoặc loại cơ sở, không chọn cả hai: số liệu không chia chéo để không lộ một cơ sở.',
    en: 'Tourists by the notices of stays (model 39); administrative (register) counts. Choose units or kinds of houses, not both: the figures are never crossed, for that would tell on one house.',
  },
  tags: ['da06'],
  from: 'now-30d',
  refresh: '5m',
  variables: [boundary, unit, { ...kindVariable(tourismKinds), label: { vi: 'Loại cơ sở (toàn địa bàn)', en: 'Kind of house (whole territory)' } }],
  sections: (language) => [first(say(language)), ...[guests, occupancy, origins, places, reporting].map((section) => labelled(section(say(language))))],
};
