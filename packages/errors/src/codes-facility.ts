import { entry } from './severity.ts';

/** Faults of facilities, keys and units. */
export const facilityCodes = {
  'facility.unknown': entry('reject', 'Không có cơ sở này.', 'There is no such facility.', 'Kiểm tra mã cơ sở, hoặc nêu ?facility=MÃ.', 'Check the facility’s id, or name it with ?facility=ID.'),
  'facility.exists': entry('reject', 'Mã cơ sở đã dùng cho nội dung khác.', 'Another facility has this id.', 'Chọn mã khác, hoặc dùng PUT để thay đổi.', 'Choose another id, or use PUT for a change.'),
  'facility.kind-unknown': entry('reject', 'Không biết loại cơ sở này.', 'This kind of facility is not known.', 'Chọn một loại trong danh mục tại /docs.', 'Choose one of the kinds in /docs.'),
  'facility.kind-has-no-stays': entry('reject', 'Xe khách không khai lưu trú.', 'Coaches register trips, not stays.', 'Báo chuyến xe thay cho lượt lưu trú.', 'Report trips instead of stays.'),
  'facility.closed': entry('warn', 'Cơ sở đã đóng cửa vào ngày này.', 'The facility was closed on that day.', 'Kiểm tra ngày đến, hoặc mở lại cơ sở.', 'Check the arrival, or open the facility again.'),
  'facility.id-format': entry('reject', 'Mã cơ sở sai mẫu.', 'The facility’s id has the wrong form.', 'Dùng 3–48 chữ thường a–z, số và dấu gạch ngang.', 'Use 3–48 of a–z, digits and hyphens.'),
  'facility.not-yet-valid': entry('warn', 'Cơ sở chưa hoạt động vào ngày này theo đăng ký.', 'By its registration the facility was not open yet on that day.', 'Kiểm tra ngày đến, hoặc sửa validFrom.', 'Check the arrival, or mend validFrom.'),
  'unit.unknown': entry('reject', 'Không có đơn vị hành chính này.', 'There is no such administrative unit.', 'Dùng uid của bộ dữ liệu địa phương, hoặc mã GSO có hiệu lực vào ngày đó.', 'Use a uid of the locality pack, or a GSO code valid on that day.'),
  'unit.not-valid-then': entry('warn', 'Đơn vị hành chính không có hiệu lực vào ngày đó.', 'The unit was not valid on that day.', 'Ghi đơn vị của ngày đó, ở bản ghi hoặc ở cơ sở.', 'Give the unit of that day, in the record or of the facility.'),
  'key.unknown': entry('reject', 'Không có khóa này.', 'There is no such key.', 'Kiểm tra mã khóa.', 'Check the key’s id.'),
} as const;
