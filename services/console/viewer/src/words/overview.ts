import type { Words } from './words.ts';

/** The question that each board answers, by its Vietnamese uid. */
export const questions: Readonly<Record<string, Words>> = {
  'tong-quan': { vi: 'Địa bàn hôm nay ra sao, việc gì cần làm ngay?', en: 'How is the locality today, and what needs doing now?' },
  'chuong-trinh': { vi: 'Mô hình nào chậm, vướng ở đâu, ai chưa báo cáo?', en: 'Which models are late or blocked, and who has not reported?' },
  'dan-cu': { vi: 'Bao nhiêu người thường trú, tạm trú, lưu trú, và biến động thế nào?', en: 'How many people live, lodge and stay here, and how does it change?' },
  'lao-dong': { vi: 'Bao nhiêu người có việc làm, thất nghiệp, ở ngành nào?', en: 'How many work or look for work, and in which industries?' },
  'du-lich': { vi: 'Khách từ đâu đến, ở bao lâu, cơ sở nào còn chỗ?', en: 'Where do guests come from, how long do they stay, how full are the houses?' },
  'an-ninh': { vi: 'Vụ việc gì, ở đâu, khi nào; xử lý nhanh hay chậm?', en: 'Which incidents, where and when; how quickly are they handled?' },
  'tuan-thu-luu-tru': { vi: 'Cơ sở nào khai chậm, khai thiếu hoặc im lặng?', en: 'Which facilities report late, in part, or not at all?' },
  'suc-khoe-du-lieu': { vi: 'Số liệu có đủ, có kịp và có khớp không?', en: 'Are the data complete, in time and in agreement?' },
};

export const overview = {
  title: { vi: 'Trang đầu', en: 'Home' },
  name: { vi: 'Trục dữ liệu Đề án 06 của địa phương', en: 'Data backbone of a locality’s Project 06' },
  about: {
    vi: 'Nơi cơ sở lưu trú khai báo khách, cơ quan cập nhật 43 mô hình và báo cáo tháng, và trung tâm điều hành thấy mọi con số kèm định nghĩa, thời điểm và độ đầy đủ.',
    en: 'Where lodgings register guests, agencies move the 43 models and report each month, and the operations centre sees every figure with its definition, its time and its completeness.',
  },
  facilities: { vi: 'cơ sở', en: 'facilities' },
  stays: { vi: 'lượt lưu trú', en: 'stays' },
  lag: { vi: 'sự kiện đã nhận, chưa hiện', en: 'events taken, not yet visible' },
  asOf: { vi: 'tính đến', en: 'as of' },
  nothingYet: { vi: 'chưa có dữ liệu', en: 'no data yet' },
  state: { vi: 'Hiện trạng', en: 'State' },
  simulatedText: {
    vi: 'cơ sở có mã bắt đầu bằng demo- là mô phỏng, cùng mọi lượt lưu trú của chúng; bản ghi dân cư, lao động, mô hình kèm theo cũng vậy.',
    en: 'facilities whose id begins with demo- are simulated, and so are their stays and the records of residents, workers and models that came with them.',
  },
  simulatedLoading: { vi: 'Đang nạp, con số còn tăng.', en: 'Loading: the figures still grow.' },
  remove: { vi: 'Gỡ bỏ', en: 'Remove' },
  without: { vi: 'Chạy không có', en: 'Start without' },
  waiting: { vi: 'Đang tính…', en: 'Counting…' },
  figures: { vi: 'Số chính, so với tuần trước', en: 'Headline figures against last week' },
  figuresFailed: { vi: 'Chưa đọc được các số chính.', en: 'The headline figures could not be read.' },
  boards: { vi: 'Bảng điều hành', en: 'Boards' },
  wall: { vi: 'Chiếu lên màn hình lớn', en: 'Show on a wall' },
  ways: { vi: 'Đi tiếp', en: 'Where to go' },
  sql: { vi: 'Hỏi bằng SQL (chỉ đọc)', en: 'Query by SQL (read-only)' },
  sqlOff: { vi: 'cổng tắt, dùng lệnh', en: 'its port is off, use' },
  sqlOr: { vi: 'hoặc', en: 'or' },
  next: { vi: 'Chưa có lượt lưu trú nào: làm gì tiếp', en: 'No stay yet: what to do next' },
  nextText: { vi: '1. Tạo một cơ sở. 2. Khai một lượt, hoặc nhập cả tệp. 3. Hỏi bằng SQL. Gõ ở thư mục cài đặt:', en: '1. Make a facility. 2. Register a stay, or import a file. 3. Query it. Type in the folder of the installation:' },
  failed: { vi: 'Không đọc được hiện trạng', en: 'The state could not be read' },
  retry: { vi: 'Thử lại', en: 'Try again' },
  loading: { vi: 'Đang tải…', en: 'Loading…' },
} satisfies Readonly<Record<string, Words>>;

/** What people come for first: larger than the other ways. */
export const doors: Readonly<Record<string, { readonly title: Words; readonly text: Words }>> = {
  '/desk': { title: { vi: 'Quầy khai báo lưu trú', en: 'Desk' }, text: { vi: 'Lễ tân, chủ nhà trọ, phòng khám khai khách, nhận số đăng ký ngay.', en: 'Receptionists, landlords and clinics register guests and get a number at once.' } },
  '/programme': { title: { vi: 'Giao việc, báo cáo', en: 'Duties, reports' }, text: { vi: 'Cán bộ ghi bước bắt đầu, xong, vướng; gửi báo cáo tháng bằng trang hoặc Excel.', en: 'Officers move steps and file the monthly report, by page or workbook.' } },
  '/health': { title: { vi: 'Tình trạng hệ thống', en: 'Health' }, text: { vi: 'Sẵn sàng hay chưa, còn gì chưa hiện, nguồn nào im lặng.', en: 'Ready or not, what is not visible yet, which source is silent.' } },
  '/docs': { title: { vi: 'Tài liệu API', en: 'API' }, text: { vi: 'Mọi địa chỉ, ai được gọi, ví dụ gửi và trả lời.', en: 'Every address, who may call it, examples of both ways.' } },
};
