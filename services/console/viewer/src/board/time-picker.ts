import { html, nothing, type TemplateResult } from 'lit';
import { openPopover } from '../app/popover.ts';
import type { Language } from '../panels/renderer.ts';
import { board as words } from '../words/board.ts';
import { absolute, dateInput, dayText, describe, moved, quickRanges, resolve, typedInstant, type RawRange } from './time-range.ts';

export type TimePicker = { readonly raw: RawRange; readonly language: Language; readonly now: () => number; readonly choose: (raw: RawRange) => void };

/** The range that is shown, with steps back and on; opens named ranges and a calendar. */
export const timeButtons = (picker: TimePicker): TemplateResult => {
  const { raw, language, now, choose } = picker;
  const step = (how: 'earlier' | 'later' | 'wider', sign: string): TemplateResult => html`<button class="button" type="button" aria-label=${words[how][language]} title=${words[how][language]} @click=${() => {
    const range = resolve(raw, now());
    if (range !== undefined) choose(moved(range, how, now()));
  }}>${sign}</button>`;
  return html`<div class="choice time"><span class="label" id="label-time">${words.time[language]}</span><div class="joined">
    ${step('earlier', '‹')}
    <button class="button" id="choice-time" type="button" aria-haspopup="dialog" aria-expanded="false" aria-labelledby="label-time choice-time" @click=${({ currentTarget }: Event) => {
      if (currentTarget instanceof HTMLElement) open(picker, currentTarget);
    }}><span>${describe(raw, language, now())}</span></button>
    ${step('later', '›')}${step('wider', '↔')}
  </div></div>`;
};

/** The browser's own calendar beside a typed day: its field is not shown, as a browser writes days in its own language. */
const pickDay = ({ currentTarget }: Event): void => {
  const calendar = currentTarget instanceof HTMLElement ? currentTarget.closest('.field')?.querySelector<HTMLInputElement>('.calendar') : undefined;
  const typed = calendar?.closest('.field')?.querySelector<HTMLInputElement>('.input');
  if (!calendar || !typed) return;
  const day = typedInstant(typed.value, false);
  calendar.value = day === undefined ? '' : dateInput(day);
  calendar.showPicker();
};

const field = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

const open = ({ raw, language, now, choose }: TimePicker, opener: HTMLElement): void => {
  const range = resolve(raw, now());
  let bad = false;
  const dates = (name: 'from' | 'to', time: number | undefined): TemplateResult => html`<div class="field">
    <label for="range-${name}">${words[name][language]} <small>${words.dateForm[language]}</small></label>
    <div class="joined">
      <input class="input" id="range-${name}" name=${name} type="text" inputmode="numeric" autocomplete="off" required .value=${time === undefined ? '' : dayText(time, true)}>
      <button class="button" type="button" aria-label=${words.calendar[language]} title=${words.calendar[language]} @click=${pickDay}>▦</button>
      <input class="calendar" type="date" tabindex="-1" aria-hidden="true" @change=${({ currentTarget }: Event) => {
        const typed = currentTarget instanceof HTMLInputElement ? currentTarget.closest('.field')?.querySelector<HTMLInputElement>('.input') : undefined;
        const day = currentTarget instanceof HTMLInputElement ? typedInstant(currentTarget.value, false) : undefined;
        if (typed && day !== undefined) typed.value = dayText(day);
      }}>
    </div></div>`;
  const apply = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const form = new FormData(event.currentTarget);
    const next = absolute(field(form, 'from'), field(form, 'to'));
    if (next === undefined) {
      bad = true;
      popover.draw();
      return;
    }
    popover.close();
    choose(next);
  };
  const popover = openPopover({ opener, label: words.time[language], content: () => html`<div class="ranges">
    <ul class="list two">${quickRanges.map(({ from, to, text }) => html`<li><button class="button" type="button" aria-current=${from === raw.from && to === raw.to ? 'true' : nothing} @click=${() => {
      popover.close();
      choose({ from, to });
    }}>${text[language]}</button></li>`)}</ul>
    <form novalidate @submit=${apply}>
      ${dates('from', range?.from)}${dates('to', range?.to)}
      <p class="hint">${words.zone[language]}</p>
      <p class="fault" role="alert">${bad ? words.badRange[language] : nothing}</p>
      <button class="button main" type="submit">${words.apply[language]}</button>
    </form></div>` });
};
