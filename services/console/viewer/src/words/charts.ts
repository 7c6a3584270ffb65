import type { Language } from '../panels/renderer.ts';

type ChartWords = {
  readonly noData: string;
  readonly failed: string;
  readonly weekdays: readonly string[];
  readonly month: (month: number, year: number) => string;
  readonly monthShort: (month: number) => string;
  readonly until: string;
  readonly total: string;
  readonly latest: string;
  readonly and: (more: number) => string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly between: (from: string, to: string) => string;
  readonly week: (monday: string) => string;
  /** Letters of latitudes and longitudes. */
  readonly north: string;
  readonly east: string;
  readonly sized: (name: string) => string;
};

const english = { months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] };

/** Texts of charts. */
export const chartWords: Readonly<Record<Language, ChartWords>> = {
  vi: {
    noData: 'không có dữ liệu',
    failed: 'Không tải được biểu đồ. Hãy tải lại trang.',
    weekdays: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'],
    month: (month, year) => `Tháng ${month}/${year}`,
    monthShort: (month) => `Thg ${month}`,
    until: 'đến',
    total: 'Tổng',
    latest: 'mới nhất',
    and: (more) => `và ${more} mục khác`,
    kinds: { timeseries: 'Biểu đồ theo thời gian', barchart: 'Biểu đồ cột', piechart: 'Biểu đồ tròn', heatmap: 'Bản đồ nhiệt', 'state-timeline': 'Dòng thời gian tình trạng', 'status-history': 'Bảng tình trạng theo kỳ', geomap: 'Bản đồ điểm' },
    between: (from, to) => `từ ${from} đến ${to}`,
    week: (monday) => `Tuần từ ${monday}`,
    north: 'B',
    east: 'Đ',
    sized: (name) => `Cỡ điểm, số: ${name}`,
  },
  en: {
    noData: 'no data',
    failed: 'The chart could not be loaded. Reload the page.',
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    month: (month, year) => `${english.months[month - 1] ?? ''} ${year}`,
    monthShort: (month) => (english.months[month - 1] ?? '').slice(0, 3),
    until: 'to',
    total: 'Total',
    latest: 'latest',
    and: (more) => `and ${more} more`,
    kinds: { timeseries: 'Chart over time', barchart: 'Bar chart', piechart: 'Pie chart', heatmap: 'Heat map', 'state-timeline': 'Timeline of states', 'status-history': 'States by period', geomap: 'Map of points' },
    between: (from, to) => `from ${from} to ${to}`,
    week: (monday) => `Week of ${monday}`,
    north: 'N',
    east: 'E',
    sized: (name) => `Size, figure: ${name}`,
  },
};
