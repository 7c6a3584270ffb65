import { AppError } from '@da06/errors';
import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';

/** Reads a request's body and hands it to `work`; the memory counts as taken until that is done. */
export type WithBody = <T>(request: Request, work: (bytes: Uint8Array) => Promise<T> | T) => Promise<T>;

/**
 * Reads bodies up to a limit, also in gzip, where the limit holds for what comes out. A body is given up as soon as it passes it,
 * and requests are turned away while the bodies at work fill the memory set aside for them.
 * @throws AppError `request.too-large`, `request.media-type` (another encoding), `request.unreadable` (broken gzip, aborted), `service.overloaded`.
 */
export const createBodyReader = (limits: { readonly bodyBytes: number; readonly bytesInFlight: number }): WithBody => {
  let inFlight = 0;
  const take = (bytes: number): void => {
    if (inFlight + bytes > limits.bytesInFlight) throw new AppError('service.overloaded', { retryable: true });
    inFlight += bytes;
  };

  const collect = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
    const parts: Uint8Array[] = [];
    let size = 0;
    try {
      for await (const chunk of chunks) {
        if (size + chunk.byteLength > limits.bodyBytes) throw new AppError('request.too-large');
        take(chunk.byteLength);
        size += chunk.byteLength;
        parts.push(chunk);
      }
    } catch (error) {
      inFlight -= size;
      throw error instanceof AppError ? error : new AppError('request.unreadable', { detail: 'The body broke off, or is not what its Content-Encoding says.', cause: error });
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  };

  const read = async (request: Request): Promise<Uint8Array> => {
    const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? '';
    const declared = Number(request.headers.get('content-length') ?? Number.NaN);
    if (declared > limits.bodyBytes) throw new AppError('request.too-large');
    if (encoding !== '' && encoding !== 'identity' && encoding !== 'gzip') throw new AppError('request.media-type', { detail: 'Content-Encoding may be gzip or none.' });
    if (declared === 0) return new Uint8Array(0);
    if (encoding !== 'gzip' && declared < smallBody) return await readSmall(request, take);
    if (request.body === null) return new Uint8Array(0);
    const plain = Readable.fromWeb(request.body);
    if (encoding !== 'gzip') return await collect(plain as AsyncIterable<Uint8Array>);
    const gunzip = createGunzip();
    plain.once('error', (error) => gunzip.destroy(error));
    return await collect(plain.pipe(gunzip) as AsyncIterable<Uint8Array>);
  };

  return async (request, work) => {
    const bytes = await read(request);
    try {
      return await work(bytes);
    } finally {
      inFlight -= bytes.byteLength;
    }
  };
};

/** A body of this length or less is read at once: the server's parser already holds it to its declared length. */
const smallBody = 64 * 1024;

const readSmall = async (request: Request, take: (bytes: number) => void): Promise<Uint8Array> => {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await request.arrayBuffer());
  } catch (cause) {
    throw new AppError('request.unreadable', { detail: 'The body broke off.', cause });
  }
  take(bytes.byteLength);
  return bytes;
};
