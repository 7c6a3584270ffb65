import { createHash } from 'node:crypto';

/**
 * What every answer of every address carries, errors and unknown paths too. A header that an answer sets itself stays.
 * Nobody else's page may frame, read or script what is here, and no other site may read an answer: there is no CORS.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  // What is no page loads nothing; a page says what it needs (`pageHeaders`).
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** Answers of the API may hold identities, or a key: no cache keeps them unless an answer says so itself. */
export const isUncached = (path: string): boolean => path.startsWith('/v1/');

const digestOf = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** Headers of an HTML page that loads nothing and runs nothing: its own `<style>` and the styles of its elements alone are allowed, by their digests. */
export const pageHeaders = (html: string): Readonly<Record<string, string>> => {
  const own = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => digestOf(style));
  const ofElements = new Set([...html.matchAll(/<\w[^<>]* style="([^"<>]*)"/g)].map(([, style = '']) => digestOf(style)));
  // Digests count for the styles of elements only with this word (CSP 3, 8.3).
  const styles = [...own, ...(ofElements.size > 0 ? ["'unsafe-hashes'", ...ofElements] : [])];
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; ${styles.length > 0 ? `style-src ${styles.join(' ')}; ` : ''}base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
};
