import { entry } from './severity.ts';

/** Faults of operations: configuration, storage, queries, receipts, backups. */
export const systemCodes = {
  'config.invalid': entry('reject', 'Cấu hình không đúng.', 'The configuration is not valid.', 'Sửa các mục được nêu rồi khởi động lại.', 'Mend the settings that are named, then start again.'),
  'data.in-use': entry('reject', 'Thư mục dữ liệu đang được một tiến trình khác giữ.', 'The data folder is held by another process.', 'Dừng tiến trình kia, hoặc chọn DA06_DATA khác.', 'Stop the other process, or choose another DA06_DATA.'),
  'host.unreachable': entry('reject', 'Không gặp được máy chủ DA06.', 'No DA06 host answers.', 'Chạy npm start, hoặc đặt DA06_URL và DA06_KEY.', 'Run npm start, or set DA06_URL and DA06_KEY.'),
  'file.unreadable': entry('reject', 'Không đọc được tệp.', 'The file cannot be read.', 'Kiểm tra đường dẫn, quyền đọc và định dạng.', 'Check the path, the permission and the format.'),
  'log.closed': entry('reject', 'Nhật ký đã đóng.', 'The log is closed.', 'Khởi động lại hệ thống.', 'Start the system again.'),
  'event.unreadable': entry('reject', 'Sự kiện không phải là JSON đọc được.', 'The event is not readable JSON.', 'Xem thư chết bằng da06 dead-letters list.', 'See it with da06 dead-letters list.'),
  'event.type-unknown': entry('reject', 'Không biết loại sự kiện này.', 'The event’s type is not known here.', 'Nâng cấp hệ thống rồi chạy da06 dead-letters redrive.', 'Upgrade, then run da06 dead-letters redrive.'),
  'event.schema': entry('reject', 'Sự kiện không đúng lược đồ của nó.', 'The event does not fit its schema.', 'Tìm nơi ghi sự kiện; sửa rồi chạy da06 dead-letters redrive.', 'Find its writer; mend it, then run da06 dead-letters redrive.'),
  'dead-letter.unknown': entry('reject', 'Không có thư chết nào mang mã này.', 'No dead letter has this id.', 'Xem danh sách bằng da06 dead-letters list.', 'See da06 dead-letters list.'),
  'dead-letter.too-many': entry('reject', 'Quá nhiều bản ghi liên tiếp không đọc được; ngừng chiếu dữ liệu.', 'Too many records in a row cannot be projected; the projection has stopped.', 'Tìm nguyên nhân chung (phiên bản, lược đồ) rồi khởi động lại; nhật ký còn nguyên.', 'Find their common cause (version, schema), then start again; the log is untouched.'),
  'vault.key-missing': entry('reject', 'Khóa của danh tính này đã bị hủy hoặc không tìm thấy.', 'The key of this identity was destroyed or is not found.', 'Danh tính đã xóa thì không mở lại được.', 'An erased identity cannot be opened again.'),
  'vault.master-wrong': entry('reject', 'Khóa chủ không mở được kho khóa.', 'The master key does not open the vault.', 'Khôi phục đúng tệp master.key của thư mục dữ liệu này.', 'Restore the master.key that belongs to this data folder.'),
  'warehouse.rejected': entry('reject', 'Kho dữ liệu không nhận bản ghi này.', 'The warehouse does not take this record.', 'Xem nguyên nhân bằng da06 dead-letters list.', 'See the cause with da06 dead-letters list.'),
  'warehouse.unavailable': entry('reject', 'Kho dữ liệu chưa trả lời.', 'The warehouse does not answer.', 'Hệ thống tự thử lại; kiểm tra nếu kéo dài.', 'It is tried again by itself; look into it if it lasts.'),
  'warehouse.migration-changed': entry('reject', 'Tệp dựng bảng đã áp dụng nay bị sửa.', 'A migration that was applied has been changed.', 'Khôi phục tệp cũ và thêm tệp mới.', 'Restore the file and add a new one.'),
  'sql.forbidden': entry('reject', 'Câu lệnh này không được phép: chỉ được đọc dữ liệu của da06 và system.', 'This statement is not allowed: only reading from da06 and system is.', 'Bỏ phần được nêu trong câu lệnh.', 'Leave out the part that is named.'),
  'sql.failed': entry('reject', 'Câu lệnh không chạy được.', 'The statement failed.', 'Xem thông báo của máy truy vấn.', 'See the engine’s message.'),
  'sql.too-long': entry('reject', 'Câu lệnh dài quá giới hạn.', 'The statement is longer than allowed.', 'Rút ngắn câu lệnh.', 'Shorten it.'),
  'receipt.invalid': entry('reject', 'Biên nhận không đúng: chữ ký hoặc nội dung không khớp.', 'The receipt is not valid: its signature or content does not match.', 'Dùng tệp trả lời nguyên vẹn và đúng tệp khóa công khai.', 'Use the unaltered answer and the right public keys.'),
  'backup.target-not-empty': entry('reject', 'Thư mục đích không trống.', 'The target folder is not empty.', 'Chọn một thư mục trống.', 'Choose an empty folder.'),
  'backup.invalid': entry('reject', 'Đây không phải là bản sao lưu DA06 còn nguyên.', 'This is not an intact DA06 backup.', 'Chọn thư mục có tệp backup.json do da06 backup tạo ra.', 'Choose the folder with the backup.json that da06 backup wrote.'),
  'rebuild.differs': entry('reject', 'Bảng dựng lại khác bảng đang dùng.', 'The rebuilt tables differ from the live ones.', 'Bảng cũ vẫn được giữ; xem các bảng được nêu.', 'The old tables are kept; look at those named.'),
} as const;
