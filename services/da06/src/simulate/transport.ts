import type { Sending, Transport } from '@da06/simulator';
import { ask } from '../cli/target.ts';
import type { HostTarget } from '../cli/target.ts';

const timeoutMs = 60_000;

/** Requests over HTTP, under one key. The host is looked for anew when it does not answer: after a crash it may be back under another address. */
export const httpTransport = (find: () => Promise<HostTarget>): Transport => {
  let target: HostTarget | undefined;
  return async (sending) => {
    const current = (target ??= await find());
    try {
      return await ask(current, sending.path, requestOf(sending));
    } catch (error) {
      target = undefined;
      throw error;
    }
  };
};

const requestOf = ({ method, contentType, body }: Sending): RequestInit => ({
  method, signal: AbortSignal.timeout(timeoutMs), ...(body !== '' && { headers: { 'content-type': contentType }, body }),
});
