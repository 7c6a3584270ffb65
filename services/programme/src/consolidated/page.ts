import { dayText, monthText } from '../day-text.ts';
import { decimalText } from '../decimal-text.ts';
import { html, type Html } from './html.ts';
import { indicatorSection, leadSection, listSections, reportSection, stepSection, statusSection, modelSection } from './sections.ts';
import { style } from './style.ts';
import type { ConsolidatedReport } from './types.ts';
import { completenessText, instantText, shareText } from './words.ts';

/**
 * The consolidated report as a page of its own, in Vietnamese and in the form of an administrative document: it prints on A4 on its side,
 * needs nothing from elsewhere, and is read on a phone too. Every text in it is escaped.
 */
export const consolidatedPage = (report: ConsolidatedReport): string => html`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Báo cáo tổng hợp Đề án 06 tháng ${monthText(report.period)}</title><style>${{ markup: style }}</style></head><body>
${headOf(report)}
<h2>I. Tổng quan</h2>
${overview(report)}
<h2>II. Mô hình quá hạn, vướng, im lặng</h2>
${listSections(report)}
<h2>III. Theo cơ quan chủ trì</h2>
${leadSection(report)}
<h2>IV. Thay đổi so với tháng ${monthText(report.previousPeriod)}</h2>
<h3>1. Mô hình đổi trạng thái</h3>
${statusSection(report)}
<h3>2. Bước hoàn thành trong tháng ${monthText(report.period)}</h3>
${stepSection(report)}
<h3>3. Chỉ tiêu</h3>
${indicatorSection(report)}
<h2>V. Tình hình gửi báo cáo</h2>
${reportSection(report)}
<h2>VI. Bảng các mô hình</h2>
${modelSection(report)}
<h2>VII. Cách tính</h2>
<dl>${report.definitions.map(({ term, vi }) => html`<div><dt>${term}</dt><dd>${vi}</dd></div>
`)}</dl>
<div class="sign"><div><b><i>Nơi nhận:</i></b><br><small>- Như trên;<br>- Lưu: VT.</small></div><div><b>THỦ TRƯỞNG ĐƠN VỊ</b><br><i>(Ký tên, đóng dấu)</i></div></div>
</body></html>
`.markup;

const simulatedMark = (report: ConsolidatedReport): Html => (report.simulated ? html`<p class="mark" role="note">SỐ LIỆU MÔ PHỎNG – không phải số liệu thật; mô hình và đơn vị có số liệu mô phỏng ghi dấu (MP)</p>` : html``);

const headOf = (report: ConsolidatedReport): Html => {
  const { issuer, plan, period, today } = report;
  const [year = '', month = '', day = ''] = today.split('-');
  return html`<header><div class="head"><div>${issuer.superiorVi.toLocaleUpperCase('vi')}<b class="ruled">${issuer.nameVi.toLocaleUpperCase('vi')}</b>Số:&nbsp;……/BC-……</div>
<div><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><b class="ruled">Độc lập - Tự do - Hạnh phúc</b></div></div>
<p class="date">${issuer.placeVi}, ngày ${day} tháng ${month} năm ${year}</p>
${simulatedMark(report)}
<h1>BÁO CÁO<small>Tổng hợp tình hình thực hiện các mô hình điểm Đề án 06 tháng ${monthText(period)}</small></h1>
<p class="about">(Theo Kế hoạch số ${plan.reference}${plan.probable ? ' (số đọc được từ bản quét, có thể chưa chính xác)' : ''} ngày ${dayText(plan.date)}: ${plan.titleVi})</p></header>`;
};

const overview = (report: ConsolidatedReport): Html => {
  const { totals, asOf, today, period, previousPeriod, completeness, completenessBefore } = report;
  const figures: readonly (readonly [name: string, value: string, beside: string])[] = [
    ['Mô hình được giao', decimalText(totals.asked), `trong ${totals.models} mô hình đánh số`],
    ['Đã đạt kết quả', decimalText(totals.ended), shareText(totals.ended, totals.asked)],
    ['Đang thực hiện', decimalText(totals.underWay), `chưa bắt đầu: ${totals.notBegun}`],
    ['Vướng', decimalText(totals.blocked), 'mô hình'],
    ['Im lặng', decimalText(totals.silent), 'mô hình đã vận hành'],
    ['Quá hạn', decimalText(totals.overdue), 'mô hình'],
    ['Quá hạn tại thời điểm ban hành', decimalText(totals.bornOverdue), 'mô hình, không tính vào số quá hạn'],
    ['Bước hoàn thành', decimalText(totals.stepsDone), shareText(totals.stepsDone, totals.steps)],
    [`Bước hoàn thành trong tháng`, decimalText(totals.stepsDoneInMonth), `tháng ${monthText(period)}`],
    ['Báo cáo đã nhận', decimalText(completeness.in + completeness.late), shareText(completeness.in + completeness.late, completeness.expected)],
  ];
  return html`<p>Số liệu tính đến ${instantText(asOf)}; quá hạn xét theo ngày ${dayText(today)}. Mức đầy đủ của báo cáo tháng ${monthText(period)}: ${completenessText(completeness)} (tháng ${monthText(previousPeriod)}: ${completenessText(completenessBefore)}). Nguồn: sổ sự kiện DA06; cách tính từng số ở mục VII.</p>
<ul class="figures">${figures.map(([name, value, beside]) => html`<li>${name}<b>${value}</b>${beside}</li>`)}</ul>`;
};
