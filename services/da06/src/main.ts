import { createLogger } from '@da06/service-kit';
import { exitOf } from './cli/exit.ts';
import { runCli } from './cli/program.ts';
import { readConfig } from './config.ts';

const logger = createLogger({ name: 'da06', level: ['start', 'serve'].includes(process.argv[2] ?? '') ? 'info' : 'warn' });

try {
  const code = await runCli(process.argv.slice(2), { config: readConfig(), logger, out: process.stdout, err: process.stderr });
  if (code !== undefined) process.exit(code);
} catch (error) {
  const exit = exitOf(error);
  if (exit === undefined) logger.fatal({ err: error }, 'fatal');
  else process.stderr.write(`${exit.message}\n`);
  process.exit(exit?.code ?? 1);
}
