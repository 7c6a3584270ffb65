import { AppError } from '@da06/errors';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The bytes without a UTF-8 byte-order mark. */
export const withoutMark = (bytes: Uint8Array): Uint8Array => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes);

/** Text of UTF-8 bytes, undefined if they are not UTF-8. */
export const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
};

/** Text of a whole body. @throws AppError `request.unreadable` that says where the bytes stop being UTF-8, or that they are UTF-16. */
export const decodeBody = (bytes: Uint8Array): string => {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) throw new AppError('request.unreadable', { detail: 'The body is UTF-16; send UTF-8.' });
  const text = decode(withoutMark(bytes));
  if (text === undefined) throw new AppError('request.unreadable', { detail: 'The body is not UTF-8.' });
  return text;
};

/** One JSON value. @throws AppError `request.unreadable` with the place of the fault, never with the body's own text. */
export const parseBody = (bytes: Uint8Array): unknown => {
  const text = decodeBody(bytes);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const place = cause instanceof Error ? /at position (\d+)/.exec(cause.message)?.[1] : undefined;
    throw new AppError('request.unreadable', { detail: place === undefined ? 'The body is not complete JSON.' : `The body is not JSON at position ${place}.` });
  }
};
