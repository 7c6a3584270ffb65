export { topicSettings, type TopicSettings } from './topics.ts';
