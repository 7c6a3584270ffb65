import { Presets, SingleBar } from 'cli-progress';

export type Progress = { readonly update: (done: number, text: string) => void; readonly stop: () => void };

/** A bar on stderr while a person is watching, nothing otherwise. */
export const createProgress = (options: { total: number; format: string; isTTY: boolean }): Progress => {
  if (!options.isTTY || options.total === 0) return { update: () => {}, stop: () => {} };
  const bar = new SingleBar({ format: options.format, stream: process.stderr, hideCursor: true, clearOnComplete: false }, Presets.shades_classic);
  bar.start(options.total, 0, { text: '' });
  return { update: (done, text) => bar.update(Math.min(done, options.total), { text }), stop: () => bar.stop() };
};
