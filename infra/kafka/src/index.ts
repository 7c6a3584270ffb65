export { singleNodeSettings } from './native/broker-properties.ts';
export { fetchJars, kafkaVersion } from './native/fetch-jars.ts';
export { startNativeKafka, type NativeKafka, type NativeKafkaOptions } from './native/native-kafka.ts';
export { prepareNativeKafka } from './native/prepare.ts';
export { topicSettings, type TopicSettings } from './topics.ts';
