import { printJson } from '../cli/context.ts';
import type { CliContext } from '../cli/context.ts';
import { exitCodes, noHost, wrongUse } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { ask, getTarget, problemText } from '../cli/target.ts';
import { withHost } from '../cli/with-host.ts';

export const sealedStatistics = ['ethnicity', 'absence-case'] as const;

/** Counts what is sealed and publishes it, by the folder's host or by one that it starts for its time; prints what `POST /v1/statistics/…` answers, a line each. */
export const statisticsRelease = (context: CliContext, { asOf, statistic }: { asOf: string; statistic?: string }): Promise<ExitCode> =>
  withHost(context, 'this count', async () => {
    const target = await getTarget(context.config);
    for (const name of statistic === undefined ? sealedStatistics : [statistic]) {
      const response = await ask(target, `/v1/statistics/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ asOf }) });
      if (!response.ok) throw response.status >= 500 ? noHost(await problemText(response)) : wrongUse(await problemText(response));
      printJson(context, await response.json());
    }
    return exitCodes.done;
  });
