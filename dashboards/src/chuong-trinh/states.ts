import type { Shown } from '../panels/spec.ts';

/** The state of a model, in the order of its life. */
export const modelStates: readonly Shown[] = [
  { value: 'planned', text: { vi: 'chưa bắt đầu', en: 'not begun' }, color: 'gray' },
  { value: 'waiting-c06', text: { vi: 'chờ C06', en: 'waits for C06' }, color: 'purple' },
  { value: 'blocked', text: { vi: 'vướng mắc', en: 'blocked' }, color: 'red' },
  { value: 'in-progress', text: { vi: 'đang làm', en: 'in progress' }, color: 'blue' },
  { value: 'trained', text: { vi: 'đã tập huấn', en: 'trained' }, color: 'green' },
  { value: 'launched', text: { vi: 'đã triển khai', en: 'launched' }, color: 'green' },
  { value: 'completed', text: { vi: 'hoàn thành', en: 'completed' }, color: 'green' },
  { value: 'in-operation', text: { vi: 'đi vào hoạt động', en: 'in operation' }, color: 'green' },
  { value: 'not-deployable', text: { vi: 'không triển khai được', en: 'not deployable' }, color: 'text' },
  { value: 'no-subject', text: { vi: 'không có đối tượng', en: 'no subject here' }, color: 'text' },
  { value: 'not-mentioned', text: { vi: 'kế hoạch không nhắc đến', en: 'not mentioned' }, color: 'text' },
];

export const latenessStates: readonly Shown[] = [
  { value: 'none', text: { vi: 'không có hạn', en: 'no deadline' }, color: 'text' },
  { value: 'due', text: { vi: 'còn trong hạn', en: 'within its time' }, color: 'text' },
  { value: 'in-time', text: { vi: 'đúng hạn', en: 'in time' }, color: 'green' },
  { value: 'conditional', text: { vi: 'chỉ còn bước có điều kiện', en: 'conditional steps alone' }, color: 'text' },
  { value: 'ended-late', text: { vi: 'đạt đích trễ', en: 'reached late' }, color: 'yellow' },
  { value: 'overdue', text: { vi: 'quá hạn', en: 'overdue' }, color: 'red' },
  { value: 'born-overdue', text: { vi: 'quá hạn ngay khi ban hành', en: 'late when signed' }, color: 'orange' },
];

export const annexes: readonly Shown[] = [
  { value: 'I', text: { vi: 'I – thực hiện ngay', en: 'I – at once' } },
  { value: 'II', text: { vi: 'II – chờ C06', en: 'II – waits for C06' } },
  { value: 'III', text: { vi: 'III – chọn đơn vị thí điểm', en: 'III – pilot unit' } },
  { value: '', text: { vi: 'không có', en: 'none' } },
];

/** What became of a report, and the number that stands for it in the matrix. */
export const reportStates: readonly Shown[] = [
  { value: 'in', text: { vi: 'đã nộp', en: 'in' }, color: 'green' },
  { value: 'late', text: { vi: 'nộp muộn', en: 'in late' }, color: 'yellow' },
  { value: 'missing', text: { vi: 'quá hạn chưa nộp', en: 'missing' }, color: 'red' },
  { value: 'due', text: { vi: 'đến kỳ, còn hạn', en: 'due' }, color: 'blue' },
  { value: 'not-yet', text: { vi: 'chưa đến kỳ', en: 'not yet due' }, color: 'gray' },
];

/** Codes of texts as numbers from 0, as a line of states needs them. */
export const numbered = (states: readonly Shown[]): readonly Shown[] => states.map((state, index) => ({ ...state, value: index }));

/** SQL that gives the number of a code, in the order of `states`. */
export const numberOf = (column: string, states: readonly Shown[]): string => `toUInt8(indexOf([${states.map(({ value }) => `'${value}'`).join(', ')}], ${column}) - 1)`;

/** SQL that gives the text of a code. */
export const textIn = (column: string, states: readonly Shown[], say: (text: Shown['text']) => string): string =>
  `transform(${column}, [${states.map(({ value }) => `'${value}'`).join(', ')}], [${states.map(({ text }) => `'${say(text)}'`).join(', ')}], ${column})`;
