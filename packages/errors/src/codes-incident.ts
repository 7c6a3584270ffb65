import { entry } from './severity.ts';

/** Faults of incidents. Dossier 5.4, model 40 of the plan. */
export const incidentCodes = {
  'incident.unknown': entry('reject', 'Không có vụ việc này.', 'There is no such incident.', 'Kiểm tra mã tham chiếu.', 'Check the reference.'),
  'incident.kind-unknown': entry('reject', 'Không biết loại vụ việc này.', 'This kind of incident is not known.', 'Chọn một loại tại /docs.', 'Choose one of the kinds in /docs.'),
  'incident.in-future': entry('reject', 'Thời điểm còn ở phía trước.', 'The time lies ahead.', 'Kiểm tra giờ và múi giờ.', 'Check the time and its offset.'),
  'incident.reported-before-happened': entry('reject', 'Tiếp nhận trước khi xảy ra.', 'It was reported before it happened.', 'Sửa happenedAt hoặc reportedAt.', 'Mend happenedAt or reportedAt.'),
  'incident.handled-before-reported': entry('reject', 'Giải quyết trước khi tiếp nhận.', 'It was handled before it was reported.', 'Sửa handledAt hoặc reportedAt.', 'Mend handledAt or reportedAt.'),
  'incident.means-not-used': entry('reject', 'Chỉ tai nạn giao thông có đường bộ, đường sắt, đường thủy.', 'Only a traffic accident is on a road, on rails or on water.', 'Bỏ means, hoặc sửa kind.', 'Leave means out, or mend kind.'),
  'incident.not-your-unit': entry('reject', 'Vụ việc thuộc đơn vị hành chính khác.', 'The incident belongs to another unit.', 'Gửi bằng khóa của đơn vị đó.', 'Send it with a key of that unit.'),
} as const;
