import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { pageHeaders } from './security-headers.ts';

const digest = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
const policy = (html: string): string | undefined => pageHeaders(html)['content-security-policy'];

it('a page may show its own styles, by their digests, and load nothing', () => {
  expect(policy('<style>b{}</style><p>x</p>')).toBe(`default-src 'none'; style-src ${digest('b{}')}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`);
  expect(policy('<p>x</p>')).toBe("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
});

it('styles of elements are named too, each once; what is text is none', () => {
  expect(policy('<style>b{}</style><col style="width:4%"><col style="width:4%"><td>&lt;b style="x"&gt; style="y"</td>')).toContain(`style-src ${digest('b{}')} 'unsafe-hashes' ${digest('width:4%')};`);
});
