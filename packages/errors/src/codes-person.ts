import { entry } from './severity.ts';

/** Faults of the guest: name, birth, sex, nationality, document, phone, residence. Dossier 3.1 and 3.3. */
export const personCodes = {
  'name.format': entry('reject', 'Họ tên không có chữ cái nào.', 'The name holds no letter.', 'Ghi họ tên như trên giấy tờ.', 'Write the name as on the document.'),
  'birth-date.format': entry('reject', 'Ngày sinh không đọc được hoặc không có thật.', 'The date of birth cannot be read, or does not exist.', 'Viết 1990-05-15, 1990-05, 1990 hoặc 15/05/1990.', 'Write 1990-05-15, 1990-05, 1990 or 15/05/1990.'),
  'birth-date.future': entry('reject', 'Ngày sinh ở tương lai.', 'The date of birth lies in the future.', 'Kiểm tra ngày sinh.', 'Check the date of birth.'),
  'birth-date.over-120': entry('reject', 'Tuổi lớn hơn 120.', 'The age is over 120.', 'Kiểm tra năm sinh.', 'Check the year of birth.'),
  'sex.unknown': entry('reject', 'Giới tính phải là M (nam), F (nữ) hoặc X.', 'The sex must be M, F or X.', 'Ghi M, F hoặc X.', 'Write M, F or X.'),
  'nationality.unknown': entry('reject', 'Không biết mã quốc tịch này.', 'This nationality code is not known.', 'Dùng mã ISO 3166 ba chữ, như VNM, KOR.', 'Use the three letters of ISO 3166, such as VNM, KOR.'),
  'document.kind-unknown': entry('reject', 'Không biết loại giấy tờ này.', 'This kind of document is not known.', 'Chọn một loại trong danh mục tại /docs.', 'Choose one of the kinds in /docs.'),
  'document.name-missing': entry('warn', 'Giấy tờ "khác" cần ghi tên giấy tờ.', 'A document of kind "other" needs its name.', 'Điền tên giấy tờ.', 'Fill in the document’s name.'),
  'document.number-format': entry('reject', 'Số giấy tờ chỉ gồm chữ cái và chữ số, dài không quá mức của loại giấy.', 'The number holds letters and digits only, no longer than its kind allows.', 'Bỏ ký tự lạ, kiểm tra độ dài.', 'Leave out other characters, check the length.'),
  'document.cccd-format': entry('reject', 'Số CCCD/Căn cước phải gồm đúng 12 chữ số.', 'An identity number has exactly 12 digits.', 'Kiểm tra số, kể cả số 0 ở đầu.', 'Check the number, with its leading zero.'),
  'document.cmnd-format': entry('reject', 'Số CMND phải gồm 9 hoặc 12 chữ số.', 'An old identity number has 9 or 12 digits.', 'Kiểm tra số CMND.', 'Check the number.'),
  'document.passport-format': entry('reject', 'Số hộ chiếu gồm 1–10 chữ cái và chữ số.', 'A passport number has 1–10 letters and digits.', 'Bỏ dấu cách và ký tự lạ.', 'Leave out spaces and other characters.'),
  'document.cccd-place-unknown': entry('warn', 'Ba số đầu của CCCD không phải mã tỉnh đã biết.', 'The first three digits are no known place.', 'Kiểm tra lại số; có thể là mã nước ngoài.', 'Check the number; it may be a country’s code.'),
  'document.cccd-sex-mismatch': entry('warn', 'Số CCCD không khớp giới tính.', 'The number does not match the sex.', 'Kiểm tra giới tính và số giấy tờ.', 'Check the sex and the number.'),
  'document.cccd-birth-year-mismatch': entry('warn', 'Số CCCD không khớp năm sinh.', 'The number does not match the year of birth.', 'Kiểm tra năm sinh và số giấy tờ.', 'Check the year of birth and the number.'),
  'document.cccd-suspicious': entry('warn', 'Sáu số cuối của CCCD có dạng đáng ngờ.', 'The last six digits look made up.', 'Xem lại giấy tờ của khách.', 'Look at the document again.'),
  'document.cmnd-expired': entry('warn', 'CMND hết giá trị từ 01/01/2025.', 'The old identity paper is not valid from 2025-01-01 on.', 'Hỏi khách thẻ CCCD hoặc Căn cước.', 'Ask for the identity card.'),
  'document.lost-zero-restored': entry('info', 'Số CCCD 11 chữ số đã được thêm lại số 0 ở đầu.', 'The leading zero of an 11-digit number was restored.', 'Để cột số giấy tờ ở dạng văn bản.', 'Keep the number’s column as text.'),
  'document.duplicate-in-request': entry('warn', 'Giấy tờ này có hơn một lần trong cùng lần gửi.', 'The document stands more than once in this request.', 'Bỏ dòng trùng nếu nhầm.', 'Leave out the repeated row if it is a mistake.'),
  'phone.format': entry('warn', 'Số điện thoại không đúng mẫu Việt Nam.', 'The phone number does not fit a Vietnamese one.', 'Viết 09… hoặc +849…', 'Write 09… or +849…'),
  'residence.province-unknown': entry('warn', 'Không biết tỉnh, thành này.', 'This province is not known.', 'Dùng mã tỉnh của danh mục, hoặc ghi cả địa chỉ.', 'Use a province code of the list, or write the whole address.'),
  'residence.ward-not-in-province': entry('warn', 'Mã phường xã không thuộc tỉnh, thành đã chọn.', 'The ward does not belong to the province.', 'Kiểm tra mã phường xã.', 'Check the ward’s code.'),
  'qr.format': entry('reject', 'Chuỗi QR không phải của thẻ căn cước.', 'The QR text is not that of an identity card.', 'Quét lại mã; cần ít nhất bảy phần cách nhau bằng |.', 'Scan again; at least seven parts divided by | are needed.'),
} as const;
