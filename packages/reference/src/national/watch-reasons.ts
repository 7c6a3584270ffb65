/** Why somebody is watched for, and how grave a match is. Words of the Criminal Procedure Code 2015 (truy nã, quản chế) and of the Law on Entry and Exit (chưa cho nhập cảnh, tạm hoãn xuất cảnh) [from knowledge]. */
export const watchReasons = [
  { reason: 'wanted', severity: 'high', vi: 'Truy nã', en: 'Wanted' },
  { reason: 'missing', severity: 'high', vi: 'Mất tích', en: 'Missing' },
  { reason: 'entry-ban', severity: 'high', vi: 'Chưa cho nhập cảnh', en: 'Barred from entry' },
  { reason: 'exit-ban', severity: 'medium', vi: 'Tạm hoãn xuất cảnh', en: 'Barred from leaving' },
  { reason: 'probation', severity: 'medium', vi: 'Quản chế, án treo', en: 'On probation' },
  { reason: 'other', severity: 'medium', vi: 'Lý do khác', en: 'Other' },
] as const;
