import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readTestConfig } from '../config.ts';

/** Whether a Docker engine listens: at DOCKER_HOST, or at one of its usual sockets. */
export const dockerAnswers = async (): Promise<boolean> => {
  const { dockerHost, runtimeFolder } = readTestConfig();
  if (dockerHost !== undefined) return connects(dockerHost);
  const sockets = ['/var/run/docker.sock', ...(runtimeFolder === undefined ? [] : [join(runtimeFolder, 'docker.sock')]), join(homedir(), '.docker', 'run', 'docker.sock')];
  const answers = await Promise.all(sockets.filter((path) => existsSync(path)).map((path) => connects(`unix://${path}`)));
  return answers.includes(true);
};

const connects = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { protocol, hostname, port, pathname } = new URL(address);
    const socket = protocol === 'unix:' ? connect(pathname) : connect(Number(port), hostname);
    const done = (answer: boolean) => (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, done(false)).once('connect', done(true)).once('error', done(false));
  });
