import { join } from 'node:path';
import type { Certificate } from './certificate.ts';

export type Ports = {
  readonly broker: number;
  readonly controller: number;
  /** A second door, whose clients are told to come by the port of a proxy. */
  readonly behindProxy?: { readonly port: number; readonly advertised: number };
  /** A third door: TLS, and a login. */
  readonly secured?: { readonly port: number; readonly login: Login; readonly certificate: Certificate };
};

export type Login = { readonly username: string; readonly password: string };

const largestBatch = String(33 * 1024 * 1024);

/** What a broker on its own is set to, wherever it runs. */
export const singleNodeSettings = {
  'auto.create.topics.enable': 'false',
  // Nothing to replicate to, and members of a group need not wait for each other.
  'offsets.topic.replication.factor': '1',
  'offsets.topic.num.partitions': '4',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  'group.initial.rebalance.delay.ms': '0',
  // After SIGKILL the controller lets the same broker back in only when its old session has ended.
  'broker.session.timeout.ms': '1500',
  'broker.heartbeat.interval.ms': '300',
  'message.max.bytes': largestBatch,
  'replica.fetch.max.bytes': largestBatch,
  // Each cleaner thread takes this much of the heap; the default of 128 MB is for other machines.
  'log.cleaner.dedupe.buffer.size': String(16 * 1024 * 1024),
} as const;

/** `server.properties` of one broker that is its own controller, on loopback. */
export const brokerProperties = (folder: string, { broker, controller, behindProxy, secured }: Ports): string => {
  const doors = [
    { name: 'PLAINTEXT', protocol: 'PLAINTEXT', port: broker, advertised: broker },
    ...(behindProxy === undefined ? [] : [{ name: 'PROXY', protocol: 'PLAINTEXT', ...behindProxy }]),
    ...(secured === undefined ? [] : [{ name: 'SECURED', protocol: 'SASL_SSL', port: secured.port, advertised: secured.port }]),
  ];
  return lines({
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${controller}`,
    listeners: [...doors, { name: 'CONTROLLER', port: controller }].map(({ name, port }) => `${name}://127.0.0.1:${port}`).join(','),
    'advertised.listeners': doors.map(({ name, advertised }) => `${name}://127.0.0.1:${advertised}`).join(','),
    'listener.security.protocol.map': [{ name: 'CONTROLLER', protocol: 'PLAINTEXT' }, ...doors].map(({ name, protocol }) => `${name}:${protocol}`).join(','),
    'inter.broker.listener.name': 'PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': join(folder, 'log'),
    ...singleNodeSettings,
    ...(secured === undefined ? {} : securedSettings(secured)),
  });
};

const securedSettings = ({ login, certificate }: NonNullable<Ports['secured']>): Readonly<Record<string, string>> => ({
  'sasl.enabled.mechanisms': 'PLAIN',
  'listener.name.secured.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required user_${login.username}="${login.password}";`,
  'ssl.keystore.type': 'PKCS12',
  'ssl.keystore.location': certificate.keyStore,
  'ssl.keystore.password': certificate.password,
  'ssl.key.password': certificate.password,
});

/** Warnings on stdout, and the one line by which the broker says that it serves. */
export const loggingProperties = (): string =>
  lines({
    'appender.out.type': 'Console',
    'appender.out.name': 'OUT',
    'appender.out.layout.type': 'PatternLayout',
    'appender.out.layout.pattern': '%d %p %m (%c{1})%n',
    'rootLogger.level': 'WARN',
    'rootLogger.appenderRef.out.ref': 'OUT',
    'logger.started.name': 'kafka.server.KafkaRaftServer',
    'logger.started.level': 'INFO',
  });

const lines = (settings: Readonly<Record<string, string>>): string => Object.entries(settings).map(([name, value]) => `${name}=${value}\n`).join('');
