import { localDay, startOfLocalDay } from '@da06/domain';
import { dayText } from '../day-text.ts';
import { decimalText } from '../decimal-text.ts';
import type { ConsolidatedReport, DutyStatus, ModelLine, ModelStatus } from './types.ts';

export const statusWords: Readonly<Record<ModelStatus, string>> = {
  planned: 'Chưa bắt đầu', 'waiting-c06': 'Chờ giải pháp của C06', 'in-progress': 'Đang thực hiện', blocked: 'Vướng', 'in-operation': 'Đã vận hành', completed: 'Đã hoàn thành', launched: 'Đã ra mắt', trained: 'Đã tập huấn',
  'not-deployable': 'Không triển khai được', 'no-subject': 'Chưa có đối tượng', 'not-mentioned': 'Kế hoạch không nêu',
};

export const dutyWords: Readonly<Record<DutyStatus, string>> = { in: 'Đúng hạn', late: 'Chậm', missing: 'Thiếu', due: 'Chưa gửi, còn hạn', 'not-yet': 'Chưa đến kỳ' };

/** 14:05 ngày 31/10/2023, in Vietnam, of an ISO instant. */
export const instantText = (at: string): string => {
  const moment = Date.parse(at);
  const minutes = Math.floor((moment - startOfLocalDay(moment)) / 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)} ngày ${dayText(localDay(moment))}`;
};

export const signed = (value: number): string => (value > 0 ? `+${decimalText(value)}` : value < 0 ? `−${decimalText(-value)}` : '0');

/** Whole percent of a part, with what it is a part of; a part of nothing has none. */
export const shareText = (part: number, whole: number): string => (whole === 0 ? 'không có' : `${decimalText(part)}/${decimalText(whole)} (${decimalText(Math.round((part * 100) / whole))}%)`);

/** How a model stands to its deadline. */
export const latenessText = ({ lateness, daysLate }: Pick<ModelLine, 'lateness' | 'daysLate'>): string => {
  const days = `${decimalText(daysLate)} ngày`;
  switch (lateness) {
    case 'none':
      return '–';
    case 'conditional':
      return 'Phụ thuộc điều kiện';
    case 'in-time':
      return 'Đúng hạn';
    case 'ended-late':
      return `Đạt, chậm ${days}`;
    case 'due':
      return 'Còn hạn';
    case 'overdue':
      return `Quá hạn ${days}`;
    case 'born-overdue':
      return `Quá hạn ${days} (quá hạn tại thời điểm ban hành)`;
  }
};

/** What stands in a model's way. */
export const blockerText = ({ blockers }: Pick<ModelLine, 'blockers'>): string =>
  blockers.map((blocker) => (blocker.code === 'unit-not-chosen' ? 'Chưa chọn đơn vị triển khai (Phụ lục III)' : `Bước ${blocker.step}, từ ${dayText(blocker.since)}: ${blocker.cause}`)).join('; ');

/** A text for a table's cell: its blanks as one, cut between words where it is long. */
export const shortText = (text: string, most: number): string => {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return plain.length <= most ? plain : `${plain.slice(0, most).replace(/\s+\S*$/u, '')} …`;
};

/** How complete the month's reports are. */
export const completenessText = ({ expected, in: onTime, late, missing, open }: ConsolidatedReport['completeness']): string =>
  `${shareText(onTime + late, expected)} đơn vị đã gửi: ${onTime} đúng hạn, ${late} chậm; thiếu ${missing}${open > 0 ? `; chưa gửi nhưng còn hạn ${open}` : ''}`;
