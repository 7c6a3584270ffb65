/** What each figure of the report is, in the words of the page. */
export const definitions = [
  { term: 'Nguồn', vi: 'Sổ sự kiện của hệ thống DA06: kế hoạch, các bước do đơn vị ghi nhận và báo cáo tháng do đơn vị gửi. Số liệu “hệ thống tính” do hệ thống đếm từ dữ liệu nghiệp vụ, không do đơn vị nhập.' },
  { term: 'Mô hình được giao', vi: 'mô hình mà kế hoạch giao việc phải làm; không gồm mô hình kế hoạch không nêu, chưa có đối tượng hoặc không triển khai được.' },
  { term: 'Đã đạt kết quả', vi: 'mô hình đã vận hành, hoàn thành, ra mắt hoặc tập huấn theo yêu cầu của kế hoạch.' },
  { term: 'Đang thực hiện', vi: 'mô hình có ít nhất một bước đã bắt đầu và không vướng.' },
  { term: 'Vướng', vi: 'mô hình có bước đang vướng, hoặc thuộc Phụ lục III mà chưa chọn đơn vị triển khai.' },
  { term: 'Thời hạn', vi: '“trước ngày D” nghĩa là ngày cuối cùng còn trong hạn là D-1; số ngày chậm tính từ ngày đó đến ngày đạt kết quả, hoặc đến ngày lập báo cáo.' },
  { term: 'Quá hạn', vi: 'mô hình được giao chưa đạt kết quả sau ngày cuối cùng còn trong hạn; không gồm mô hình chỉ còn bước phụ thuộc điều kiện.' },
  { term: 'Quá hạn tại thời điểm ban hành', vi: 'thời hạn đã qua trước ngày kế hoạch được ban hành; tách riêng, không tính vào số quá hạn.' },
  { term: 'Im lặng', vi: 'mô hình duy trì thường xuyên đã vận hành mà báo cáo của cơ quan chủ trì trong tháng gần nhất đã hết hạn chưa gửi, hoặc không nhắc đến.' },
  { term: 'Bước hoàn thành', vi: 'bước của kế hoạch được ghi nhận là xong, kể cả bước do cơ quan ngoài địa phương làm.' },
  { term: 'Báo cáo đúng hạn, chậm, thiếu', vi: 'theo lần gửi đầu tiên so với ngày cuối cùng còn trong hạn; sửa sau đó không làm thay đổi.' },
  { term: 'Chỉ tiêu', vi: 'số đếm và số tiền là tổng các đơn vị đã gửi; tỉ lệ không cộng được nên chỉ ghi khi một đơn vị báo cáo, nhiều đơn vị thì ghi khoảng thấp nhất – cao nhất. Chênh lệch chỉ tính khi hai tháng do cùng các đơn vị báo cáo.' },
] as const;
