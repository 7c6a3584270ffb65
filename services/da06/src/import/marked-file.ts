import { noHost } from '../cli/exit.ts';
import { ask, problemText } from '../cli/target.ts';
import type { HostTarget } from '../cli/target.ts';
import type { FileBatch } from './batches.ts';
import { importFormats } from './format.ts';

type MarkedFileOptions = { readonly target: () => Promise<HostTarget>; /** Where the records went. */ readonly path: string; readonly timeoutMs: number };

/** 422 comes with the file too: none of its rows was fit. */
const given = new Set([200, 207, 422]);

/** The workbook with what became of each row, by a request that records nothing: the answer with the receipt was kept before. @throws CliFailure 3. */
export const fetchMarkedFile = async (batch: FileBatch, { target, path, timeoutMs }: MarkedFileOptions): Promise<Uint8Array> => {
  const { contentType } = importFormats.xlsx;
  const response = await ask(await target(), `${path}?validate=only`, {
    method: 'POST',
    headers: { 'content-type': contentType, accept: contentType },
    body: new Uint8Array(batch.body),
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (given.has(response.status) && response.headers.get('content-type') === contentType) return new Uint8Array(await response.arrayBuffer());
  throw noHost(`The records are in, but the file with its faults was not given back: ${await problemText(response)}`);
};
