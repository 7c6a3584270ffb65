/** The server's refusal (RFC 9457), or that it could not be reached (`network`). */
export class ApiProblem extends Error {
  readonly status: number;
  /** A code of the closed list; `network` if nothing answered. */
  readonly code: string;
  /** What a person is told, in Vietnamese. */
  readonly vi: string;
  readonly en: string;
  /** What exactly was wrong, in English, if the server says. */
  readonly detail: string | undefined;
  /** The whole answer, for who reads more out of it: its faults, the state as it is now. */
  readonly body: unknown;

  constructor({ status, code, vi, en, detail, body }: { status: number; code: string; vi: string; en: string; detail?: string | undefined; body?: unknown }) {
    super(`${code}: ${detail ?? en}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.vi = vi;
    this.en = en;
    this.detail = detail;
    this.body = body;
  }
}

const text = (body: object, name: string): string | undefined => {
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Reads the problem out of an answer; one that is none (a proxy's page) is told by its status. */
export const problemOfBody = (status: number, body: unknown): ApiProblem => {
  const said = typeof body === 'object' && body !== null ? body : {};
  return new ApiProblem({
    status,
    code: text(said, 'code') ?? `http-${status}`,
    vi: text(said, 'vi') ?? `Máy chủ trả lời ${status}.`,
    en: text(said, 'title') ?? `The server answered ${status}.`,
    detail: text(said, 'detail'),
    body,
  });
};

export const unreachable = (): ApiProblem =>
  new ApiProblem({ status: 0, code: 'network', vi: 'Không kết nối được với máy chủ. Hệ thống tự thử lại.', en: 'The server cannot be reached. It is tried again.' });
