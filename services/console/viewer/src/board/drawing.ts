import type { Renderer } from '../panels/renderer.ts';

const plain: Renderer = (host) => ({
  draw: ({ frames }) => {
    const field = frames[0]?.fields.at(-1);
    host.textContent = field?.display?.(field.values[0]).text ?? '–';
  },
  destroy: () => {
    host.textContent = '';
  },
});

export const rendererOf = (_type: string): Renderer => plain;
