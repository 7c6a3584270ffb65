import type { Words } from './words.ts';

export const panels = {
  noRows: { vi: 'không có dữ liệu', en: 'no data' },
  noneOfFilter: { vi: 'không có dòng nào khớp', en: 'no row fits' },
  filter: { vi: 'Lọc các dòng', en: 'Filter rows' },
  more: { vi: 'dòng nữa, có trong tệp CSV', en: 'more rows, in the CSV file' },
  text: { vi: 'Ghi chú', en: 'Note' },
} satisfies Readonly<Record<string, Words>>;

/** For a kind of panel that this viewer cannot draw. */
export const unknownPanel = {
  vi: (type: string): string => `Bảng kiểu “${type}” chưa vẽ được ở đây.`,
  en: (type: string): string => `Panels of the kind “${type}” cannot be drawn here yet.`,
} as const;
