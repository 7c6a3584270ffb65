import { compared, growth, panels, stacked, type Scheme } from './charts.ts';
import type { BenchFigure, BenchReport } from '../schema.ts';
import { boardBars, changes, costLines, memoryLines, shortSize, stacks } from './series.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const schemes: readonly Scheme[] = ['light', 'dark'];

type Heading = { readonly vi: string; readonly en: string; readonly says: string };
const heading = ({ vi, en, says }: Heading): string => `<h2>${escaped(vi)} <span lang="en">· ${escaped(en)}</span></h2>\n<p>${escaped(says)}</p>`;
/** A chart in both schemes; the page shows the one that the reader's system asks for. */
const chart = (title: Heading, draw: (scheme: Scheme) => string): string => `<section>${heading(title)}${schemes.map((scheme) => `<div class="${scheme}" role="img" aria-label="${escaped(title.vi)}">${draw(scheme)}</div>`).join('')}</section>`;

const state = ({ ok, figure }: BenchFigure): string => (figure.startsWith('not taken') ? '<td class="short">không đo được · not taken</td>' : ok === null ? '<td></td>' : ok ? '<td class="ok">đạt · ok</td>' : '<td class="short">chưa đạt · short</td>');
const rows = (figures: readonly BenchFigure[]): string =>
  figures.map((figure) => `<tr><td>${escaped(figure.section)}${figure.size === null ? '' : ` ${shortSize(figure.size)}`}</td><td>${escaped(figure.name)}</td><td${figure.figure.startsWith('not taken') ? '' : ' class="number"'}>${escaped(figure.figure)}</td><td>${escaped(figure.bar)}</td>${state(figure)}</tr>`).join('\n');
const table = (figures: readonly BenchFigure[]): string =>
  `<div class="wide"><table><thead><tr><th>Phần · section</th><th>Chỉ số · name</th><th>Giá trị · figure</th><th>Ngưỡng · bar</th><th></th></tr></thead><tbody>\n${rows(figures)}\n</tbody></table></div>`;

const charts = (report: BenchReport): string[] => {
  const costs = costLines(report);
  const memory = memoryLines(report);
  const all = stacks(report);
  return [
    ...(costs.length === 0 ? [] : [chart({ vi: 'Chi phí mỗi sự kiện theo kích thước', en: 'Cost per event against size', says: 'Đường nằm ngang: chi phí không tăng theo kích thước. A level line: the cost does not grow with the size.' }, (scheme) => growth(costs, 'µs mỗi sự kiện · µs an event', scheme))]),
    ...(all.length === 0 ? [] : [chart({ vi: 'Chi phí theo công đoạn', en: 'Cost by stage', says: 'Công đoạn chạy song song vẫn được cộng dồn, nên tổng có thể lớn hơn thời gian thực. Stages that run side by side add up to more than the time on the wall.' }, (scheme) => stacked(all, scheme))]),
    ...boardBars(report).flatMap((bars) => {
      const name = bars.board === 'views' ? { vi: 'Khung nhìn người dùng hỏi trực tiếp', en: 'views people query' } : { vi: `Bảng ${bars.board}`, en: 'dashboard' };
      return [
        chart({ vi: `${name.vi}: thời gian`, en: `${name.en}: time`, says: 'Lựa chọn chậm nhất của từng ô (24 giờ, 30 ngày; tất cả, một cơ sở), trung vị ba lần; đường đỏ: mức cho phép đến 10 triệu lượt, và gấp đôi ở 100 triệu. The slowest choice of each panel, median of three; red: what is allowed up to 10 million stays, and twice that above.' }, (scheme) => panels(bars, 'ms', scheme)),
        chart({ vi: `${name.vi}: dữ liệu đọc`, en: `${name.en}: data read`, says: 'Số MB (chưa nén) máy đọc để trả lời, lựa chọn nhiều nhất. MB (uncompressed) the engine read to answer, at the most demanding choice.' }, (scheme) => panels(bars, 'megabytes', scheme)),
      ];
    }),
    ...(memory.length === 0 ? [] : [chart({ vi: 'Bộ nhớ theo kích thước', en: 'Memory by size', says: 'Bộ nhớ thường trú của tiến trình. Resident memory of the process.' }, (scheme) => growth(memory, 'MiB', scheme))]),
  ];
};

const comparison = (before: BenchReport, after: BenchReport): string => {
  const all = changes(before, after);
  if (all.length === 0) return `<section>${heading({ vi: 'Trước và sau', en: 'Before and after', says: 'Hai tệp không có chỉ số chung. The two files have no figure in common.' })}</section>`;
  const lines = all.map(({ name, before: was, after: is, ratio }) => `<tr><td>${escaped(name)}</td><td class="number">${escaped(was.figure)}</td><td class="number">${escaped(is.figure)}</td><td class="number">×${ratio.toPrecision(3)}</td></tr>`).join('\n');
  return `${chart({ vi: 'Trước và sau', en: 'Before and after', says: 'Xanh: tốt hơn; đỏ: kém hơn; xám: chênh dưới 5 %. Green: better; red: worse; grey: within 5 %.' }, (scheme) => compared(all, scheme))}
<section><div class="wide"><table><thead><tr><th>Chỉ số · name</th><th>Trước · before<br>${escaped(before.at.slice(0, 16))}</th><th>Sau · after<br>${escaped(after.at.slice(0, 16))}</th><th>Tỷ số · ratio</th></tr></thead><tbody>\n${lines}\n</tbody></table></div></section>`;
};

const style = `
:root { color-scheme: light dark; --ink: #1f2933; --faint: #5b6875; --paper: #fff; --ground: #f3f5f7; --line: #d5dbe1; --ok: #15803d; --short: #c02626 }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaee; --faint: #a3afba; --paper: #1b2229; --ground: #12171c; --line: #3a4550; --ok: #6ddc8b; --short: #ff7b72 } .light { display: none } }
@media (prefers-color-scheme: light) { .dark { display: none } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif }
main { max-width: 1000px; margin: 0 auto; padding: 24px 16px 48px }
h1 { font-size: 1.6rem; margin: 0 0 4px } h2 { font-size: 1.15rem; margin: 0 0 4px } h2 span, p { color: var(--faint); font-weight: 400 } p { margin: 0 0 12px; font-size: .92rem }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 16px 18px; margin-top: 16px }
svg { display: block; width: 100%; min-width: 640px; height: auto } section > div { overflow-x: auto } .wide table { min-width: 640px }
table { border-collapse: collapse; width: 100%; font-size: .88rem } th, td { text-align: left; padding: 5px 10px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top }
td:nth-child(1) { white-space: nowrap } th { color: var(--faint); font-weight: 600 } .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap } .ok { color: var(--ok); white-space: nowrap } .short { color: var(--short); white-space: nowrap }
ul { margin: 8px 0 0; padding-left: 20px; font-size: .92rem }`;

/** A page that stands by itself: charts of a report, of two if one of before is given, and every figure. It asks nothing of any other address. */
export const pageOf = (report: BenchReport, before?: BenchReport): string => {
  const { machine, at, options, dashboards, figures } = report;
  const judged = figures.filter(({ ok }) => ok !== null);
  const short = judged.filter(({ ok }) => ok === false);
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>DA06: đo tốc độ · benchmark</title><style>${style}</style></head>
<body><main>
<h1>DA06: đo tốc độ <span lang="en">· benchmark</span></h1>
<p>${escaped(at)} · ${machine.cores} × ${escaped(machine.processor)}, ${(machine.memoryMiB / 1024).toFixed(1)} GiB, ${escaped(machine.platform)} · Node ${escaped(machine.node)} · ClickHouse ${escaped(machine.engine)}${Object.keys(options).length === 0 ? '' : ` · ${escaped(Object.entries(options).filter(([name]) => !['json', 'page', 'folder'].includes(name)).map(([name, value]) => `--${name} ${value}`).join(' '))}`}</p>
<section>${heading({ vi: `${judged.length - short.length} trên ${judged.length} ngưỡng đạt`, en: `${judged.length - short.length} of ${judged.length} bars hold`, says: short.length === 0 ? '' : 'Chưa đạt hoặc không đo được · short or not taken:' })}${short.length === 0 ? '' : table(short)}</section>
${before === undefined ? '' : comparison(before, report)}
${charts(report).join('\n')}
${dashboards.length === 0 ? '' : `<section>${heading({ vi: 'Dữ liệu mẫu', en: 'Made-up districts', says: 'Sinh ngay trong máy ClickHouse, cùng số lượng thì cùng dữ liệu. Made inside the engine, the same for the same number.' })}<ul>${dashboards.map(({ stays, events, madeInS, diskBytes, registers }) => `<li>${shortSize(stays)} lượt · stays: ${shortSize(Math.round(events / 1e5) * 1e5)} sự kiện · events, ${(diskBytes / 2 ** 30).toFixed(1)} GiB, ${madeInS < 1 ? 'đã có sẵn · kept from before' : `${Math.round(madeInS)} s`}${registers ? '' : '; sổ lượt lưu trú để trống · registers of stays left empty'}</li>`).join('')}</ul></section>`}
<section>${heading({ vi: 'Mọi chỉ số', en: 'Every figure', says: '' })}${table(figures)}</section>
</main></body></html>
`;
};
