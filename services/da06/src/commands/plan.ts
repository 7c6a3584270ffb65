import { z } from 'zod';
import { printJson } from '../cli/context.ts';
import type { CliContext } from '../cli/context.ts';
import { exitCodes, noHost, wrongUse } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { ask, getTarget, problemText } from '../cli/target.ts';
import { withHost } from '../cli/with-host.ts';

const PlanCounts = z.object({
  models: z.int(), steps: z.int(), deadlines: z.int(), bornOverdue: z.int(), groups: z.object({ I: z.int(), II: z.int(), III: z.int() }), continuous: z.int(), reporters: z.int(), changed: z.int(),
});
type PlanCounts = z.infer<typeof PlanCounts>;

/** Loads the locality's plan into the folder's host, or into one that it starts for its time. Loading it again changes only what the plan has changed. */
export const planLoad = (context: CliContext): Promise<ExitCode> =>
  withHost(context, 'loading the plan', async () => {
    const response = await ask(await getTarget(context.config), '/v1/plan', { method: 'POST' });
    if (!response.ok) throw response.status >= 500 ? noHost(await problemText(response)) : wrongUse(await problemText(response));
    const counts = PlanCounts.parse(await response.json());
    printJson(context, counts);
    context.err.write(summary(counts));
    return exitCodes.done;
  });

const summary = ({ models, steps, deadlines, bornOverdue, groups, continuous, reporters, changed }: PlanCounts): string => `\
Kế hoạch · plan: ${models} mô hình · models (I ${groups.I}, II ${groups.II}, III ${groups.III}), ${steps} bước · steps
  ${deadlines} có thời hạn · with a deadline, ${bornOverdue} đã quá hạn khi ban hành · born overdue, ${continuous} thường xuyên · continuous
  ${reporters} đơn vị báo cáo · reporters
  ${changed === 0 ? 'Không có gì mới · nothing is new' : `${changed} sự kiện mới · new events`}
`;
