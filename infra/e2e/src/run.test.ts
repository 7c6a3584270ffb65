import { tempFolder } from '@da06/testkit';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { root } from './harness/root.ts';

/** A program of two sources; the second is given. */
const programOf = (other: string) => {
  const folder = tempFolder(onTestFinished);
  const [entry, beside] = [join(folder, 'entry.ts'), join(folder, 'beside.ts')];
  const change = (text: string): void => writeFileSync(beside, text);
  writeFileSync(entry, `import { word } from './beside.ts';\nconst said: readonly string[] = [word(), import.meta.url, import.meta.dirname, ...process.argv.slice(1)];\nconsole.log(JSON.stringify(said));\n`);
  change(other);
  return { folder, entry, change, run: () => spawnSync(process.execPath, ['infra/setup/run.mjs', entry, 'more'], { cwd: root, encoding: 'utf8' }) };
};

it('a program is run as its sources are at that time, each with an address of its own', () => {
  const { folder, entry, change, run } = programOf("export const word = (): string => 'first';\n");
  const said = (word: string): string => `${JSON.stringify([word, pathToFileURL(entry).href, folder, entry, 'more'])}\n`;
  for (let start = 0; start < 2; start += 1) expect(run()).toMatchObject({ status: 0, stdout: said('first') });
  change("export const word = (): string => 'other';\n");
  expect(run()).toMatchObject({ status: 0, stdout: said('other') });
});

it('an error names the line of the source, also where the source is none', () => {
  const { change, run } = programOf("type Word = string;\n\nexport const word = (): Word => {\n  throw new Error('no word');\n};\n");
  expect(run()).toMatchObject({ status: 1, stderr: expect.stringMatching(/no word[^]*beside\.ts:4:/) as string });
  change('export const word = (): string => );\n');
  expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('beside.ts:1:') as string });
});
