import type { OverviewAnswer } from '../api.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What is here, and what to do next when nothing is, as HTML that needs no script. */
export const plainOverview = (overview: OverviewAnswer): string => {
  const { facilities, stays, lag, simulated, nextSteps, addresses, links } = overview;
  const row = (name: string, figure: number): string => `<tr><td>${name}</td><td><b>${figure}</b></td></tr>`;
  return `<h1>DA06</h1>
<p>Trục dữ liệu Đề án 06 của địa phương.<br><span class="en">Data backbone of a locality's rollout of Project 06.</span></p>
${simulated === null ? '' : mark(simulated)}<table>${row('Cơ sở · facilities', facilities)}${row('Lượt lưu trú · stays', stays)}${lag === null ? '' : row('Chưa hiện · not yet visible', lag)}</table>
${nextSteps === null ? '' : steps(nextSteps)}<h2>Đi tiếp · Where to go</h2>
<ul>${links.map(({ href, vi, en }) => `<li><a href="${escape(href)}">${escape(href)}</a>: ${escape(vi)} · ${escape(en)}</li>\n`).join('')}<li>SQL: ${addresses.clickhouse === null ? 'tắt · off' : `<code>${escape(addresses.clickhouse)}</code> (chỉ đọc · read-only)`}, <code>npm run -s da06 -- sql "SHOW TABLES"</code></li></ul>
`;
};

/** The mark: as long as one facility of the demonstration is there, or comes. */
const mark = ({ state, facilities, mark: said, remove, without }: NonNullable<OverviewAnswer['simulated']>): string => `<p class="mark" role="note"><b>${escape(said.vi)} · ${escape(said.en)}</b>
${state === 'loading' ? 'Đang nạp, con số còn tăng · loading, the figures still grow. ' : ''}${facilities} cơ sở có mã bắt đầu bằng <code>demo-</code> là mô phỏng, cùng mọi lượt lưu trú của chúng; bản ghi dân cư, lao động có mã bắt đầu như vậy cũng thế · facilities whose id begins with <code>demo-</code> are simulated, and so are their stays; records of residents and workers by the same rule.<br>
Gỡ bỏ · remove: <code>${escape(remove)}</code> — chạy không có · start without: <code>${escape(without)}</code></p>
`;

const steps = (text: string): string => `<h2>Chưa có lượt lưu trú nào · No stay yet</h2>
<p>1. Tạo một cơ sở. 2. Khai một lượt, hoặc nhập cả tệp. 3. Hỏi bằng SQL.<br>
<span class="en">1. Make a facility. 2. Register a stay, or import a file. 3. Query it.</span></p>
<pre>${escape(text)}</pre>
`;

/** A page of its own, with its own style. */
export const plainPage = (body: string): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>DA06</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1c2430;background:#fff}
pre{background:#f3f5f8;padding:1rem;overflow:auto;font-size:13px;border-radius:6px}table{border-collapse:collapse}td{padding:.2rem 1.2rem .2rem 0}
.en{color:#5b6675}.mark{background:#fff3cd;border:2px solid #b45309;color:#5f2c05;border-radius:6px;padding:.6rem 1rem;margin:1rem 0}.mark b{display:block}.mark code{white-space:nowrap}@media(prefers-color-scheme:dark){body{background:#14181f;color:#dfe5ee}pre{background:#1e2530}a{color:#8ab8ff}.en{color:#94a0b3}}</style></head><body>
${body}</body></html>`;
