import { Argument, Command, CommanderError, Option } from 'commander';
import { importFormats, importRegisters } from '../import/format.ts';
import { backupCommand, restoreCommand } from '../commands/backup.ts';
import { deadLettersList, deadLettersRedrive } from '../commands/dead-letters.ts';
import { importCommand } from '../commands/import.ts';
import { keyIssue } from '../commands/key.ts';
import { demoRemove } from '../commands/demo.ts';
import { erasureReasons, eraseCommand, retentionCommand, rotateMasterCommand } from '../commands/erase.ts';
import { exportLogCommand } from '../commands/export-log.ts';
import { importLogCommand } from '../commands/import-log.ts';
import { migrateCommand } from '../commands/migrate.ts';
import { planLoad } from '../commands/plan.ts';
import { rebuildCommand } from '../commands/rebuild.ts';
import { receiptVerify } from '../commands/receipt.ts';
import { serveCommand, serviceNames } from '../commands/serve.ts';
import { sqlCommand } from '../commands/sql.ts';
import { simulateCommand } from '../commands/simulate.ts';
import { startCommand } from '../commands/start.ts';
import { sealedStatistics, statisticsRelease } from '../commands/statistics.ts';
import { topicsApply } from '../commands/topics.ts';
import { verifyCommand } from '../commands/verify.ts';
import type { CliContext } from './context.ts';
import { exitCodes, exitOf } from './exit.ts';
import type { ExitCode } from './exit.ts';

/**
 * Runs one command line. Resolves to the exit code, or to undefined when the process goes on serving.
 * @throws what is a fault of ours; everything expected is told on stderr and has its code.
 */
export const runCli = async (argv: readonly string[], context: CliContext): Promise<ExitCode | undefined> => {
  let code: ExitCode | undefined = exitCodes.done;
  const run = (work: (context: CliContext, ...args: never[]) => Promise<ExitCode | undefined>) =>
    async (...args: unknown[]): Promise<void> => {
      code = await work(context, ...(args as never[]));
    };
  const program = describeProgram(run).exitOverride().configureOutput({
    writeOut: (text) => void context.out.write(text),
    writeErr: (text) => void context.err.write(text),
  });
  for (const command of commandsOf(program)) command.exitOverride().copyInheritedSettings(program);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse;
    const exit = exitOf(error);
    if (exit === undefined) throw error;
    context.err.write(`${exit.message}\n`);
    return exit.code;
  }
};

const commandsOf = (command: Command): Command[] => command.commands.flatMap((child) => [child, ...commandsOf(child)]);

type Run = (work: (context: CliContext, ...args: never[]) => Promise<ExitCode | undefined>) => (...args: unknown[]) => Promise<void>;

const backupHelp = 'backups to bring along; others cannot be opened under the new master key';
const nextKeyHelp = 'a file with the next master key (64 hex digits), where the key is kept elsewhere';

const describeProgram = (run: Run): Command => {
  const program = new Command('da06').description('DA06: registrations into an event log, the log into ClickHouse. Results go to stdout, progress to stderr.').showHelpAfterError();
  program.command('start').description('start everything in one process').action(run(startCommand));
  program.command('serve').description('start one service in a process of its own, on KAFKA_BROKERS').addArgument(new Argument('<service>').choices(serviceNames)).action(run(serveCommand));
  program.command('migrate').description('make the keys and the tables that services need, on KAFKA_BROKERS and CLICKHOUSE_URL').action(run(migrateCommand));
  program.command('import').description('send a file of stays, of a coach’s trips, or of a register of the population; every answer can be kept').argument('<file>')
    .option('--facility <id>', 'whose stays they are, or trips')
    .addOption(new Option('--register <register>', 'the register they go into, instead of a facility').choices(importRegisters))
    .addOption(new Option('--format <format>', 'by default told from the file’s ending').choices(Object.keys(importFormats)))
    .option('--receipts <file>', 'keep the answers here, a JSON line each')
    .option('--report <file>', 'where rejected records are listed (default: FILE.rejected.csv; of a workbook FILE.rejected.xlsx, itself with the faults in it)')
    .option('--arrival <time>', 'of every guest of a list of QR texts (.txt)').option('--expected-departure <time>', 'of every guest of such a list')
    .option('--room <room>', 'of every guest of such a list; one after a tab comes first').option('--reason <reason>', 'of every guest of such a list')
    .option('--batch <records>', 'records sent at a time', '5000')
    .action(run(importCommand));
  program.command('simulate').description('send a synthetic district through the API, as lodging software would, or a population as its registers would; every answer is checked against what is true')
    .addOption(new Option('--preset <preset>', 'present: the five units since 2025-07-01; reform: the thirteen before, crossing that day').choices(['present', 'reform']).default('present'))
    .option('--seed <number>', 'the same numbers give the same district', '1').option('--from <day>', 'first day, YYYY-MM-DD (default: so many days before today)').option('--days <number>', 'how many days', '7')
    .option('--rate <number>', '1 = some 500 to 900 registrations a day', '1').option('--faults <name=rate,…>', 'what goes wrong and how often, 0 to 1; none = nothing does')
    .option('--no-oversight', 'leave out what is told beside stays: trips of coaches, inspections, outages that are declared, businesses with readers')
    .option('--residents <number>', 'instead of guests: so many residents with their workers, households, moves, births and deaths')
    .option('--id-prefix <prefix>', 'begins the facilities’ ids and the records’ references; demo- marks demonstration data', 'demo-').option('--truth <file>', 'write what is true here, as JSON')
    .option('--dry-run', 'send nothing').action(run(simulateCommand));
  program.command('sql').description('a read-only query').argument('<query>', 'the query, or - for stdin')
    .option('--format <format>', 'a format of ClickHouse, such as JSONEachRow or CSVWithNames').action(run(sqlCommand));
  program.command('verify').description('is everything accepted found, once? Without receipts: log against tables')
    .option('--receipts <file...>', 'answers kept by senders')
    .option('--wait <seconds>', 'how long to wait for the projection', '30').action(run(verifyCommand));
  const receipt = program.command('receipt').description('receipts of answers');
  receipt.command('verify').description('check an answer against its signed receipt').argument('<answer>', 'a file with an answer, or with answers')
    .option('--jwks <file>', 'public keys (default: those of the host or the data folder)').action(run(receiptVerify));
  const key = program.command('key').description('access keys');
  key.command('issue').description('make a key; it is shown once').requiredOption('--name <name>').requiredOption('--role <role>', 'feed, officer, commune, standing, analyst, wall or admin')
    .option('--facility <id...>', 'facilities it may write').option('--agency <code>').option('--unit <uid>').action(run(keyIssue));
  key.command('rotate-master').description('change the master key, erase nobody')
    .option('--backup <folder...>', backupHelp).option('--new-master-key-file <file>', nextKeyHelp).action(run(rotateMasterCommand));
  const plan = program.command('plan').description('the locality’s plan: its models, their steps and deadlines, and who reports');
  plan.command('load').description('load it, or what has changed of it; prints what it holds').action(run(planLoad));
  const statistics = program.command('statistics').description('counts of what is sealed: ethnic groups of residents, cases of absence');
  statistics.command('release').description('count them at the end of a day, publish the tables with small cells left out, and print them')
    .requiredOption('--as-of <day>', 'local day, YYYY-MM-DD').addOption(new Option('--statistic <name>', 'one of them (default: all)').choices(sealedStatistics)).action(run(statisticsRelease));
  program.command('rebuild').description('project the whole log anew beside the live tables, compare, exchange').action(run(rebuildCommand));
  const dead = program.command('dead-letters').description('events the projection could not take');
  dead.command('list').description('a JSON line each').action(run(deadLettersList));
  dead.command('redrive').description('send them through again').argument('[id]', 'one of them (default: all)').action(run(deadLettersRedrive));
  const topics = program.command('topics').description('topics of the log on Kafka');
  topics.command('apply').description('create what is missing, report what differs').option('--check', 'report alone, create nothing').action(run(topicsApply));
  program.command('export-log').description('the whole log as one file: its records, and the keys of persons, sealed').argument('<file>', 'a new file (.gz = packed), or - for stdout').action(run(exportLogCommand));
  program.command('import-log').description('an exported log into an empty one').argument('<file>', 'a file, or - for stdin')
    .option('--into-existing', 'also into a log that has records; repeats change nothing').action(run(importLogCommand));
  program.command('backup').description('a consistent copy of the log and the keys but the master key, while everything runs').argument('<folder>', 'a new or empty folder').action(run(backupCommand));
  program.command('restore').description('a backup into an empty data folder; tables are rebuilt from the log').argument('<folder>')
    .option('--master-key <file>', 'the master key of the backup, which is kept apart from it (default: DA06_MASTER_KEY_FILE, DA06_MASTER_KEY)')
    .option('--without-identities', 'the master key is lost: restore what is counted, and the receipts')
    .option('--erasures <file...>', 'records of erasures since the backup (erasures.jsonl): carried out again').action(run(restoreCommand));
  program.command('erase').description('destroy the identities of one person for ever: in the log, and in the backups that are named; nothing counted changes')
    .option('--kind <kind>', 'kind of the document: cccd, cmnd, passport …; plate = a coach’s plate')
    .option('--number <number>', 'its number, or - to read it from stdin, so that it stays out of the shell’s history')
    .option('--state <code>', 'the state that issued it', 'VNM')
    .option('--birth <ref>', 'a registered birth, by the reference of its record: it is under no document')
    .addOption(new Option('--reason <code>', 'why').choices(erasureReasons))
    .option('--note <text>', 'kept sealed beside the record')
    .option('--replay <file>', 'carry out again the erasures of a file (erasures.jsonl), after an older state was restored')
    .option('--backup <folder...>', backupHelp).option('--new-master-key-file <file>', nextKeyHelp)
    .option('--dry-run', 'count what would be destroyed, change nothing').action(run(eraseCommand));
  const demo = program.command('demo').description('the demonstration: simulated data, whose facilities and records of registers begin with demo-');
  demo.command('remove').description('take it out of the data folder, with everything that came of it; everything else stays').option('--dry-run', 'count what would go, change nothing').action(run(demoRemove));
  program.command('retention').description('identities that were kept for as long as they may be: count them, or destroy their keys')
    .option('--apply', 'destroy (default: only count)').option('--as-of <day>', 'as if it were this day, YYYY-MM-DD')
    .option('--backup <folder...>', backupHelp).option('--new-master-key-file <file>', nextKeyHelp).action(run(retentionCommand));
  return program;
};
