/** Topics of the log. A dead letter goes to `<topic>.dead-letter`; `da06.vault` is compacted (one live record a key). */
export const topics = {
  stays: 'da06.residence-registration',
  steps: 'da06.model-step',
  reports: 'da06.report',
  registry: 'da06.registry',
  security: 'da06.security',
} as const;
export type Topic = (typeof topics)[keyof typeof topics];

/** Work that follows from events and is shared among processes: stays whose guest-nights have to be recounted. It holds no fact. */
export const nightsDueTopic = 'da06.nights-due';

/** The dead-letter topic of a topic. */
export const deadLetterTopic = (topic: string): string => `${topic}.dead-letter`;
