import type { Mode } from './app.ts';
import { stored } from './stored.ts';
import { watched, type Watched } from './watched.ts';

/** What was chosen: one of the modes, or what the system wishes. */
export type Wish = Mode | 'system';
export const wishes: readonly Wish[] = ['light', 'dark', 'system'];

export type Theme = { readonly wish: () => Wish; readonly choose: (wish: Wish) => void; readonly mode: Watched<Mode> };

/** Keeps `<html data-mode>` at what is shown. Paper is light: a print is drawn in the light mode, laid out for paper (`data-printing`) before the browser takes it. */
export const createTheme = (root: HTMLElement, asked: string | null): Theme => {
  const memory = stored('da06.console.theme');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const known = (text: string | null | undefined): Wish | undefined => wishes.find((wish) => wish === text);
  let wish = known(asked) ?? known(memory.read()) ?? 'system';
  let printing = false;
  const decided = (): Mode => {
    if (printing) return 'light';
    return wish === 'system' ? (system.matches ? 'dark' : 'light') : wish;
  };
  const mode = watched<Mode>(decided());
  const show = (): void => {
    root.dataset['mode'] = decided();
    root.toggleAttribute('data-printing', printing);
    mode.set(decided());
  };
  show();
  system.addEventListener('change', show);
  for (const [event, now] of [['beforeprint', true], ['afterprint', false]] as const) {
    addEventListener(event, () => {
      printing = now;
      show();
    });
  }
  return {
    wish: () => wish,
    choose: (next) => {
      wish = next;
      memory.write(next);
      show();
    },
    mode,
  };
};
