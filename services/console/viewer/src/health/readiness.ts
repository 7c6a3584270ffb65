import { ApiProblem } from '../api/problem.ts';
import type { Words } from '../words/words.ts';
import { health as words } from '../words/health.ts';

/** What `GET /readyz` says, whether with 200 or 503. */
type Readiness = { readonly status: string; readonly demonstration: string; readonly lag: number };

const readinessOf = (body: unknown): Readiness | undefined => {
  if (typeof body !== 'object' || body === null || !('status' in body && 'demonstration' in body && 'lag' in body)) return undefined;
  const { status, demonstration, lag } = body;
  return typeof status === 'string' && typeof demonstration === 'string' && typeof lag === 'number' ? { status, demonstration, lag } : undefined;
};

/** Ready, still starting, or nobody answers: the answer of one that starts comes as a refusal. */
export type Heard = { readonly state: 'ready' | 'starting'; readonly readiness: Readiness } | { readonly state: 'unreachable'; readonly text: Words };

export const heardOf = (answer: unknown): Heard => {
  const readiness = readinessOf(answer instanceof ApiProblem ? answer.body : answer);
  if (readiness !== undefined) return { state: readiness.status === 'ready' ? 'ready' : 'starting', readiness };
  return { state: 'unreachable', text: answer instanceof ApiProblem && answer.status !== 0 ? { vi: answer.vi, en: answer.en } : words.unreachableText };
};

/** The state in one word and why, the gravest first. */
export const verdictOf = (heard: Heard, count: (value: number) => string): { readonly tone: 'good' | 'note' | 'bad'; readonly title: Words; readonly reasons: readonly Words[] } => {
  if (heard.state === 'unreachable') return { tone: 'bad', title: words.unreachable, reasons: [heard.text] };
  const { demonstration, lag } = heard.readiness;
  const others: readonly Words[] = [
    lag === 0 ? words.nothingBehind : { vi: `${count(lag)} ${words.behind.vi}`, en: `${count(lag)} ${words.behind.en}` },
    ...(demonstration === 'loading' ? [words.loading] : []),
  ];
  return heard.state === 'ready'
    ? { tone: demonstration === 'loading' || lag > usual ? 'note' : 'good', title: words.ready, reasons: [words.readyText, ...others] }
    : { tone: 'bad', title: words.starting, reasons: [words.startingText, ...others] };
};

/** Events on their way at a busy minute. */
const usual = 1_000;
