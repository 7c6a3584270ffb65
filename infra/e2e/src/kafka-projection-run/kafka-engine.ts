/** How ClickHouse's own consumer is set for the comparison: one consumer, blocks of 65,536 rows, a flush every 500 ms. */
export const kafkaEngineSettings = 'kafka_num_consumers = 1, kafka_max_block_size = 65536, kafka_poll_max_batch_size = 65536, kafka_flush_interval_ms = 500';

/** How our inserts have the engine read the log's JSON; a Kafka table takes them as its own settings. */
const reading = "date_time_input_format = 'best_effort', input_format_skip_unknown_fields = 1, input_format_json_ignore_unknown_keys_in_named_tuple = 1, input_format_json_defaults_for_missing_elements_in_named_tuple = 1, input_format_null_as_default = 1";

/** A table that reads the topic, and a view that carries its rows into the same door as our inserts. */
export const kafkaEngineStatements = (brokers: string, topic: string): readonly string[] => [
  `CREATE TABLE da06.bench_kafka AS da06.raw_inbox_v1 ENGINE = Kafka SETTINGS kafka_broker_list = '${brokers}', kafka_topic_list = '${topic}', kafka_group_name = 'clickhouse-own', kafka_format = 'JSONEachRow', ${kafkaEngineSettings}, ${reading}`,
  'CREATE MATERIALIZED VIEW da06.bench_kafka_mv TO da06.raw_inbox_v1 AS SELECT * FROM da06.bench_kafka',
];
