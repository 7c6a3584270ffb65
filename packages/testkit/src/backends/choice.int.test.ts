import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { freePort } from '../free-port.ts';
import { tempFolder } from '../temp-folder.ts';
import { dockerAnswers } from './docker.ts';
import { startKafkaForTests } from './kafka.ts';

/** An environment in which there is neither Docker nor Java. */
const bare = async (more: Readonly<Record<string, string>> = {}): Promise<void> => {
  const settings = { JAVA_HOME: '/nowhere', DOCKER_HOST: `tcp://127.0.0.1:${await freePort()}`, DA06_TEST_KAFKA: undefined, DA06_REQUIRE_KAFKA: '0', DA06_TEST_REPORT: undefined, ...more };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
};

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('the choice of a broker', () => {
  it('takes the address that was given before anything else', async () => {
    await bare({ DA06_TEST_KAFKA: 'kafka.example:9092' });
    expect(await startKafkaForTests()).toMatchObject({ brokers: 'kafka.example:9092', how: 'address' });
  });

  it('says why there is none, and passes its tests over', async () => {
    await bare();
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await startKafkaForTests()).toBeUndefined();
    expect(said).toHaveBeenCalledWith(expect.stringMatching(/no Kafka, its tests are passed over. .*needs Java 17/));
  });

  it('fails where a broker is required and there is none', async () => {
    await bare({ DA06_REQUIRE_KAFKA: '1' });
    await expect(startKafkaForTests()).rejects.toThrow(/DA06_REQUIRE_KAFKA=1, and there is no Kafka.*Java 17/);
  });
});

describe('a Docker engine', () => {
  it('is there when its socket answers, and not when a file is all there is', async () => {
    const socket = join(tempFolder(onTestFinished), 'docker.sock');
    const server = createServer((connection) => connection.end());
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    await bare({ DOCKER_HOST: `unix://${socket}` });
    expect(await dockerAnswers()).toBe(true);
    await new Promise((resolve) => server.close(resolve));
    expect(await dockerAnswers()).toBe(false);
  });

  it('is not there when nothing listens at DOCKER_HOST', async () => {
    await bare();
    expect(await dockerAnswers()).toBe(false);
  });
});
