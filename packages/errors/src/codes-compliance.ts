import { entry } from './severity.ts';

/** Faults of coach trips, businesses with readers, inspections and outages. Dossier 5.5, models 12 and 16 of the plan. */
export const complianceCodes = {
  'facility.kind-has-no-trips': entry('reject', 'Chỉ xe khách khai chuyến xe.', 'Only coaches register trips.', 'Khai lượt lưu trú thay cho chuyến xe.', 'Register stays instead of trips.'),
  'trip.passengers-range': entry('reject', 'Số hành khách phải là số nguyên từ 0 đến 100.', 'Passengers are a whole number from 0 to 100.', 'Kiểm tra số hành khách.', 'Check the number of passengers.'),
  'trip.departure-out-of-range': entry('reject', 'Giờ khởi hành không thể có: trước năm 2000 hoặc quá một năm tới.', 'The departure cannot be: before the year 2000, or over a year ahead.', 'Kiểm tra năm khởi hành.', 'Check the year.'),
  'trip.time-missing': entry('warn', 'Chỉ có ngày khởi hành, không có giờ.', 'The departure has no time.', 'Ghi cả giờ khởi hành.', 'Give the hour too.'),
  'trip.arrival-before-departure': entry('reject', 'Giờ đến trước giờ khởi hành.', 'The arrival lies before the departure.', 'Sửa giờ đến hoặc giờ khởi hành.', 'Mend the arrival or the departure.'),
  'trip.place-personal': entry('reject', 'Nơi đi hoặc nơi đến chứa biển số xe, số giấy tờ hoặc số điện thoại.', 'A place of the route holds the plate, or a number of a paper or phone.', 'Chỉ ghi tên địa điểm.', 'Name the place alone.'),
  'plate.format': entry('reject', 'Biển số xe sai mẫu.', 'The plate has the wrong form.', 'Ghi 4–12 chữ cái và chữ số, ví dụ 93B-012.34.', 'Write 4–12 letters and digits, such as 93B-012.34.'),
  'business.kind-unknown': entry('reject', 'Không biết loại hình kinh doanh này.', 'This kind of business is not known.', 'Chọn một loại tại /docs.', 'Choose one of the kinds in /docs.'),
  'business.closed-before-valid': entry('reject', 'Ngày đóng cửa trước ngày có hiệu lực.', 'The day of closing lies before the day from which this holds.', 'Sửa closedOn hoặc validFrom.', 'Mend closedOn or validFrom.'),
  'business.not-your-unit': entry('reject', 'Cơ sở thuộc đơn vị hành chính khác.', 'The business belongs to another unit.', 'Gửi bằng khóa của đơn vị đó.', 'Send it with a key of that unit.'),
  'date.out-of-range': entry('reject', 'Ngày ngoài khoảng cho phép (2000–2100).', 'The day lies outside 2000–2100.', 'Kiểm tra năm.', 'Check the year.'),
  'inspection.in-future': entry('reject', 'Ngày kiểm tra còn ở phía trước.', 'The day of the inspection lies ahead.', 'Gửi khi đã kiểm tra.', 'Send it when it has been made.'),
  'inspection.by-unknown': entry('reject', 'Không có cơ quan hoặc đơn vị kiểm tra này.', 'There is no such agency or unit to inspect.', 'Dùng mã cơ quan của kế hoạch, hoặc uid của đơn vị.', 'Use a code of the plan’s agencies, or a unit’s uid.'),
  'inspection.more-than-found': entry('reject', 'Số khách chưa thông báo nhiều hơn số khách có mặt.', 'More guests are unreported than were found.', 'Sửa unreported hoặc guestsFound.', 'Mend unreported or guestsFound.'),
  'outage.target-unknown': entry('reject', 'Không có đơn vị hoặc cơ sở này.', 'There is no such unit or facility.', 'Ghi uid của đơn vị hoặc mã cơ sở, theo scope.', 'Give a unit’s uid or a facility’s id, by scope.'),
  'outage.target-not-used': entry('reject', 'Phạm vi toàn địa bàn không có đối tượng.', 'An outage of all has no target.', 'Bỏ target, hoặc ghi scope là unit hay facility.', 'Leave target out, or give scope as unit or facility.'),
  'outage.until-before-from': entry('reject', 'Kết thúc không sau lúc bắt đầu.', 'The end does not lie after the beginning.', 'Sửa from hoặc until.', 'Mend from or until.'),
} as const;
