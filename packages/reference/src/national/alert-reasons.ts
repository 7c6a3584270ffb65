/** Why an alert is confirmed, dismissed or closed, and why the identity behind it is opened: codes alone, because a text could name the person. */
export const alertReasons = {
  confirm: [
    { reason: 'identity-checked', vi: 'Đã xác minh đúng người', en: 'The person was checked' },
    { reason: 'facts-checked', vi: 'Đã xác minh đúng sự việc', en: 'The facts were checked' },
    { reason: 'other', vi: 'Lý do khác', en: 'Other' },
  ],
  dismiss: [
    { reason: 'other-person', vi: 'Không đúng người', en: 'Another person' },
    { reason: 'wrong-entry', vi: 'Mục theo dõi sai', en: 'The entry was wrong' },
    { reason: 'wrong-record', vi: 'Khai báo lưu trú sai', en: 'The record was wrong' },
    { reason: 'allowed', vi: 'Được phép', en: 'Allowed' },
    { reason: 'other', vi: 'Lý do khác', en: 'Other' },
  ],
  close: [
    { reason: 'handled', vi: 'Đã xử lý', en: 'Dealt with' },
    { reason: 'handed-over', vi: 'Đã chuyển cơ quan khác', en: 'Handed over to another agency' },
    { reason: 'nothing-to-do', vi: 'Không cần xử lý', en: 'Nothing to do' },
    { reason: 'other', vi: 'Lý do khác', en: 'Other' },
  ],
  open: [
    { reason: 'verify', vi: 'Xác minh trùng khớp', en: 'To check the match' },
    { reason: 'search', vi: 'Truy tìm', en: 'To find the person' },
    { reason: 'court-order', vi: 'Theo lệnh của cơ quan có thẩm quyền', en: 'By order of an authority' },
    { reason: 'other', vi: 'Lý do khác', en: 'Other' },
  ],
} as const;
