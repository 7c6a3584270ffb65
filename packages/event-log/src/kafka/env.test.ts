import { writeFileSync } from 'node:fs';
import { tempFolder } from '@da06/testkit';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { kafkaEnv, kafkaOptions } from './env.ts';

const Settings = z.object(kafkaEnv);
const options = (env: Record<string, string>) => kafkaOptions(Settings.parse(env));
const file = (content: string): string => {
  const path = join(tempFolder(onTestFinished), 'file');
  writeFileSync(path, content);
  return path;
};

describe('the settings of a Kafka log', () => {
  it('are none without KAFKA_BROKERS, whatever else is set', () => {
    expect(options({})).toBeUndefined();
    expect(options({ KAFKA_TLS: '1', KAFKA_SASL_MECHANISM: 'plain' })).toBeUndefined();
  });

  it('name brokers, and are plain, unprefixed and compressed unless told', () => {
    expect(options({ KAFKA_BROKERS: 'a:9092,b:9093' })).toEqual({ connection: { brokers: ['a:9092', 'b:9093'] }, topicPrefix: '', compression: 'gzip' });
    expect(options({ KAFKA_BROKERS: 'a:1', KAFKA_TOPIC_PREFIX: 'hue.', KAFKA_COMPRESSION: 'none' })).toMatchObject({ topicPrefix: 'hue.', compression: 'none' });
  });

  it('take certificates and the password from files, without the line end an editor leaves', () => {
    const connection = options({
      KAFKA_BROKERS: 'a:1', KAFKA_CA_FILE: file('CA'), KAFKA_CERT_FILE: file('CERT'), KAFKA_KEY_FILE: file('KEY'),
      KAFKA_SASL_MECHANISM: 'scram-sha-512', KAFKA_USERNAME: 'da06', KAFKA_PASSWORD_FILE: file('s3cret\n'),
    })?.connection;
    expect(connection).toEqual({ brokers: ['a:1'], ssl: { ca: 'CA', cert: 'CERT', key: 'KEY' }, sasl: { mechanism: 'scram-sha-512', username: 'da06', password: 's3cret' } });
    expect(options({ KAFKA_BROKERS: 'a:1', KAFKA_TLS: '1' })?.connection).toEqual({ brokers: ['a:1'], ssl: true });
  });

  it.each([
    ['brokers without a port', { KAFKA_BROKERS: 'a' }],
    ['an unknown mechanism', { KAFKA_BROKERS: 'a:1', KAFKA_SASL_MECHANISM: 'gssapi' }],
    ['a login without a password', { KAFKA_BROKERS: 'a:1', KAFKA_SASL_MECHANISM: 'plain', KAFKA_USERNAME: 'da06' }],
    ['a certificate without its key', { KAFKA_BROKERS: 'a:1', KAFKA_CERT_FILE: new URL(import.meta.url).pathname }],
    ['a file that is not there', { KAFKA_BROKERS: 'a:1', KAFKA_CA_FILE: '/nowhere/ca.pem' }],
    ['a prefix that no topic may have', { KAFKA_BROKERS: 'a:1', KAFKA_TOPIC_PREFIX: 'a/b' }],
  ])('are refused with %s', (_what, env) => {
    expect(() => options(env)).toThrow();
  });
});
