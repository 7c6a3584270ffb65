import { AppError } from '@da06/errors';

/** The media type of a request in lower case, without parameters. @throws AppError `request.media-type` for a charset other than UTF-8. */
export const mediaTypeOf = (request: Request): string => {
  const [type = '', ...parameters] = (request.headers.get('content-type') ?? '').toLowerCase().split(';').map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length).replaceAll('"', '');
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8' && charset !== 'us-ascii') throw new AppError('request.media-type', { detail: 'The charset must be UTF-8.' });
  return type;
};

/** @throws AppError `request.media-type` unless the body is declared to be JSON. */
export const assertJson = (request: Request): void => {
  const type = mediaTypeOf(request);
  if (type !== 'application/json' && type !== 'application/merge-patch+json') throw new AppError('request.media-type', { detail: 'Use application/json.' });
};

/** Whether a request names a media type, and none is better to it, in its Accept header (RFC 9110, 12.5.1); patterns such as any type do not name it. */
export const accepts = (request: Request, wanted: string): boolean => {
  const named = (request.headers.get('accept') ?? '').toLowerCase().split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    return { type, weight: Number.isFinite(weight) ? weight : 0 };
  });
  const own = named.find(({ type }) => type === wanted)?.weight ?? 0;
  return own > 0 && named.every(({ type, weight }) => type.includes('*') || weight <= own);
};
