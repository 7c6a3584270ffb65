import type { BoardSpec } from '../board.ts';
import { simulatedFacilities } from '../opening/facilities.ts';
import { opening } from '../opening/opening.ts';
import { labelled } from '../registers/labelled.ts';
import { say, type Say } from '../text.ts';
import { oneBoundary, unitOfBoundary } from '../variables/places.ts';
import { alerts } from './alerts.ts';
import { breakdown } from './breakdown.ts';
import { compliance } from './compliance.ts';
import { headline } from './headline.ts';
import { calendar, chosen, rates } from './source.ts';

const first = (speak: Say) =>
  opening(
    {
      completeness: {
        description: {
          vi: 'Tỷ lệ tháng trong kỳ, của từng nơi đang xem, mà số vụ không bị che; những vụ không được ghi nhận thì hệ thống không biết.',
          en: 'Of the months of the range, of each place shown, the share whose figure is not left out; of incidents that nobody recorded the system knows nothing.',
        },
        sql: `SELECT if(count() = 0, NULL, countIf(NOT suppressed) / count()) AS completeness FROM ${rates(chosen)}`,
      },
      source: {
        description: {
          vi: 'Số liệu hành chính (đăng ký) do công an ghi nhận trong hệ thống, không phải số liệu thống kê chính thức và không thay số liệu nghiệp vụ của ngành công an.',
          en: 'Administrative (register) counts of what the police recorded in this system, not official statistics, nor a substitute for the figures of the police.',
        },
        sql: `SELECT '${speak({ vi: 'Sổ vụ việc và thông báo lưu trú (đăng ký)', en: 'Register of incidents and of stays' })}' AS source`,
      },
      simulated: {
        description: {
          vi: 'Có cơ sở mô phỏng (mã bắt đầu bằng demo-) hoặc cảnh báo mô phỏng trong các số liệu trên bảng này hay không; gỡ bằng lệnh da06 demo remove.',
          en: 'Whether simulated facilities (ids that begin with demo-) or simulated alerts are among the figures of this board; da06 demo remove takes them out.',
        },
        condition: `${simulatedFacilities.condition} OR (SELECT countIf(simulated) FROM alert_precision) > 0`,
      },
    },
    speak,
  );

/** Security and social order (model 40): how many incidents, of what kind, where, when, how soon handled; compliance and alerts in short. */
export const security: BoardSpec = {
  uid: 'an-ninh',
  title: { vi: 'An ninh, trật tự', en: 'Security and social order' },
  description: {
    vi: 'Vụ việc, chấp hành lưu trú và cảnh báo (mô hình 40); số liệu hành chính (đăng ký), chỉ số tổng hợp, ô dưới 5 bị che.',
    en: 'Incidents, compliance with stay notices and alerts (model 40); administrative (register) counts, sums alone, cells of under 5 left out.',
  },
  tags: ['da06'],
  from: 'now-1y',
  refresh: '5m',
  variables: [calendar, oneBoundary, unitOfBoundary],
  sections: (language) => [first(say(language)), ...[headline, breakdown, compliance].map((section) => labelled(section(say(language)))), alerts(say(language))],
};
