import { Command } from 'commander';
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { makeSecrets, secretsText } from './make-secrets.ts';
import { composeEnvFile } from './paths.ts';
import { writeNew } from './write-new.ts';

const program = new Command('secrets')
  .description('makes the passwords of docker-compose.yml, each random, in a file that only its owner can read')
  .option('--file <path>', 'where to', composeEnvFile)
  .parse();
const file = resolve(program.opts<{ file: string }>().file);
const secrets = makeSecrets(randomBytes);

if (writeNew(file, secretsText(secrets))) {
  process.stdout.write(`${file} (mode 0600) has now:\n${secrets.map(({ name }) => `  ${name}\n`).join('')}`);
} else {
  process.stderr.write(`${file} is there already and stays as it is: services that run know its passwords. Move it away to make new ones.\n`);
  process.exitCode = 1;
}
