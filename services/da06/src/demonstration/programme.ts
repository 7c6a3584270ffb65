import { daysAfter, localMidnight } from '@da06/domain';
import { AppError } from '@da06/errors';
import type { Locality } from '@da06/reference';
import type { InProcess } from '@da06/service-kit';
import type { Action, PlanToLive, ProgrammeLife } from '@da06/simulator';
import { setImmediate } from 'node:timers/promises';

/** The locality's plan, taken in hand on the morning after its date. */
export const planToLive = ({ programme: { plan, models, reporters, indicators } }: Locality): PlanToLive => ({ startsAt: localMidnight(daysAfter(plan.date, 1)) + 9 * 3_600_000, models, reporters, indicators });

export type ProgrammePlayDeps = {
  /** The programme's own handler. */
  readonly fetch: (request: Request, inProcess: InProcess) => Response | Promise<Response>;
  readonly adminKey: string;
  readonly life: ProgrammeLife;
  /** Unix ms: what happened before was sent. What is sent again is answered as before. */
  readonly after: number;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  /** Told how far it has come: everything up to that moment is in the log. */
  readonly reached: (at: number) => void;
  /** Told of what was answered otherwise than by 2xx: somebody else may have acted on the model meanwhile. */
  readonly refused: (action: Action, status: number) => void;
  /** Told once, when the past is played. */
  readonly onPresent: () => void;
};

const keptEvery = 50;
const longestSleepMs = 60_000;
const patienceMs = 1_000;
const mostAttempts = 60;

/** Plays the life of the programme: the past as fast as it is taken in, each action received when it would have been, then each when its time comes. */
export const playProgramme = async (deps: ProgrammePlayDeps): Promise<void> => {
  const { life, now, sleep, signal } = deps;
  const etags = new Map<number, string>();
  let present = false;
  let sent = 0;
  for (const action of life.actions({ after: deps.after })) {
    while (action.at > now()) {
      signal.throwIfAborted();
      if (!present) deps.onPresent();
      present = true;
      await sleep(Math.min(longestSleepMs, action.at - now()));
    }
    signal.throwIfAborted();
    await send(deps, action, etags);
    sent += 1;
    if (present || sent % keptEvery === 0) deps.reached(action.at);
    if (sent % keptEvery === 0) await setImmediate();
  }
};

/** `etags`: of each model as it was last answered. */
const send = async (deps: ProgrammePlayDeps, action: Action, etags: Map<number, string>): Promise<void> => {
  const { method, path, body } = requestOf(action);
  const ask = (of: string, to: string, more: Readonly<Record<string, string>> = {}, text?: string): Promise<Response> =>
    Promise.resolve(deps.fetch(new Request(`http://demonstration.invalid${to}`, { method: of, headers: { authorization: `Bearer ${deps.adminKey}`, ...more }, ...(text !== undefined && { body: text }) }), { receivedAt: action.at, simulated: true }));
  for (let attempt = 0; ; attempt += 1) {
    const no = 'no' in action ? action.no : undefined;
    const etag = no === undefined ? undefined : (etags.get(no) ?? (await ask('GET', `/v1/models/${no}`)).headers.get('etag') ?? '"0"');
    const answer = await ask(method, path, { 'content-type': 'application/json', 'idempotency-key': keyOf(action), ...(etag !== undefined && { 'if-match': etag }) }, JSON.stringify(body));
    const told = answer.headers.get('etag');
    if (no !== undefined && told !== null) etags.set(no, told);
    if (answer.ok) return;
    // Somebody was quicker, or the service is on its way: again.
    if (answer.status !== 412 && answer.status !== 503) return deps.refused(action, answer.status);
    if (attempt >= mostAttempts) throw new AppError('service.not-ready', { retryable: true });
    if (answer.status === 503) await deps.sleep(patienceMs);
  }
};

const keyOf = (action: Action): string => `demo-${action.what}-${action.at}-${'no' in action ? action.no : 'reporter' in action ? action.reporter : ''}`;

type Wanted = { readonly method: 'POST' | 'PUT'; readonly path: string; readonly body: object };

const requestOf = (action: Action): Wanted => {
  switch (action.what) {
    case 'plan':
      return { method: 'POST', path: '/v1/plan', body: {} };
    case 'step': {
      const { day: at, cause, onBehalfOf, note } = action;
      return { method: 'POST', path: `/v1/models/${action.no}/steps/${action.step}/${action.verb}`, body: { at, cause, onBehalfOf, note } };
    }
    case 'unit':
      return { method: 'PUT', path: `/v1/models/${action.no}/unit`, body: { unit: action.unit, at: action.day, note: '' } };
    case 'end':
      return { method: 'POST', path: `/v1/models/${action.no}/put-in-operation`, body: { at: action.day, note: '' } };
    case 'report':
      return { method: 'PUT', path: `/v1/reports/${action.period}/${encodeURIComponent(action.reporter)}`, body: action.body };
    case 'request': {
      const { id, reporters, models, dueOn, text } = action;
      return { method: 'POST', path: '/v1/report-requests', body: { id, reporters, models, dueOn, text } };
    }
    case 'answer':
      return { method: 'PUT', path: `/v1/report-requests/${action.request}/${encodeURIComponent(action.reporter)}`, body: action.body };
  }
};
