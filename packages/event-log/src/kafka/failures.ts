import { AppError } from '@da06/errors';

type KafkaFailure = Error & { readonly type?: string; readonly retriable?: boolean; readonly topic?: string; readonly partition?: number };

const isKafkaFailure = (error: unknown): error is KafkaFailure => error instanceof Error && error.name.startsWith('KafkaJS');

/** What lies under the wrappings in which kafkajs hands errors on. */
const rootOf = (error: KafkaFailure): KafkaFailure => (isKafkaFailure(error.cause) ? rootOf(error.cause) : error);

/** The protocol's name of what went wrong, such as `REBALANCE_IN_PROGRESS`; undefined for other errors. */
export const protocolType = (error: unknown): string | undefined => (isKafkaFailure(error) ? rootOf(error).type : undefined);

/** The group goes on without this member, or in another generation: what it holds is no longer its own. */
const lostTypes: readonly unknown[] = ['UNKNOWN_MEMBER_ID', 'ILLEGAL_GENERATION', 'FENCED_INSTANCE_ID', 'REBALANCE_IN_PROGRESS', 'MEMBER_ID_REQUIRED'];
export const isLostMembership = (error: unknown): boolean => lostTypes.includes(protocolType(error));

export const isOutOfRange = (error: unknown): error is { readonly topic: string; readonly partition: number } => protocolType(error) === 'OFFSET_OUT_OF_RANGE';

const unknownTopic = 'UNKNOWN_TOPIC_OR_PARTITION';
export const isUnknownTopic = (error: unknown): boolean => protocolType(error) === unknownTopic;

/** Answers of a broker whose connection is as good as before: another leader, a group that moved. Everything else costs the connection its trust. */
export const isAnswer = (error: unknown): boolean => error instanceof AppError || (protocolType(error) !== undefined && protocolType(error) !== unknownTopic);

/** The metadata is older than the cluster. */
const staleTypes: readonly unknown[] = ['NOT_LEADER_FOR_PARTITION', 'LEADER_NOT_AVAILABLE', 'FENCED_LEADER_EPOCH', 'UNKNOWN_LEADER_EPOCH', 'REPLICA_NOT_AVAILABLE', 'KAFKA_STORAGE_ERROR'];
export const isStale = (error: unknown): boolean => staleTypes.includes(protocolType(error));

/** A newer producer of the transactional id shuts this one out, or the broker has forgotten it: its transaction is not committed and never will be. */
const fencedTypes: readonly unknown[] = ['INVALID_PRODUCER_EPOCH', 'INVALID_PRODUCER_ID_MAPPING'];
export const isFenced = (error: unknown): boolean => fencedTypes.includes(protocolType(error instanceof AppError ? error.cause : error));

/** This producer can no longer write in its transaction, whoever is to blame. */
const producerOverTypes: readonly unknown[] = [...fencedTypes, 'OUT_OF_ORDER_SEQUENCE_NUMBER', 'INVALID_TXN_STATE', 'UNKNOWN_PRODUCER_ID'];
export const isProducerOver = (error: unknown): boolean => producerOverTypes.includes(protocolType(error));

/** Trying again cannot help with these. */
const finalTypes: readonly unknown[] = [
  'MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD', 'INVALID_TOPIC_EXCEPTION', 'UNSUPPORTED_VERSION', 'TOPIC_AUTHORIZATION_FAILED', 'GROUP_AUTHORIZATION_FAILED',
  'CLUSTER_AUTHORIZATION_FAILED', 'TRANSACTIONAL_ID_AUTHORIZATION_FAILED', 'INVALID_TRANSACTION_TIMEOUT', 'POLICY_VIOLATION', 'INCONSISTENT_GROUP_PROTOCOL',
];
const finalNames: readonly string[] = ['KafkaJSSASLAuthenticationError', 'KafkaJSNotImplemented'];

/** Kafka's errors as ours: a missing topic by its own code, the rest `log.unavailable`. Errors of our own code pass unchanged. */
export const asAppError = (error: unknown): unknown => {
  if (!isKafkaFailure(error)) return error;
  const root = rootOf(error);
  const context = { kafka: root.type ?? root.name };
  if (root.type === unknownTopic) return new AppError('log.topic-missing', { cause: error, context });
  const retryable = !finalTypes.includes(root.type) && !finalNames.includes(root.name);
  return new AppError('log.unavailable', { retryable, cause: error, context, detail: `${root.message}.`.replace(/\.\.$/, '.') });
};

/** A failure of the cluster, not a refusal of ours, that may be over in a moment. */
export const isPassing = (error: unknown): boolean => {
  if (error instanceof AppError) return false;
  const meaning = asAppError(error);
  return meaning instanceof AppError && meaning.code === 'log.unavailable' && meaning.retryable;
};
