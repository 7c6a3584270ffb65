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
