import { applyTopics } from '@da06/event-log';
import type { TopicsApplied } from '@da06/event-log';
import { topicSettings } from '@da06/kafka';
import { printJson } from '../cli/context.ts';
import type { CliContext } from '../cli/context.ts';
import { exitCodes, wrongUse } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';

/** Creates the topics that are missing on the cluster, or only looks; 1 when one differs from what is wanted. */
export const topicsApply = async (context: CliContext, options: { check?: boolean }): Promise<ExitCode> => {
  const { kafka } = context.config;
  if (kafka === undefined) throw wrongUse('KAFKA_BROKERS is not set: the log in the data folder makes its topics by itself.');
  const applied = await applyTopics({ connection: kafka.connection, topics: topicSettings, topicPrefix: kafka.topicPrefix ?? '', check: options.check === true });
  for (const line of linesOf(applied)) {
    printJson(context, line);
    context.err.write(rowOf(line));
  }
  return applied.drift.length > 0 ? exitCodes.differences : exitCodes.done;
};

type Difference = { readonly setting: string; readonly wanted: string; readonly found: string };
type Line = { readonly topic: string; readonly status: 'created' | 'unchanged' | 'differs'; readonly differences: readonly Difference[] };

/** One a topic, by name. */
const linesOf = ({ created, unchanged, drift }: TopicsApplied): Line[] => {
  const differing = [...new Set(drift.map(({ topic }) => topic))].map((topic): Line => ({
    topic, status: 'differs', differences: drift.filter((one) => one.topic === topic).map(({ setting, wanted, found }) => ({ setting, wanted, found })),
  }));
  const alike = (topics: readonly string[], status: Line['status']): Line[] => topics.map((topic) => ({ topic, status, differences: [] }));
  return [...alike(created, 'created'), ...alike(unchanged, 'unchanged'), ...differing].sort((a, b) => (a.topic < b.topic ? -1 : 1));
};

const rowOf = ({ topic, status, differences }: Line): string =>
  `${topic.padEnd(46)} ${status.padEnd(9)} ${differences.map(({ setting, wanted, found }) => `${setting}: ${found}, wanted ${wanted}`).join('; ')}`.trimEnd() + '\n';
