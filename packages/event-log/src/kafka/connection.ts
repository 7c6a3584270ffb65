/** How to reach a Kafka cluster. */
export type KafkaConnection = {
  /** host:port of some of its brokers. */
  readonly brokers: readonly string[];
  readonly ssl?: boolean | { readonly ca?: string; readonly cert?: string; readonly key?: string; readonly rejectUnauthorized?: boolean };
  readonly sasl?: { readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'; readonly username: string; readonly password: string };
};

/** Where warnings go; a pino logger fits. */
export type KafkaLogger = {
  readonly debug: (facts: object, text: string) => void;
  readonly warn: (facts: object, text: string) => void;
  readonly error: (facts: object, text: string) => void;
};
