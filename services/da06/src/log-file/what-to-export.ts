import { deadLetterTopic, topics } from '@da06/events';
import { vaultTopic } from '@da06/vault';

/** Everything that cannot be made again. Marks of nights that are due are left out: they follow from the events anew. */
export const whatToExport = {
  topics: Object.values(topics).flatMap((topic) => [topic, deadLetterTopic(topic)]),
  compacted: [vaultTopic],
};
