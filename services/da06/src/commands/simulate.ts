import { sendAll, tally, type SendSummary } from '@da06/simulator';
import { dayMs } from '@da06/domain';
import { AppError } from '@da06/errors';
import { fileArgument, printJson } from '../cli/context.ts';
import type { CliContext } from '../cli/context.ts';
import { exitCodes, wrongUse } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { getTarget } from '../cli/target.ts';
import { withHost } from '../cli/with-host.ts';
import { createProgress } from '../import/progress.ts';
import type { SimulateOptions } from '../simulate/options.ts';
import { playedOf, type Played } from '../simulate/played.ts';
import { httpTransport } from '../simulate/transport.ts';
import { writeTruth } from '../simulate/write-truth.ts';

const patienceMs = 20_000;
/** Differences that are told one by one. */
const mostTold = 20;

/** Sends a district, or a population, to the folder's host, or to one that it starts for its time. Exit 1 if anything was answered otherwise than the truth has it. */
export const simulateCommand = async (context: CliContext, typed: SimulateOptions): Promise<ExitCode> => {
  const played = playedOf(typed, Date.now());
  const started = performance.now();
  const truth = typed.truth === undefined ? null : fileArgument(context, typed.truth);
  const result = (summary: SendSummary): object => ({ ...played.told, dryRun: typed.dryRun === true, ...summary, seconds: Math.round(performance.now() - started) / 1000, truth });
  if (truth !== null) writeTruth(truth, played.truth());
  if (typed.dryRun === true) {
    printJson(context, result(tally(played.sendings())));
    return exitCodes.done;
  }
  return await withHost(context, 'this simulation', async () => {
    const summary = await send(context, played);
    printJson(context, result(summary));
    return summary.differences > 0 ? exitCodes.differences : exitCodes.done;
  });
};

const send = async (context: CliContext, { start, days, openings, sendings }: Played): Promise<SendSummary> => {
  const progress = createProgress({ total: days, format: 'simulate {bar} {percentage}% | {text} | {eta_formatted} left', isTTY: context.err.isTTY === true });
  let told = 0;
  const common = { transport: httpTransport(() => getTarget(context.config)), receiptTime: 'clock', patienceMs, now: () => performance.now(), sleep } as const;
  try {
    await sendAll({ ...common, sendings: openings }).catch(explainTaken);
    return await sendAll({
      ...common,
      sendings: sendings(),
      onAnswer: ({ at }, { accepted, rejected }) => progress.update((at - start) / dayMs, `${accepted} accepted, ${rejected} rejected`),
      onDifference: ({ sending, wrong }) => {
        told += 1;
        if (told <= mostTold) context.err.write(`${sending.method} ${sending.path}: ${wrong.join(', ')}\n`);
      },
    });
  } finally {
    progress.stop();
  }
};

/** @throws CliFailure 2 for facilities that are there and are others; anything else as it came. */
const explainTaken = (error: unknown): never => {
  if (error instanceof AppError && error.context['code'] === 'facility.exists') throw wrongUse('Other facilities have these ids, of another district (preset, seed, id prefix): take another --id-prefix, or another data folder.');
  throw error;
};

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
