// `npm run bench [-- NAME…] [options]`: see `--help`. The bars are those of the project's quality list.
import { leadTempFolders } from '@da06/testkit';
import { readFileSync, writeFileSync } from 'node:fs';
import { endOnSignal } from '../harness/ending.ts';
import { tempFolder } from '../harness/temp.ts';
import { durationOf, helpText } from './help.ts';
import { readOptions } from './options.ts';
import { pageOf } from './report/page.ts';
import { benchReport, type BenchReport } from './schema.ts';
import { measure } from './measure.ts';
import { benchSections } from './sections.ts';

const complain = (text: string): never => {
  process.stderr.write(`${text}\nnpm run bench -- --help\n`);
  process.exit(2);
};
const orComplain = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error));
  }
};
const readReport = (file: string): BenchReport => orComplain(() => benchReport.parse(JSON.parse(readFileSync(file, 'utf8'))));
const writePage = (file: string, report: BenchReport, before?: BenchReport): void => writeFileSync(file, pageOf(report, before));

const options = orComplain(() => readOptions(process.argv.slice(2), Object.keys(benchSections)));
if (options.help) {
  process.stdout.write(helpText(benchSections));
  process.exit(0);
}
if (options.from !== undefined && options.page !== undefined) {
  writePage(options.page, readReport(options.from), options.compare === undefined ? undefined : readReport(options.compare));
  process.stderr.write(`${options.page}: nothing was measured\n`);
  process.exit(0);
}

endOnSignal();
const scratch = tempFolder('bench-run');
leadTempFolders(scratch.path);
const names = options.names.length > 0 ? options.names : Object.keys(benchSections);
const plan = names.flatMap((name) => {
  const section = benchSections[name];
  return section === undefined ? [] : [{ name, section, sizes: section.sized === undefined ? [0] : options.sizes(section.sized.option, section.sized.own) }];
});
for (const { name, section, sizes } of plan) process.stderr.write(`${name}${section.sized === undefined ? '' : ` --${section.sized.option} ${sizes.join(',')}`}: about ${durationOf(section, sizes)}\n`);
const report = await measure(plan, options);
scratch.remove();
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report, null, 1)}\n`);
if (options.page !== undefined) writePage(options.page, report);
process.exit(report.figures.some(({ figure }) => figure.startsWith('not taken')) ? 1 : 0);
