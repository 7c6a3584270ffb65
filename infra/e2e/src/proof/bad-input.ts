import { mutatedBodies } from '@da06/registration/corpus';
import type { MutatedBody } from '@da06/registration/corpus';
import { mutatedRecords } from '@da06/registration/record-corpus';
import type { MutatedRecords } from '@da06/registration/record-corpus';
import { join } from 'node:path';
import { startHost } from '../harness/host.ts';
import type { RunningHost } from '../harness/host.ts';
import { residentMemory } from '../harness/memory.ts';
import { facility, facilityId } from '../harness/stays.ts';
import { sleep, tempFolder } from '../harness/temp.ts';

const bodiesPath = '/v1/facilities/{facility}/stays';
const routes = {
  json: [bodiesPath, 'application/json'],
  ndjson: [bodiesPath, 'application/x-ndjson'],
  csv: [bodiesPath, 'text/csv'],
  xlsx: [bodiesPath, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  xml: [bodiesPath, 'application/xml'],
  qr: [`${bodiesPath}?arrival=2026-11-20T14:00:00%2B07:00&room=101&reason=tourism`, 'text/plain'],
  'kbtt-foreign': ['/v1/kbtt/foreign-stays?facility={facility}', 'application/json'],
  'kbtt-vietnamese': ['/v1/kbtt/vietnamese-stays?facility={facility}', 'application/json'],
  'kbtt-departure': ['/v1/kbtt/departures?facility={facility}', 'application/json'],
} as const;

type Mutant = MutatedBody | MutatedRecords;

/** Bodies of stays, and one in three of the registers. */
function* corpus(count: number, seed: number): Generator<Mutant> {
  const records = mutatedRecords(count, seed);
  const stays = mutatedBodies(count, seed);
  for (let number = 0; number < count; number += 1) {
    const next = number % 3 === 2 ? records.next() : stays.next();
    if (next.done !== true) yield next.value;
  }
}

const send = (host: RunningHost, mutant: Mutant): Promise<Response> => {
  const [path, type] = routes[mutant.format];
  return host.send('POST', 'register' in mutant ? `/v1/${mutant.register}` : path.replaceAll('{facility}', facilityId), mutant.bytes, type);
};

const nameOf = (mutant: Mutant): string => `${'register' in mutant ? `${mutant.register} ` : ''}${mutant.format}, ${mutant.name}`;

export type BadInputResult = {
  readonly bodies: number;
  readonly serverErrors: number;
  readonly noAnswer: number;
  /** Rejections without a pointer or a code. */
  readonly unnamed: number;
  readonly faults: number;
  readonly catchAll: number;
  readonly keptRejected: number;
  /** `started` = at rest after its start; `idle` = at rest after its first good bodies; `peak` = while bad ones come in. */
  readonly memory: { readonly started: number; readonly idle: number; readonly peak: number };
  readonly examples: string[];
};

/** Codes that say no more than "something is wrong here". */
const catchAllCodes = new Set(['internal', 'request.invalid', 'field.format']);
type Fault = { pointer?: string; code?: string; severity?: string };
type Answer = { code?: string; status?: unknown; faults?: Fault[]; items?: { status: string; faults?: Fault[] }[] };

/**
 * Well-formed bodies that a host has taken before it counts as idle: what it loads and keeps with its first work (code of the engine, pages of
 * the log, room for objects) is the price of any input, not of bad input.
 */
const goodBodies = 400;

const takeGood = async (host: RunningHost): Promise<void> => {
  let taken = 0;
  for (const body of corpus(goodBodies * 10, 0)) {
    if (!body.keepsMeaning) continue;
    await (await send(host, body)).arrayBuffer();
    taken += 1;
    if (taken === goodBodies) return;
  }
};

/** Sends every mutant to a live host and judges each answer. */
export const badInputRound = async (bodies: number, seed: number): Promise<BadInputResult> => {
  const folder = tempFolder('bad-input');
  const host = await startHost(join(folder.path, 'data'));
  const result = { bodies: 0, serverErrors: 0, noAnswer: 0, unnamed: 0, faults: 0, catchAll: 0, keptRejected: 0, examples: [] as string[] };
  try {
    await host.call('POST', '/v1/facilities', facility);
    await sleep(3_000);
    const started = residentMemory(host.pid);
    await takeGood(host);
    await sleep(3_000);
    const idle = residentMemory(host.pid);
    let peak = idle;
    const note = (what: string, mutant: Mutant, status: number, text: string): void => void (result.examples.length < 20 && result.examples.push(`${what}: ${nameOf(mutant)} → ${status} ${text.slice(0, 300)}`));
    const judge = async (mutant: Mutant): Promise<void> => {
      result.bodies += 1;
      let response: Response;
      let text: string;
      try {
        response = await send(host, mutant);
        text = await response.text();
      } catch {
        result.noAnswer += 1;
        return;
      }
      if (response.status >= 500) {
        result.serverErrors += 1;
        note('5xx', mutant, response.status, text);
        return;
      }
      const answer = parse(text);
      const items = answer.items ?? [];
      const faults = [...(answer.faults ?? []), ...items.flatMap((item) => item.faults ?? [])].filter(({ severity }) => severity === 'reject');
      result.faults += faults.length;
      result.catchAll += faults.filter(({ code = '' }) => catchAllCodes.has(code)).length;
      const unnamedItem = items.some((item) => item.status === 'rejected' && !(item.faults ?? []).some((fault) => fault.severity === 'reject'));
      const unnamed = faults.some(({ pointer, code }) => pointer === undefined || code === undefined) || unnamedItem || (response.status >= 400 && items.length === 0 && faults.length === 0 && answer.code === undefined);
      if (unnamed) {
        result.unnamed += 1;
        note('unnamed', mutant, response.status, text);
      }
      if (mutant.keepsMeaning && mutant.format !== 'kbtt-departure' && (response.status >= 400 || items.some((item) => item.status === 'rejected'))) {
        result.keptRejected += 1;
        note('kept meaning, rejected', mutant, response.status, text);
      }
    };
    const queue = corpus(bodies, seed);
    const worker = async (): Promise<void> => {
      for (let next = queue.next(); next.done !== true; next = queue.next()) {
        await judge(next.value);
        peak = Math.max(peak, residentMemory(host.pid));
      }
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    return { ...result, memory: { started, idle, peak } };
  } finally {
    await host.stop();
    folder.remove();
  }
};

const parse = (text: string): Answer => {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
};
