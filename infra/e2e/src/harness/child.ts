import { spawn } from 'node:child_process';
import { childEnvironment } from './config.ts';
import { keepChild } from './ending.ts';
import { root } from './root.ts';

/** Runs a program of this package in a process of its own (the engine serves one folder per process, and memory is its own) and reads the JSON it prints. */
export const runChild = <T>(program: string, args: readonly string[], onStart: (pid: number) => void = () => undefined): Promise<T> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['infra/setup/run.mjs', `infra/e2e/src/${program}/main.ts`, ...args], { cwd: root, env: childEnvironment({}), stdio: ['ignore', 'pipe', 'inherit'] });
    keepChild({ kill: (signal) => child.kill(signal), exited: new Promise((ended) => child.once('close', ended)) });
    onStart(child.pid ?? 0);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('close', (code) => {
      if (code !== 0) reject(new Error(`${program} ended with ${code}`));
      else resolve(JSON.parse(output.trim().split('\n').at(-1) ?? '') as T);
    });
  });
