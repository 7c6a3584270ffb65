/**
 * Keys for requests that may be sent twice: what is sent again unchanged has the key it had, so that the server answers it as it did
 * (contracts.md, Idempotency-Key). `taken` once an answer has come: the same words afterwards are a new request.
 */
export type Repeats = { readonly keyFor: (request: unknown) => string; readonly taken: () => void };

/** 24 hexadecimal digits; `crypto.randomUUID` is missing on pages that came by plain HTTP. */
const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export const createRepeats = (make: () => string = newKey): Repeats => {
  let last: { readonly request: string; readonly key: string } | undefined;
  return {
    keyFor: (request) => {
      const text = JSON.stringify(request);
      if (last?.request !== text) last = { request: text, key: make() };
      return last.key;
    },
    taken: () => {
      last = undefined;
    },
  };
};
