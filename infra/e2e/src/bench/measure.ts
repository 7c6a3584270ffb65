import { createEmbeddedWarehouse } from '@da06/warehouse';
import { cpus, totalmem } from 'node:os';
import { notTaken, printFigure } from '../harness/figures.ts';
import { tempFolder } from '../harness/temp.ts';
import type { BenchOptions } from './options.ts';
import type { BenchFigure, BenchReport, BoardsAtSize } from './schema.ts';
import type { BenchSection } from './sections.ts';

type Planned = { readonly name: string; readonly section: BenchSection; readonly sizes: readonly number[] };

const engineVersion = async (): Promise<string> => {
  const folder = tempFolder('version');
  const warehouse = await createEmbeddedWarehouse({ path: folder.path, readers: 1 });
  try {
    return (await warehouse.query<{ version: string }>('SELECT version() AS version'))[0]?.version ?? '';
  } finally {
    await warehouse.close();
    folder.remove();
  }
};

/** Runs sections at their sizes, prints a line a figure as they come, and gives all of them. What fails is a figure that was not taken. */
export const measure = async (plan: readonly Planned[], options: BenchOptions): Promise<BenchReport> => {
  const figures: BenchFigure[] = [];
  const dashboards: BoardsAtSize[] = [];
  const began = performance.now();
  for (const { name, section, sizes } of plan) {
    for (const size of sizes) {
      const at = sizes.length > 1 ? `${name} ${size.toLocaleString('en')}` : name;
      const say = (text: string): void => void process.stderr.write(`${at}: ${text}\n`);
      const take = (taken: ReturnType<typeof notTaken>): void => {
        printFigure({ ...taken, name: `${at}: ${taken.name}` });
        figures.push({ section: name, name: taken.name, figure: taken.figure, value: taken.value ?? null, bar: taken.bar, ok: taken.ok ?? null, size: section.sized?.grows === true ? size : null });
      };
      say(`begins at ${Math.round((performance.now() - began) / 1000)} s, takes about ${Math.ceil(section.seconds(size))} s`);
      try {
        for await (const taken of section.run({ size, say, options, keep: (all) => void dashboards.push(all) })) take(taken);
      } catch (error) {
        say(error instanceof Error ? (error.stack ?? error.message) : String(error));
        take(notTaken('', error));
      }
    }
  }
  const [processor] = cpus();
  return {
    version: 1, at: new Date().toISOString(),
    machine: {
      cores: cpus().length, processor: processor?.model ?? '', memoryMiB: Math.round(totalmem() / 2 ** 20), platform: `${process.platform} ${process.arch}`, node: process.version, engine: await engineVersion(),
    },
    options: { ...options.given }, sections: plan.map(({ name }) => name), figures, dashboards,
  };
};
