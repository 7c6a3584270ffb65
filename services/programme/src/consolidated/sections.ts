import { dayText, monthText } from '../day-text.ts';
import { decimalText } from '../decimal-text.ts';
import { html, type Html } from './html.ts';
import { table, tableOr, type Column } from './table.ts';
import type { ConsolidatedReport, IndicatorLine, LeadLine, ModelLine } from './types.ts';
import { blockerText, dutyWords, latenessText, shortText, signed, statusWords } from './words.ts';

const mark = ({ simulated }: { readonly simulated: boolean }): string => (simulated ? ' (MP)' : '');
const leadNames = ({ leads }: ModelLine): string => leads.map(({ vi }) => vi).join('; ');
const deadlineText = ({ deadline }: ModelLine): string => (deadline === null ? '–' : `trước ${dayText(deadline)}`);
const stepsText = ({ stepsDone, steps }: { readonly stepsDone: number; readonly steps: number }): string => `${stepsDone}/${steps}`;

/** Units of a text in a cell. */
const longest = 320;

/** What the first to speak says of a model, and how many others do: the report itself has all of it. */
const textOf = ({ texts }: ModelLine): Html => {
  const [first] = texts;
  if (first === undefined) return html``;
  return html`<p>${shortText(first.text, longest)}</p><span class="by">${first.nameVi}${texts.length > 1 ? ` và ${texts.length - 1} đơn vị khác` : ''}</span>`;
};

const number: Column<ModelLine> = { title: 'Số', width: 4, kind: 'c', cell: ({ model }) => String(model) };
const title: Column<ModelLine> = { title: 'Mô hình', width: 30, cell: (line) => `${line.titleVi}${mark(line)}` };
const lead: Column<ModelLine> = { title: 'Chủ trì', width: 15, cell: leadNames };

/** Models that are late, blocked or silent, each list by itself. */
export const listSections = (report: ConsolidatedReport): Html => {
  const of = (numbers: readonly number[]): readonly ModelLine[] => report.models.filter(({ model }) => numbers.includes(model)).sort((one, other) => other.daysLate - one.daysLate || one.model - other.model);
  const late: readonly Column<ModelLine>[] = [
    number, title, lead,
    { title: 'Thời hạn', width: 9, kind: 'c', cell: deadlineText },
    { title: 'Số ngày chậm', width: 7, kind: 'n', cell: ({ daysLate }) => decimalText(daysLate) },
    { title: 'Bước xong', width: 6, kind: 'c', cell: stepsText },
    { title: 'Trạng thái, nguyên nhân vướng', width: 29, cell: (line) => (line.blockers.length === 0 ? statusWords[line.status] : `Vướng: ${shortText(blockerText(line), longest)}`) },
  ];
  const blocked: readonly Column<ModelLine>[] = [number, title, lead, { title: 'Nguyên nhân', width: 30, cell: (line) => shortText(blockerText(line), longest) }, { title: 'Thời hạn', width: 21, cell: (line) => (line.deadline === null ? '–' : html`${deadlineText(line)}<br>${latenessText(line)}`) }];
  const silent: readonly Column<ModelLine>[] = [number, { ...title, width: 46 }, { ...lead, width: 25 }, { title: 'Trạng thái', width: 25, cell: ({ status }) => statusWords[status] }];
  const { lists } = report;
  return html`<h3>1. Quá hạn (${lists.overdue.length})</h3>${tableOr('Không có mô hình quá hạn.', late, of(lists.overdue))}
<h3>2. Quá hạn tại thời điểm ban hành (${lists.bornOverdue.length})</h3>${tableOr('Không có.', late, of(lists.bornOverdue))}
<h3>3. Vướng (${lists.blocked.length})</h3>${tableOr('Không có mô hình vướng.', blocked, of(lists.blocked))}
<h3>4. Im lặng (${lists.silent.length})</h3>${tableOr('Không có mô hình im lặng.', silent, of(lists.silent))}
<h3>5. Đã đạt nhưng chậm (${lists.endedLate.length})</h3>${tableOr('Không có.', [number, { ...title, width: 46 }, { ...lead, width: 25 }, { title: 'Số ngày chậm', width: 12, kind: 'n', cell: ({ daysLate }) => decimalText(daysLate) }, { title: 'Thời hạn', width: 13, kind: 'c', cell: deadlineText }], of(lists.endedLate))}`;
};

/** How each lead agency's models stand. */
export const leadSection = ({ byLead }: ConsolidatedReport): Html => {
  const count = (name: string, of: (line: LeadLine) => number): Column<LeadLine> => ({ title: name, width: 8, kind: 'n', cell: (line) => decimalText(of(line)) });
  return html`${table<LeadLine>([
    { title: 'Cơ quan chủ trì', width: 26, cell: ({ vi }) => vi },
    count('Mô hình được giao', ({ models }) => models), count('Đã đạt kết quả', ({ ended }) => ended), count('Đang thực hiện', ({ underWay }) => underWay), count('Vướng', ({ blocked }) => blocked),
    count('Quá hạn', ({ overdue }) => overdue), { ...count('Quá hạn khi ban hành', ({ bornOverdue }) => bornOverdue), width: 9 }, count('Im lặng', ({ silent }) => silent),
    { title: 'Bước xong', width: 7, kind: 'c', cell: stepsText },
    { title: 'Báo cáo tháng', width: 10, kind: 'c', cell: ({ report }) => (report === null ? 'Không phải gửi' : dutyWords[report]) },
  ], byLead)}<p><i>Mô hình có nhiều cơ quan chủ trì được tính cho từng cơ quan.</i></p>`;
};

type StatusChange = ConsolidatedReport['change']['statuses'][number];
type StepChange = ConsolidatedReport['change']['steps'][number];

const titleOf = (report: ConsolidatedReport, model: number): string => report.models.find((line) => line.model === model)?.titleVi ?? '';

export const statusSection = (report: ConsolidatedReport): Html =>
  tableOr<StatusChange>('Không có mô hình đổi trạng thái.', [
    { title: 'Số', width: 4, kind: 'c', cell: ({ model }) => String(model) },
    { title: 'Mô hình', width: 56, cell: ({ model }) => titleOf(report, model) },
    { title: `Đầu tháng ${monthText(report.period)}`, width: 20, cell: ({ before }) => statusWords[before] },
    { title: 'Hiện nay', width: 20, cell: ({ now }) => statusWords[now] },
  ], report.change.statuses);

export const stepSection = (report: ConsolidatedReport): Html =>
  tableOr<StepChange>('Không có bước hoàn thành trong tháng.', [
    { title: 'Số', width: 4, kind: 'c', cell: ({ model }) => String(model) },
    { title: 'Mô hình', width: 32, cell: ({ model }) => titleOf(report, model) },
    { title: 'Bước', width: 5, kind: 'c', cell: ({ step }) => String(step) },
    { title: 'Nội dung bước', width: 48, cell: ({ vi }) => vi },
    { title: 'Ngày xong', width: 11, kind: 'c', cell: ({ completedOn }) => dayText(completedOn) },
  ], report.change.steps);

const valueText = ({ now, range }: IndicatorLine): string => (range === null ? (now === null ? '–' : decimalText(now)) : `${decimalText(range[0])} – ${decimalText(range[1])}`);
const sourceText = ({ source, reporters, reportersBefore }: IndicatorLine): string => (source === 'counted' ? 'Hệ thống tính' : reporters === reportersBefore ? `${reporters} đơn vị` : `${reporters} đơn vị (tháng trước ${reportersBefore})`);

export const indicatorSection = (report: ConsolidatedReport): Html =>
  tableOr<IndicatorLine>('Chưa có chỉ tiêu nào được báo cáo.', [
    { title: 'Số', width: 4, kind: 'c', cell: ({ model }) => String(model) },
    // Definitions name other indicators by their codes.
    { title: 'Chỉ tiêu', width: 51, cell: ({ code, vi, definitionVi }) => html`<p>${vi}</p><small>${code}${definitionVi === '' ? '' : `: ${definitionVi}`}</small>` },
    { title: 'Đơn vị tính', width: 9, kind: 'c', cell: ({ unit }) => unit },
    { title: `Tháng ${monthText(report.previousPeriod)}`, width: 8, kind: 'n', cell: ({ before }) => (before === null ? '–' : decimalText(before)) },
    { title: `Tháng ${monthText(report.period)}`, width: 9, kind: 'n', cell: valueText },
    { title: 'Tăng, giảm', width: 7, kind: 'n', cell: ({ change }) => (change === null ? '–' : signed(change)) },
    { title: 'Nguồn, mức đầy đủ', width: 12, cell: sourceText },
  ], report.indicators);

type ReportLine = ConsolidatedReport['reports'][number];

export const reportSection = (report: ConsolidatedReport): Html =>
  tableOr<ReportLine>('Kỳ này không có đơn vị phải báo cáo.', [
    { title: 'Đơn vị', width: 40, cell: (line) => `${line.nameVi}${mark(line)}` },
    { title: 'Hạn gửi', width: 11, kind: 'c', cell: ({ dueOn }) => dayText(dueOn) },
    { title: 'Ngày gửi', width: 11, kind: 'c', cell: ({ submittedOn }) => (submittedOn === null ? '–' : dayText(submittedOn)) },
    { title: 'Kết quả', width: 18, cell: ({ status, daysLate, nothing }) => html`${daysLate > 0 ? html`<b>${dutyWords[status]} ${decimalText(daysLate)} ngày</b>` : dutyWords[status]}${nothing ? '; không phát sinh' : ''}` },
    { title: 'Số lần sửa', width: 8, kind: 'n', cell: ({ revision }) => (revision === 0 ? '–' : decimalText(revision - 1)) },
    { title: `Tháng ${monthText(report.previousPeriod)}`, width: 12, kind: 'c', cell: ({ statusBefore }) => (statusBefore === null ? '–' : dutyWords[statusBefore]) },
  ], report.reports);

const statusCell = ({ status, health }: ModelLine): string => (health === 'silent' ? `${statusWords[status]}; im lặng` : statusWords[status]);

/** Why nothing is asked, what stands in the way, and what the reports say. */
const saidOf = (line: ModelLine): string | Html => {
  const isOutside = line.status === 'not-deployable' || line.status === 'no-subject' || line.status === 'not-mentioned';
  const why = isOutside && line.standingVi !== '' ? html`<p>${shortText(line.standingVi, longest)}</p>` : line.blockers.length > 0 ? html`<p><b>Vướng:</b> ${shortText(blockerText(line), longest)}</p>` : html``;
  return why.markup === '' && line.texts.length === 0 ? '–' : html`${why}${textOf(line)}`;
};

export const modelSection = ({ models }: ConsolidatedReport): Html => table<ModelLine>([
  number,
  { ...title, width: 23, cell: (line) => (line.titleVi === '' ? html`<span class="none">Kế hoạch không ghi tên</span>` : `${line.titleVi}${mark(line)}`) },
  { ...lead, width: 12, cell: (line) => leadNames(line) || '–' },
  { title: 'Phụ lục', width: 4, kind: 'c', cell: ({ annex }) => annex || '–' },
  { title: 'Trạng thái', width: 11, cell: statusCell },
  { title: 'Bước xong', width: 5, kind: 'c', cell: stepsText },
  { title: 'Thời hạn', width: 13, cell: (line) => html`${deadlineText(line)}${line.lateness === 'none' ? '' : html`<br>${line.daysLate > 0 && line.lateness !== 'ended-late' ? html`<b>${latenessText(line)}</b>` : latenessText(line)}`}` },
  { title: 'Vướng mắc, nội dung báo cáo trong tháng', width: 28, cell: saidOf },
], models);
