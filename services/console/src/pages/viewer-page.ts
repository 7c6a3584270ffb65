import { pageHeaders } from '@da06/service-kit';
import { createHash } from 'node:crypto';
import type { OverviewAnswer } from '../api.ts';
import { plainOverview, plainPage } from './plain.ts';
import { isKnown } from './send.ts';

/** The page may load its own parts and speak to its own server, nothing else; styles come by files and by scripts, none by an attribute. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The viewer's page. A browser asks each time and mostly gets 304. */
export const viewerPage = (request: Request, page: string): Response => {
  const etag = `"${createHash('sha256').update(page).digest('base64url').slice(0, 22)}"`;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, 'cache-control': 'no-cache', etag };
  return isKnown(request, etag) ? new Response(null, { status: 304, headers }) : new Response(page, { headers });
};

/** The first page: the viewer's, which holds the same as text for browsers that run no scripts. */
export const firstPage = (page: string, overview: OverviewAnswer): Response =>
  new Response(page.replace('</body>', () => `<noscript>${plainOverview(overview)}</noscript>\n</body>`), { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, 'cache-control': 'no-store' } });

/** The first page where the viewer was not built. */
export const plainFirstPage = (overview: OverviewAnswer): Response => {
  const html = plainPage(`${notBuilt}${plainOverview(overview)}`);
  return new Response(html, { headers: { ...pageHeaders(html), 'cache-control': 'no-store' } });
};

const notBuilt = '<p class="mark" role="note"><b>Chưa dựng màn hình điều hành · The console is not built</b>\nChạy · run <code>npm start</code>, hoặc · or <code>npm run -s build -w @da06/console</code></p>\n';

/** Any other page of the viewer where it was not built. */
export const missingPage = (): Response => {
  const html = plainPage(notBuilt);
  return new Response(html, { status: 503, headers: { ...pageHeaders(html), 'cache-control': 'no-store', 'retry-after': '10' } });
};
