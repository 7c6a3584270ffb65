/** What came of looking at an alert, by what is done with it. */
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
} as const;
