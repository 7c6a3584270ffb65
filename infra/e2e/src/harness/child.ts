import { spawn } from 'node:child_process';
import { childEnvironment } from './config.ts';
import { root } from './root.ts';

/** Runs a program of this package in a process of its own (the engine serves one folder per process, and memory is its own) and reads the JSON it prints. */
export const runChild = <T>(program: string, args: readonly string[]): Promise<T> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['infra/setup/run.mjs', `infra/e2e/src/${program}/main.ts`, ...args], { cwd: root, env: childEnvironment({}), stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('close', (code) => {
      if (code !== 0) reject(new Error(`${program} ended with ${code}`));
      else resolve(JSON.parse(output.trim().split('\n').at(-1) ?? '') as T);
    });
  });
