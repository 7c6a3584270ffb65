import { entry } from './severity.ts';

/** Faults of records of residents and workers. Dossier 2.1, 3.2, 3.4 and 4. */
export const populationCodes = {
  'record.day-out-of-range': entry('reject', 'Ngày ngoài khoảng cho phép (1900–2199).', 'The day lies outside 1900–2199.', 'Kiểm tra năm.', 'Check the year.'),
  'record.on-in-future': entry('reject', 'Ngày còn ở phía trước.', 'The day lies ahead.', 'Gửi bản ghi khi việc đã xảy ra.', 'Send the record when it has happened.'),
  'record.not-your-unit': entry('reject', 'Bản ghi thuộc đơn vị hành chính khác.', 'The record belongs to another unit.', 'Gửi bằng khóa của đơn vị đó.', 'Send it with a key of that unit.'),
  'unit.not-commune': entry('reject', 'Đơn vị này không phải cấp xã.', 'The unit is no commune.', 'Ghi xã, phường hoặc thị trấn.', 'Name the commune.'),
  'unit.code-of-other-time': entry('warn', 'Mã này không có hiệu lực vào ngày đó; đã hiểu theo thời gian gần nhất.', 'The code was not in use on that day; it was read as that of the nearest time.', 'Dùng mã có hiệu lực vào ngày của bản ghi, hoặc uid.', 'Use the code of the record’s day, or a uid.'),
} as const;
