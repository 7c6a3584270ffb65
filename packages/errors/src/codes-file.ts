import { entry } from './severity.ts';

/** Faults of files that people make by hand: workbooks and XML (formats/kbtt). */
export const fileCodes = {
  'workbook.unreadable': entry('reject', 'Không đọc được tệp Excel này.', 'This is no workbook that can be read.', 'Mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại; không có bản ghi nào được nhận.', 'Open it in a spreadsheet, save it as .xlsx and send it again; no record was taken.'),
  'workbook.old-format': entry('reject', 'Tệp là Excel dạng cũ (.xls).', 'The file is of the old .xls format.', 'Lưu lại dạng .xlsx rồi gửi lại.', 'Save it as .xlsx and send it again.'),
  'workbook.encrypted': entry('reject', 'Tệp Excel có mật khẩu.', 'The workbook is protected by a password.', 'Bỏ mật khẩu mở tệp, lưu lại rồi gửi.', 'Take the password off, save it and send it again.'),
  'workbook.too-large': entry('reject', 'Tệp Excel khi giải nén lớn quá mức.', 'The workbook is too large when it is unpacked.', 'Chỉ gửi trang danh sách khách; bỏ hình ảnh, công thức và các trang khác.', 'Send the sheet of guests alone, without pictures, formulas and other sheets.'),
  'workbook.header-missing': entry('reject', 'Không tìm thấy dòng tiêu đề trong tệp Excel.', 'No header row was found in the workbook.', 'Dùng mẫu của cổng lưu trú: tiêu đề HỌ TÊN, NGÀY SINH, GIỚI TÍNH… ở dòng 3.', 'Use the portal’s template: HỌ TÊN, NGÀY SINH, GIỚI TÍNH … stand in row 3.'),
  'workbook.row-in-header': entry('reject', 'Khách ghi ở phần tiêu đề hoặc dòng ví dụ, không được nhận.', 'The guest stands among the header rows and was not taken.', 'Chuyển khách xuống từ dòng 5 trở đi.', 'Move the guest to row 5 or below.'),
  'workbook.example-skipped': entry('info', 'Dòng ví dụ được bỏ qua theo vị trí, nhưng có vẻ là khách thật.', 'The example row was passed over by its position, though it looks like a guest.', 'Nếu là khách thật, chuyển xuống dòng dưới rồi gửi lại.', 'If it is a guest, move it one row down and send the file again.'),
  'workbook.date-from-number': entry('info', 'Ô ngày là một con số, đã hiểu là ngày của Excel.', 'The date’s cell held a bare number, which was read as a date.', 'Định dạng ô là văn bản và viết dd/MM/yyyy.', 'Format the cell as text and write dd/MM/yyyy.'),
  'workbook.formula': entry('warn', 'Ô chứa công thức, đã lấy kết quả đang lưu.', 'The cell holds a formula; the value saved with it was taken.', 'Dán giá trị thay cho công thức.', 'Paste the value in place of the formula.'),
  'workbook.formula-without-value': entry('reject', 'Ô chứa công thức nhưng không có kết quả.', 'The cell holds a formula without a saved value.', 'Mở tệp bằng Excel, tính lại và lưu, hoặc dán giá trị.', 'Open it in a spreadsheet, recalculate and save it, or paste the value.'),
  'workbook.cell-error': entry('reject', 'Ô báo lỗi (#REF!, #N/A…).', 'The cell holds an error (#REF!, #N/A …).', 'Ghi giá trị đúng vào ô.', 'Write the right value into the cell.'),
  'xml.root-unknown': entry('reject', 'Tệp XML không phải KHAI_BAO_TAM_TRU.', 'The root of the XML is not KHAI_BAO_TAM_TRU.', 'Gửi tệp có gốc KHAI_BAO_TAM_TRU và các phần THONG_TIN_KHACH.', 'Send a root KHAI_BAO_TAM_TRU with elements THONG_TIN_KHACH.'),
  'xml.doctype-refused': entry('reject', 'Tệp có khai báo DOCTYPE, không được nhận.', 'The file declares a DOCTYPE, which is not taken.', 'Bỏ DOCTYPE và các thực thể tự đặt.', 'Leave out the DOCTYPE and entities of your own.'),
} as const;
