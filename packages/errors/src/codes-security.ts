import { entry } from './severity.ts';

/** Faults of the watch-list, of alerts and of webhooks (model 40). */
export const securityCodes = {
  'watch-entry.unknown': entry('reject', 'Không có mục theo dõi này.', 'There is no such watch-list entry.', 'Xem danh sách tại GET /v1/watch-entries.', 'See GET /v1/watch-entries.'),
  'watch-entry.reason-unknown': entry('reject', 'Không biết lý do theo dõi này.', 'This class of reasons is not known.', 'Chọn một lý do tại /docs.', 'Choose one of the classes in /docs.'),
  'watch-entry.valid-from-ahead': entry('reject', 'Ngày bắt đầu còn ở phía trước.', 'The first day lies ahead.', 'Gửi khi việc theo dõi đã bắt đầu.', 'Send it when it has begun: nothing looks again on that day.'),
  'watch-entry.expired': entry('reject', 'Ngày hết hạn đã qua, hoặc trước ngày bắt đầu.', 'The last day has passed, or lies before the first.', 'Sửa expiresOn.', 'Mend expiresOn.'),
  'alert.unknown': entry('reject', 'Không có cảnh báo này.', 'There is no such alert.', 'Xem danh sách tại GET /v1/alerts.', 'See GET /v1/alerts.'),
  'alert.changed': entry('reject', 'Cảnh báo đã được người khác xử lý.', 'Somebody else has looked at the alert meanwhile.', 'Xem trạng thái hiện tại trong câu trả lời rồi gửi lại nếu vẫn cần.', 'Look at the current state in the answer and send it again if it is still wanted.'),
  'alert.not-judged': entry('reject', 'Cảnh báo chưa được xác nhận hay bác bỏ.', 'The alert is neither confirmed nor dismissed.', 'Xác nhận hoặc bác bỏ trước khi đóng.', 'Confirm or dismiss it before it is closed.'),
  'alert.already-judged': entry('reject', 'Cảnh báo đã được xác nhận hoặc bác bỏ.', 'The alert is confirmed or dismissed already.', 'Đóng cảnh báo nếu đã xử lý xong.', 'Close it if what was to be done is done.'),
  'alert.closed': entry('reject', 'Cảnh báo đã đóng.', 'The alert is closed.', 'Không cần gửi lại.', 'Nothing is left to do.'),
  'alert.no-stay': entry('reject', 'Cảnh báo này không gắn với một lượt lưu trú.', 'The alert is not about one stay.', 'Không có danh tính nào để mở.', 'There is no identity to open.'),
  'webhook.unknown': entry('reject', 'Không có đăng ký nhận cảnh báo này.', 'There is no such webhook.', 'Xem danh sách tại GET /v1/webhooks.', 'See GET /v1/webhooks.'),
  'webhook.removed': entry('reject', 'Đăng ký nhận cảnh báo này đã bị xóa.', 'The webhook was removed.', 'Đăng ký lại bằng POST /v1/webhooks.', 'Subscribe again with POST /v1/webhooks.'),
  'webhook.url-not-allowed': entry('reject', 'Không gửi cảnh báo tới địa chỉ này được.', 'Alerts cannot be sent to this address.', 'Dùng https, hoặc http trên chính máy này; không kèm tên, mật khẩu hay phần sau dấu #.', 'Use https, or http on this very machine; without a user, a password or a fragment.'),
  'webhook.replay-from': entry('reject', 'Không hiểu nơi bắt đầu gửi lại.', 'Where to begin again is not understood.', 'Gửi một thời điểm như 2026-11-20T02:00:00Z, hoặc một position lấy từ danh sách.', 'Send an instant as 2026-11-20T02:00:00Z, or a position as the list shows it.'),
  'webhook.too-many': entry('reject', 'Đã có 100 đăng ký nhận cảnh báo.', 'There are 100 webhooks already.', 'Xóa một đăng ký không còn dùng.', 'Remove one that is not used any longer.'),
} as const;
