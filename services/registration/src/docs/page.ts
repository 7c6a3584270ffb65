import { codes } from '@da06/errors';
import type { Locality } from '@da06/reference';
import { type Described, type Operation, routeName } from '@da06/service-kit';
import { describedWith } from './document.ts';
import type { Json } from './schemas.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The description as one page that loads nothing: routes with examples, code lists, every code. */
export const docsPage = (document: Json, locality: Locality, { operations, roles }: Described = describedWith()): string => {
  const info = document['info'] as { title: string; description: string };
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>DA06 · API</title><style>${style}</style></head><body>
<h1>${escape(info.title)}</h1><p>${escape(info.description)}</p>
<p><a href="/openapi.json">openapi.json</a> · <a href="/v1/errors">/v1/errors</a> · <code>Authorization: Bearer KEY</code></p>
<nav>${tags.map((tag) => `<a href="#${anchor(tag)}">${escape(tag)}</a>`).join(' · ')} · <a href="#lists">Danh mục · Lists</a> · <a href="#codes">Mã lỗi · Codes</a></nav>
${tags.map((tag) => `<h2 id="${anchor(tag)}">${escape(tag)}</h2>${operations.filter((operation) => operation.tag === tag).map((operation) => operationHtml(operation, roles[routeName(operation)])).join('')}`).join('\n')}
${listsHtml(locality)}
${codesHtml()}
</body></html>`;
};

const anchor = (tag: string): string => tag.split(' · ')[1]?.toLowerCase().replaceAll(' ', '-') ?? tag;

const operationHtml = (operation: Operation, roles: readonly string[] | undefined): string => `<details><summary><b class="${operation.method}">${operation.method.toUpperCase()}</b> <code>${escape(operation.path)}</code> ${escape(operation.summary)}</summary>
${operation.description === undefined ? '' : `<p>${escape(operation.description)}</p>`}
<p>Vai trò · Roles: ${roles === undefined ? 'không cần khóa · no key needed' : roles.map((role) => `<code>${role}</code>`).join(' ')}</p>
${operation.query === undefined ? '' : `<ul>${Object.entries(operation.query).map(([name, text]) => `<li><code>?${name}=</code> ${escape(text)}</li>`).join('')}</ul>`}
${Object.entries(operation.body ?? {}).map(([type, content]) => `<h4>${type}</h4>${exampleHtml(content.example)}`).join('')}
${Object.entries(operation.answers).map(([status, { description, content }]) => `<h4>${status} ${escape(description)}</h4>${Object.values(content ?? {}).map(({ example }) => exampleHtml(example)).join('')}`).join('')}
${operation.problems === undefined ? '' : `<p>Lỗi · Problems: ${operation.problems.join(', ')}</p>`}</details>`;

const exampleHtml = (example: unknown): string => (example === undefined ? '' : `<pre>${escape(typeof example === 'string' ? example : JSON.stringify(example, undefined, 2))}</pre>`);

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><tr>${head.map((cell) => `<th>${escape(cell)}</th>`).join('')}</tr>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`).join('')}</table>`;

const yes = (value: boolean): string => (value ? 'có · yes' : 'không · no');

const listsHtml = (locality: Locality): string => `<h2 id="lists">Danh mục · Lists</h2>
<h3>Loại cơ sở · Kinds of facility</h3>${table(['kind', 'vi', 'model', 'tourism', 'room required', 'registers stays'], locality.facilityKinds.map((kind) => [kind.kind, kind.vi, String(kind.model ?? ''), yes(kind.tourism), yes(kind.roomRequired), yes(kind.registersStays)]))}
<h3>Lý do · Reasons</h3><p>${locality.reasons.map((reason) => `<code>${escape(reason)}</code>`).join(' ')}</p>
<h3>Giấy tờ · Documents</h3><p>${locality.documentKinds.map((kind) => `<code>${escape(kind)}</code>`).join(' ')}</p>
<h3>Đơn vị hành chính · Units</h3>${table(['uid', 'GSO', 'vi', 'from', 'to'], locality.units.map((unit) => [unit.uid, unit.code, unit.name_vi, unit.valid_from ?? '', unit.valid_to ?? '']))}`;

const codesHtml = (): string =>
  `<h2 id="codes">Mã lỗi · Codes</h2>${table(['code', 'severity', 'vi', 'en', 'cách sửa', 'hint'], Object.entries(codes).map(([code, { severity, vi, en, hintVi, hintEn }]) => [code, severity, vi, en, hintVi, hintEn]))}`;

const style = `body{font:15px/1.55 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#1c2430;background:#fff}summary{cursor:pointer;padding:.35rem 0}
details{border-bottom:1px solid #dde3ea}b{display:inline-block;min-width:4.2rem;font-size:12px}.get{color:#0b6b3a}.post{color:#0b4f9c}.put{color:#8a5a00}.patch{color:#6a3ab2}.delete{color:#a3261f}
pre{background:#f3f5f8;padding:.8rem;overflow:auto;font-size:12.5px;border-radius:6px}table{border-collapse:collapse;font-size:13px}th,td{text-align:left;padding:.25rem .8rem .25rem 0;border-bottom:1px solid #e5e9ef;vertical-align:top}
@media(prefers-color-scheme:dark){body{background:#14181f;color:#dfe5ee}pre{background:#1e2530}a{color:#8ab8ff}details,th,td{border-color:#2b3442}.get{color:#5fd394}.post{color:#7ab4ff}.put{color:#e3b45c}.patch{color:#bd9cf5}.delete{color:#f08a84}}`;
