import { z } from 'zod';

/** A rule that looks for what needs a look. Every number it goes by is a threshold: none stands in its question's text alone. */
export type AlertRule = {
  readonly rule: AlertRuleCode;
  /** Goes up when the question changes; thresholds may differ within a version. */
  readonly version: number;
  readonly severity: 'low' | 'medium' | 'high';
  readonly vi: string;
  readonly en: string;
  readonly question: { readonly vi: string; readonly en: string };
  /** By name; the name says what is counted. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** Days back from the newest day at which it is asked: what is told later than this raises nothing. 0 = it is not asked of tables. */
  readonly windowDays: number;
};

const rules = {
  'watch-list': {
    version: 1, severity: 'high', windowDays: 0, thresholds: {},
    vi: 'Đối tượng theo dõi', en: 'Watch-list',
    question: { vi: 'Khách có phải người trong danh sách theo dõi không?', en: 'Is the guest somebody who is watched for?' },
  },
  'double-stay': {
    version: 1, severity: 'high', windowDays: 31, thresholds: { nightsWithoutEnd: 3 },
    vi: 'Một người, hai nơi', en: 'One person in two places',
    question: {
      vi: 'Một người có được khai nghỉ cùng một đêm ở hai cơ sở không? Lượt không ai khai ngày đi chỉ tính nightsWithoutEnd đêm đầu.',
      en: 'Do stays at two facilities claim one person for one night? A stay whose end nobody has told counts for its first nightsWithoutEnd nights alone.',
    },
  },
  'room-density': {
    version: 1, severity: 'medium', windowDays: 31, thresholds: { personsPerRoom: 6, nightsWithoutEnd: 3 },
    vi: 'Quá đông trong một buồng', en: 'Too many in one room',
    question: {
      vi: 'Một đêm có hơn personsPerRoom người trong một buồng, và hơn số giường trung bình mỗi buồng của cơ sở, không? Mỗi buồng mỗi tuần một cảnh báo; lượt không ai khai ngày đi chỉ tính nightsWithoutEnd đêm đầu.',
      en: 'Were more than personsPerRoom people in one room in one night, and more than the facility has beds a room? One alert a room and week; a stay whose end nobody has told counts for its first nightsWithoutEnd nights alone.',
    },
  },
  'over-30-days': {
    version: 1, severity: 'medium', windowDays: 31, thresholds: { nights: 30 },
    vi: 'Lưu trú từ 30 ngày', en: 'A stay of 30 days and more',
    question: {
      vi: 'Lượt khách đã đủ nights đêm: đã đăng ký tạm trú chưa, hay chưa khai ngày đi?',
      en: 'A visit has reached its nights: is it registered as temporary residence, or was leaving not told?',
    },
  },
  'silent-facility': {
    version: 1, severity: 'low', windowDays: 31, thresholds: { silentDays: 7, usualSpeakers: 3 },
    vi: 'Cơ sở im lặng', en: 'Silent facility',
    question: {
      vi: 'Cơ sở đang hoạt động, có tài khoản, không có tin trọn silentDays ngày không? Ngày trong sự cố đã khai không tính, và nếu thường ngày có từ usualSpeakers cơ sở có tin thì ngày không cơ sở nào có tin cũng không tính.',
      en: 'Was nothing heard for silentDays whole days of a facility that is in force and has an account? Days of a declared outage do not count, nor, where usualSpeakers and more speak on a usual day, days on which nobody does.',
    },
  },
  'sudden-drop': {
    version: 1, severity: 'low', windowDays: 31, thresholds: { arrivalsPerWeek: 10, share: 0.3, deviations: 3, settledAfterDays: 2 },
    vi: 'Lượt khai giảm đột ngột', en: 'Sudden drop',
    question: {
      vi: 'Lượt đến trong 7 ngày có dưới share so với bình quân bốn tuần trước (ít nhất arrivalsPerWeek lượt mỗi tuần), và thấp hơn ít nhất deviations lần độ lệch thường thấy của chính cơ sở, trong khi cơ sở vẫn có tin và địa bàn không giảm như vậy? Tính đến ngày đã qua settledAfterDays ngày.',
      en: 'Are arrivals of 7 days below a share of the mean of the four weeks before (arrivalsPerWeek at least) and deviations and more times what the facility’s own days usually differ by below it, while the facility still speaks and the locality has not fallen as much? Up to a day that is settledAfterDays past.',
    },
  },
  'copied-identities': {
    version: 1, severity: 'high', windowDays: 31, thresholds: { persons: 4, share: 0.5, withinDays: 7, staysOfOne: 3 },
    vi: 'Sao chép danh sách khách', en: 'Copied identities',
    question: {
      vi: 'Trong khách đến một ngày có từ persons người, và từ share, đã đến chính nơi đó vào cùng một ngày trong withinDays ngày trước? Hoặc một người có từ staysOfOne lượt ở một cơ sở trong một đêm?',
      en: 'Are persons and more, and a share and more, of those who arrive on a day people who arrived there on one and the same day of the withinDays before? Or has one person staysOfOne stays at one facility in one night?',
    },
  },
  'arrival-spike': {
    version: 1, severity: 'low', windowDays: 31, thresholds: { arrivals: 6, share: 0.5, minutesBeforeMidnight: 10 },
    vi: 'Giờ đến dồn cuối ngày', en: 'Arrivals typed in at the end of the day',
    question: {
      vi: 'Từ arrivals lượt, và từ share số lượt đến trong ngày, có giờ đến trong minutesBeforeMidnight phút cuối ngày không?',
      en: 'Do arrivals and more, and a share and more, of those of a day lie in its last minutesBeforeMidnight minutes?',
    },
  },
} as const satisfies Readonly<Record<string, Omit<AlertRule, 'rule'>>>;

export type AlertRuleCode = keyof typeof rules;

/** The rules of the system, with the thresholds that a locality has unless it names others. */
export const alertRules: readonly AlertRule[] = Object.entries(rules).map(([rule, of]) => ({ rule: rule as AlertRuleCode, ...of }));

/** Thresholds of a locality's own, by rule and name: those of the rules above and no others. */
export const AlertThresholds = z.strictObject(
  Object.fromEntries(alertRules.map(({ rule, thresholds }) => [rule, z.strictObject(Object.fromEntries(Object.keys(thresholds).map((name) => [name, z.number().positive().max(1000).optional()]))).optional()])),
);
export type AlertThresholds = z.infer<typeof AlertThresholds>;

/** The rules as a locality has them. */
export const alertRulesOf = (own: AlertThresholds): readonly AlertRule[] =>
  alertRules.map((rule) => ({ ...rule, thresholds: { ...rule.thresholds, ...Object.fromEntries(Object.entries(own[rule.rule] ?? {}).filter((threshold): threshold is [string, number] => threshold[1] !== undefined)) } }));
