import type { Pool } from 'undici';

export type Sending = { readonly method: 'POST' | 'PUT'; readonly path: string; readonly type: string; readonly body: Buffer; readonly key: string };
/** `accepted`: records the answer counts as accepted; 0 when it is no 200 or 201. */
export type Sent = { readonly status: number; readonly accepted: number; readonly milliseconds: number };

/** Counts stand at the beginning of a batch's answer. */
const headLength = 200;

/** Sends a body and reads its answer as cheaply as it can be read: the sender shares the cores with the host. */
export const send = (pool: Pool, { method, path, type, body, key }: Sending): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    let status = 0;
    let head = '';
    pool.dispatch(
      { method, path, body, headers: { authorization: `Bearer ${key}`, 'content-type': type, 'content-length': String(body.length) } },
      {
        onRequestStart: () => {},
        onResponseStart: (_, statusCode) => {
          status = statusCode;
        },
        onResponseData: (_, chunk) => {
          if (method === 'POST' && head.length < headLength) head += chunk.toString('latin1', 0, headLength);
        },
        onResponseEnd: () => {
          const taken = status === 200 || status === 201 || status === 207;
          resolve({ status, accepted: !taken ? 0 : method === 'PUT' ? 1 : Number(/"accepted":(\d+)/.exec(head)?.[1] ?? 0), milliseconds: performance.now() - started });
        },
        onResponseError: (_, error) => reject(error),
      },
    );
  });
