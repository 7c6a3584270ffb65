import { entry } from './severity.ts';

/** Faults of a request as a whole, and states of the system that answer it. */
export const requestCodes = {
  'request.unauthorized': entry('reject', 'Thiếu khóa truy cập hoặc khóa không đúng.', 'The access key is missing or unknown.', 'Gửi tiêu đề Authorization: Bearer KHÓA; hỏi quản trị viên nếu mất khóa.', 'Send Authorization: Bearer KEY; ask the administrator for a new key if it is lost.'),
  'request.forbidden': entry('reject', 'Khóa này không được làm việc đó.', 'This key may not do that.', 'Dùng khóa của chính cơ sở, hoặc khóa có vai trò phù hợp.', 'Use the facility’s own key, or one with the role needed.'),
  'request.not-found': entry('reject', 'Không có địa chỉ này.', 'There is nothing at this address.', 'Xem danh sách địa chỉ tại /docs.', 'See /docs for the addresses.'),
  'request.method-not-allowed': entry('reject', 'Địa chỉ này không nhận phương thức đó.', 'This address does not take that method.', 'Xem phương thức đúng tại /docs.', 'See /docs for the methods.'),
  'request.too-large': entry('reject', 'Nội dung gửi lớn quá 64 MiB.', 'The body is larger than 64 MiB.', 'Chia thành nhiều lần gửi.', 'Send it in several requests.'),
  'request.answer-too-large': entry('reject', 'Kết quả quá lớn để hiển thị.', 'The answer is too large to be shown.', 'Chọn khoảng thời gian ngắn hơn hoặc ít mục hơn; lấy toàn bộ bằng SQL.', 'Choose a shorter range or fewer things; take all of it by SQL.'),
  'request.media-type': entry('reject', 'Không nhận loại nội dung này.', 'This content type is not taken here.', 'Dùng application/json, application/x-ndjson, text/csv, application/xml, text/plain (mã QR) hoặc tệp .xlsx.', 'Use application/json, application/x-ndjson, text/csv, application/xml, text/plain (QR texts) or the type of .xlsx.'),
  'request.rate-limited': entry('reject', 'Gửi quá nhanh.', 'Too many requests with this key.', 'Chờ số giây ghi ở Retry-After rồi gửi lại.', 'Wait for the seconds of Retry-After, then send again.'),
  'request.unreadable': entry('reject', 'Không đọc được nội dung gửi.', 'The body cannot be read.', 'Kiểm tra cú pháp và bảng mã UTF-8; không có bản ghi nào được nhận.', 'Check the syntax and the UTF-8 encoding; no record was taken.'),
  'request.invalid': entry('reject', 'Tham số của yêu cầu không đúng.', 'A parameter of the request is not valid.', 'Sửa tham số được nêu.', 'Mend the parameter that is named.'),
  'batch.empty': entry('reject', 'Danh sách gửi lên không có bản ghi nào.', 'The batch holds no record.', 'Gửi ít nhất một bản ghi; nếu không có khách, dùng nothing-to-report.', 'Send at least one record; if there were no guests, use nothing-to-report.'),
  'batch.too-many-items': entry('reject', 'Một lần gửi nhiều hơn 50.000 bản ghi.', 'The batch holds more than 50,000 records.', 'Chia thành nhiều lần gửi.', 'Send it in several requests.'),
  'item.too-large': entry('reject', 'Bản ghi lớn quá 256 KiB.', 'The record is larger than 256 KiB.', 'Bỏ ảnh và nội dung thừa.', 'Leave out images and other extra content.'),
  'item.unreadable': entry('reject', 'Không đọc được dòng này.', 'This line cannot be read.', 'Kiểm tra dòng: có thể bị cắt, sai dấu ngoặc hoặc sai số cột.', 'Check the line: it may be cut off, or its quotes, braces or columns do not match.'),
  'item.not-utf8': entry('reject', 'Dòng này không phải UTF-8.', 'This line is not UTF-8.', 'Lưu tệp với bảng mã UTF-8.', 'Save the file as UTF-8.'),
  'item.not-an-object': entry('reject', 'Bản ghi không phải là một đối tượng.', 'The record is not an object.', 'Mỗi bản ghi là một đối tượng JSON {…}.', 'Each record is one JSON object {…}.'),
  'internal': entry('reject', 'Hệ thống gặp lỗi bên trong.', 'Something failed inside the system.', 'Gửi lại sau; nếu còn lỗi, báo quản trị viên kèm mã sự cố.', 'Send again later; if it stays, tell the administrator the incident id.'),
  'service.not-ready': entry('reject', 'Hệ thống đang khởi động.', 'The system is starting.', 'Chờ số giây ghi ở Retry-After rồi gửi lại.', 'Wait for the seconds of Retry-After, then send again.'),
  'service.storage-full': entry('reject', 'Ổ đĩa đầy, lần gửi này chưa được nhận xong.', 'The disk is full; the request was not taken whole.', 'Báo quản trị viên; gửi lại sau khi có chỗ trống, phần đã nhận sẽ được báo là trùng.', 'Tell the administrator; send again when there is room: what was taken is told as duplicates.'),
  'service.overloaded': entry('reject', 'Hệ thống đang quá tải, lần gửi này chưa được nhận xong.', 'The system is overloaded; the request was not taken whole.', 'Chờ số giây ghi ở Retry-After rồi gửi lại, phần đã nhận sẽ được báo là trùng.', 'Wait for the seconds of Retry-After, then send again: what was taken is told as duplicates.'),
} as const;
