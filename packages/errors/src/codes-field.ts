import { entry } from './severity.ts';

/** Faults that any field can have. */
export const fieldCodes = {
  'field.required': entry('reject', 'Thiếu thông tin bắt buộc.', 'A required field is missing.', 'Điền trường được nêu.', 'Fill in the field that is named.'),
  'field.type': entry('reject', 'Sai kiểu dữ liệu.', 'The value has the wrong type.', 'Dùng kiểu dữ liệu như trong /docs.', 'Use the type given in /docs.'),
  'field.number-as-text': entry('warn', 'Mã số gửi dưới dạng số, có thể mất số 0 ở đầu.', 'A code was sent as a number; leading zeros may be lost.', 'Gửi mã số trong dấu ngoặc kép.', 'Send it as text, in quotes.'),
  'field.too-long': entry('reject', 'Nội dung dài quá giới hạn.', 'The value is too long.', 'Rút ngắn nội dung.', 'Shorten it.'),
  'field.not-allowed-value': entry('reject', 'Giá trị không nằm trong danh mục.', 'The value is not one of those allowed.', 'Chọn một giá trị trong danh mục tại /docs.', 'Choose one of the values in /docs.'),
  'field.format': entry('reject', 'Giá trị sai định dạng.', 'The value has the wrong form.', 'Viết theo mẫu trong /docs.', 'Write it as in /docs.'),
  'field.control-character': entry('warn', 'Nội dung có ký tự điều khiển, đã bỏ đi.', 'The value held control characters, which were left out.', 'Kiểm tra phần mềm xuất dữ liệu.', 'Check the software that writes it.'),
  'field.unknown': entry('warn', 'Không biết trường này, đã bỏ qua.', 'This field is not known and was passed over.', 'Kiểm tra tên trường.', 'Check the field’s name.'),
  'date.format': entry('reject', 'Ngày giờ không đọc được hoặc không có thật.', 'The date or time cannot be read, or does not exist.', 'Viết 2026-11-20T14:00:00+07:00, 2026-11-20 14:00:00, 2026-11-20 hoặc 20/11/2026.', 'Write 2026-11-20T14:00:00+07:00, 2026-11-20 14:00:00, 2026-11-20 or 20/11/2026.'),
  'image.dropped': entry('warn', 'Ảnh giấy tờ không được lưu, đã bỏ đi.', 'Images of papers are not kept; it was dropped.', 'Không cần gửi ảnh.', 'There is no need to send images.'),
} as const;
