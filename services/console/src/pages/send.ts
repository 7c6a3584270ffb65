import type { ViewerFile } from './viewer-files.ts';

/** Encodings that a browser takes, and does not refuse by `;q=0`. */
const takes = (request: Request, encoding: string): boolean =>
  (request.headers.get('accept-encoding') ?? '').split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((text) => text.trim());
    return name === encoding && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });

/** Whether the browser has what an ETag names. */
export const isKnown = (request: Request, etag: string): boolean => request.headers.get('if-none-match')?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) === true;

/** A part of the viewer: its name carries its digest, so that it never changes. */
export const sendFile = (request: Request, { type, etag, body, packed }: ViewerFile): Response => {
  const headers = { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding', etag };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  for (const [encoding, bytes] of packed) if (takes(request, encoding)) return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-encoding': encoding } });
  return new Response(new Uint8Array(body), { headers });
};
