import type { Readiness } from '@da06/service-kit';
import { removeCommand, simulatedMark, withoutCommand } from '../demonstration/said.ts';
import { tour } from './banner.ts';

export type FirstPage = {
  readonly url: string;
  readonly clickhouseUrl: string | null;
  readonly adminKeyPath: string;
  readonly facilities: number;
  /** Facilities of the demonstration. */
  readonly simulated: number;
  readonly demonstration: Readiness['demonstration'];
  readonly stays: number;
  readonly lag: number;
};

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The page at `/`: what is here, and what to do next when nothing is. It shows counts alone, so it needs no key. */
export const firstPage = (page: FirstPage): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>DA06</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1c2430;background:#fff}
pre{background:#f3f5f8;padding:1rem;overflow:auto;font-size:13px;border-radius:6px}table{border-collapse:collapse}td{padding:.2rem 1.2rem .2rem 0}
.en{color:#5b6675}.mark{background:#fff3cd;border:2px solid #b45309;color:#5f2c05;border-radius:6px;padding:.6rem 1rem;margin:1rem 0}.mark b{display:block}.mark code{white-space:nowrap}@media(prefers-color-scheme:dark){body{background:#14181f;color:#dfe5ee}pre{background:#1e2530}a{color:#8ab8ff}.en{color:#94a0b3}}</style></head><body>
<h1>DA06</h1>
<p>Trục dữ liệu Đề án 06 của địa phương.<br><span class="en">Data backbone of a locality's rollout of Project 06.</span></p>
${simulated(page)}<table><tr><td>Cơ sở · facilities</td><td><b>${page.facilities}</b></td></tr><tr><td>Lượt lưu trú · stays</td><td><b>${page.stays}</b></td></tr>
<tr><td>Chưa hiện · not yet visible</td><td><b>${page.lag}</b></td></tr></table>
${page.stays === 0 ? nextSteps(page) : ''}
<h2>Đi tiếp · Where to go</h2>
<ul><li><a href="/desk">/desk</a>: quầy khai báo lưu trú cho lễ tân, chủ nhà trọ, phòng khám · the page of the desk</li>
<li><a href="/docs">/docs</a>: tài liệu API · the API, readable; <a href="/openapi.json">/openapi.json</a></li>
<li><a href="/v1/errors">/v1/errors</a>: mọi mã lỗi và cách sửa · every code and how to mend it</li>
<li><a href="/.well-known/jwks.json">/.well-known/jwks.json</a>: khóa kiểm biên nhận · keys of receipts</li>
<li><a href="/readyz">/readyz</a>, <a href="/metrics">/metrics</a>: tình trạng · health</li>
<li>SQL: ${page.clickhouseUrl === null ? 'tắt · off' : `<code>${escape(page.clickhouseUrl)}</code> (chỉ đọc · read-only)`}, <code>npm run -s da06 -- sql "SHOW TABLES"</code></li></ul>
</body></html>`;

/** The mark: as long as one facility of the demonstration is there, or comes. */
const simulated = ({ simulated: facilities, demonstration }: FirstPage): string =>
  facilities === 0 && demonstration === 'off' ? '' : `<p class="mark" role="note"><b>${simulatedMark.vi} · ${simulatedMark.en}</b>
${demonstration === 'loading' ? 'Đang nạp, con số còn tăng · loading, the figures still grow. ' : ''}${facilities} cơ sở có mã bắt đầu bằng <code>demo-</code> là mô phỏng, cùng mọi lượt lưu trú của chúng; bản ghi dân cư, lao động có mã bắt đầu như vậy cũng thế · facilities whose id begins with <code>demo-</code> are simulated, and so are their stays; records of residents and workers by the same rule.<br>
Gỡ bỏ · remove: <code>${removeCommand}</code> — chạy không có · start without: <code>${withoutCommand}</code></p>
`;

const nextSteps = (page: FirstPage): string => `<h2>Chưa có lượt lưu trú nào · No stay yet</h2>
<p>1. Tạo một cơ sở. 2. Khai một lượt, hoặc nhập cả tệp. 3. Hỏi bằng SQL.<br>
<span class="en">1. Make a facility. 2. Register a stay, or import a file. 3. Query it.</span></p>
<pre>${escape(tour(page).trim())}

npm run -s da06 -- import stays.csv --facility ks-tan-khai-01 --receipts receipts.jsonl
npm run -s da06 -- verify --receipts receipts.jsonl</pre>`;
