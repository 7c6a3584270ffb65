import type { AnnotationAnswer, AnnotationQuestion, BoardsAnswer, ExplanationAnswer, ExplanationQuestion, PanelAnswer, PanelQuestion, VariableAnswer, VariableQuestion } from '@da06/console/api';
import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { problemOfBody, unreachable } from './problem.ts';

/** Asks the server with the key. Every call throws `ApiProblem`; one that was aborted throws what `fetch` throws. */
export type Api = {
  readonly boards: (signal?: AbortSignal) => Promise<BoardsAnswer>;
  readonly board: (uid: string, signal?: AbortSignal) => Promise<Dashboard>;
  readonly panel: (question: PanelQuestion, signal?: AbortSignal) => Promise<PanelAnswer>;
  readonly variable: (question: VariableQuestion, signal?: AbortSignal) => Promise<VariableAnswer>;
  readonly annotation: (question: AnnotationQuestion, signal?: AbortSignal) => Promise<AnnotationAnswer>;
  readonly explanation: (question: ExplanationQuestion, signal?: AbortSignal) => Promise<ExplanationAnswer>;
  readonly get: <Body>(path: string, signal?: AbortSignal) => Promise<Body>;
  readonly post: <Body>(path: string, body: unknown, signal?: AbortSignal) => Promise<Body>;
  /** The answer itself, for what is no JSON: files, streams. A body that is no text is sent as JSON. */
  readonly send: (path: string, options?: Sending) => Promise<Response>;
};
export type Sending = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** A refused key is told by the page itself, which keeps what was typed: the shell does not ask for another. */
  readonly quiet?: true;
};

export type ApiDeps = {
  /** The key of this browser, if one was given. */
  readonly key: () => string | undefined;
  /** Told of every 401, before the call throws. */
  readonly refused: () => void;
};

export const createApi = ({ key, refused }: ApiDeps): Api => {
  const send = async (path: string, { method = 'GET', body, signal, headers = {}, quiet }: Sending = {}): Promise<Response> => {
    const bearer = key();
    const isFile = body instanceof Blob || body instanceof FormData || typeof body === 'string';
    const response = await fetch(path, {
      method,
      cache: 'no-store',
      ...(signal !== undefined && { signal }),
      ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
      headers: {
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && !isFile && { 'content-type': 'application/json' }),
        ...headers,
      },
    }).catch((error: unknown) => {
      throw signal?.aborted === true ? error : unreachable();
    });
    if (response.ok) return response;
    if (response.status === 401 && quiet !== true) refused();
    throw problemOfBody(response.status, await response.json().catch(() => undefined));
  };
  // The server and the viewer are built from one commit and share the types: the one place where an answer is taken at its word.
  const read = async <Body>(response: Promise<Response>): Promise<Body> => (await (await response).json()) as Body;
  const get = <Body>(path: string, signal?: AbortSignal): Promise<Body> => read<Body>(send(path, { signal }));
  const post = <Body>(path: string, body: unknown, signal?: AbortSignal): Promise<Body> => read<Body>(send(path, { method: 'POST', body, signal }));
  return {
    boards: (signal) => get('/console/boards', signal),
    board: (uid, signal) => get(`/console/boards/${encodeURIComponent(uid)}`, signal),
    panel: (question, signal) => post('/console/panel', question, signal),
    variable: (question, signal) => post('/console/variable', question, signal),
    annotation: (question, signal) => post('/console/annotation', question, signal),
    explanation: (question, signal) => post('/console/explanation', question, signal),
    get, post, send,
  };
};
