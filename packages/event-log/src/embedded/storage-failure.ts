import { AppError } from '@da06/errors';

/** No space left, quota exceeded, file too large, LMDB's map full; and the I/O error by which LMDB tells that only part of its pages fitted. */
const fullCodes: readonly unknown[] = [28, 122, 27, -30792, 5];

/** What a failed transaction means to the caller. LMDB rejects with an error that promises the reason. */
export const storageFailure = async (error: unknown): Promise<unknown> => {
  const cause: unknown = await Promise.resolve((error as { commitError?: unknown } | null)?.commitError).then((reason) => reason ?? error, (reason: unknown) => reason);
  return fullCodes.includes((cause as { code?: unknown } | null)?.code) ? new AppError('service.storage-full', { retryable: true, cause }) : cause;
};
