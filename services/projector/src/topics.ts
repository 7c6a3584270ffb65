import { deadLetterTopic, topics } from '@da06/events';

/** The group whose places in the log say what is projected. */
export const projectorGroup = 'projector';

/** What is projected: every topic of events, and the dead letters of each. */
export const deadLetterTopics: readonly string[] = Object.values(topics).map(deadLetterTopic);
export const projectedTopics: readonly string[] = [...Object.values(topics), ...deadLetterTopics];
