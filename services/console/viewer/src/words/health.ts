import type { Words } from './words.ts';

/** Panels that tell less of themselves away from their board, by number. */
export const panelNames: Readonly<Record<number, Words>> = {
  2: { vi: 'Độ đầy đủ khai báo', en: 'Completeness' },
  41: { vi: 'Bản ghi bị gạt ra, đang chờ', en: 'Dead letters waiting' },
  43: { vi: 'Bản ghi bị gạt ra theo nguyên nhân', en: 'Dead letters by cause' },
  51: { vi: 'Chênh lệch đối soát, 7 ngày', en: 'Reconciliation difference, 7 days' },
  61: { vi: 'Cơ sở im lặng', en: 'Silent facilities' },
};

export const health = {
  title: { vi: 'Tình trạng hệ thống', en: 'Health' },
  asking: { vi: 'Đang hỏi máy chủ…', en: 'Asking the server…' },
  ready: { vi: 'Sẵn sàng', en: 'Ready' },
  readyText: { vi: 'Máy chủ đang nhận dữ liệu và trả lời.', en: 'The server takes data and answers.' },
  starting: { vi: 'Chưa sẵn sàng', en: 'Not ready' },
  startingText: { vi: 'Máy chủ đang khởi động: mở sổ sự kiện, dựng lại trạng thái và các bảng. Trang tự hỏi lại.', en: 'The server is starting: it opens its log and rebuilds its state and tables. This page asks again by itself.' },
  unreachable: { vi: 'Không kết nối được máy chủ', en: 'The server cannot be reached' },
  unreachableText: { vi: 'Kiểm tra máy chủ còn chạy không và đường mạng. Trang tự hỏi lại.', en: 'See whether it runs and whether the network does. This page asks again by itself.' },
  behind: { vi: 'sự kiện đã nhận nhưng chưa hiện trên các bảng; con số trên bảng còn thay đổi.', en: 'events are taken and not visible yet; figures on the boards will still move.' },
  nothingBehind: { vi: 'Mọi sự kiện đã nhận đều đã hiện trên các bảng.', en: 'Every event that was taken can be seen on the boards.' },
  loading: { vi: 'Đang nạp dữ liệu mô phỏng, con số còn tăng.', en: 'The demonstration is loading: figures still grow.' },
  loaded: { vi: 'Có dữ liệu mô phỏng', en: 'Holds simulated data' },
  none: { vi: 'Không có dữ liệu mô phỏng', en: 'No simulated data' },
  lag: { vi: 'chưa hiện', en: 'not yet visible' },
  asOf: { vi: 'tính đến', en: 'as of' },
  demonstration: { vi: 'Mô phỏng', en: 'Demonstration' },
  asked: { vi: 'Hỏi lúc', en: 'Asked at' },
  facts: { vi: 'Số đo', en: 'Measures' },
  waiting: { vi: 'Đang đọc các bảng…', en: 'Reading the tables…' },
  noRows: { vi: 'Không có gì.', en: 'Nothing.' },
  closed: { vi: 'Bản ghi bị gạt ra, đối soát và tin của từng nguồn xem được bằng khóa của quản trị viên hoặc cơ quan thường trực.', en: 'Dead letters, reconciliation and each source’s last data are shown to the key of the administrator or the standing agency.' },
  failed: { vi: 'Chưa đọc được các bảng dưới đây.', en: 'The tables below could not be read.' },
  links: { vi: 'Xem thêm', en: 'More' },
  board: { vi: 'Bảng sức khỏe dữ liệu: sự kiện, từ chối, đối soát, cơ sở im lặng', en: 'Board on the health of the data: events, refusals, reconciliation, silent facilities' },
  metrics: { vi: 'số đo cho Prometheus', en: 'metrics for Prometheus' },
  readyz: { vi: 'câu trả lời cho máy: sẵn sàng hay chưa', en: 'the same for machines: ready or not' },
  errors: { vi: 'mọi mã lỗi và cách sửa', en: 'every code and how to mend it' },
  redrive: { vi: 'Đưa lại bản ghi bị gạt ra, sau khi sửa nguyên nhân:', en: 'Take dead letters in again, once their cause is mended:' },
} satisfies Readonly<Record<string, Words>>;
