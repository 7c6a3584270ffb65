import { html, nothing, render } from 'lit';
import type { Language } from '../panels/renderer.ts';
import { shell } from '../words/shell.ts';
import './sign-in.css';

export type SignIn = {
  readonly language: Language;
  /** Whether the key at hand was refused. */
  readonly refused: boolean;
  readonly enter: (key: string, onDevice: boolean) => void;
};

/** Asks for a key. What a header cannot carry is refused here, before it is sent. */
export const showSignIn = (host: HTMLElement, { language, refused, enter }: SignIn): void => {
  const say = (name: keyof typeof shell): string => shell[name][language];
  const draw = (fault: string | undefined): void => {
    render(html`
      <main id="main" class="sign-in" tabindex="-1">
        <form class="card" novalidate @submit=${submit}>
          <p class="product">DA06 · ${say('product')}</p>
          <h1>${say('signInTitle')}</h1>
          <p class="hint">${say('signInText')}</p>
          <div class="field">
            <label for="key">${say('key')}</label>
            <input class="input" id="key" name="key" type="password" autocomplete="current-password" autocapitalize="off" spellcheck="false" required
              aria-invalid=${fault === undefined ? 'false' : 'true'} aria-describedby="key-fault">
            <p id="key-fault" class="fault" role="alert">${fault ?? nothing}</p>
          </div>
          <label class="keep"><input type="checkbox" name="keep"> <span>${say('keep')} <small>${say('keepHint')}</small></span></label>
          <button class="button main" type="submit">${say('enter')}</button>
        </form>
      </main>`, host);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const form = new FormData(event.currentTarget);
    const given = form.get('key');
    const key = typeof given === 'string' ? given.trim() : '';
    if (/^[\w.~+/=:-]+$/.test(key)) enter(key, form.has('keep'));
    else draw(say('keyForm'));
  };
  draw(refused ? say('keyRefused') : undefined);
  host.querySelector<HTMLInputElement>('#key')?.focus();
};
