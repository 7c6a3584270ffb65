/** Small ways to reach and make elements. */

/** The element of an id, of the class that is expected.
 * @template {HTMLElement} T @param {string} id @param {new () => T} kind @returns {T} */
export const byId = (id, kind) => {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`The page has no ${kind.name} #${id}.`);
  return found;
};

/** @param {string} id */
export const element = (id) => byId(id, HTMLElement);
/** @param {string} id */
export const button = (id) => byId(id, HTMLButtonElement);

/** Makes an element; texts are texts, never markup.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Record<string, string>} attributes @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]} */
export const make = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

/** A button that does one thing.
 * @param {string} text @param {() => unknown} act @param {Record<string, string>} [attributes] */
export const actButton = (text, act, attributes = {}) => {
  const made = make('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', () => void act());
  return made;
};

/** Shows a message in a live region; `kind` gives its colour and sign.
 * @param {HTMLElement} region @param {'good' | 'note' | 'bad' | 'busy'} kind @param {...(Node | string)} content */
export const say = (region, kind, ...content) => {
  region.hidden = false;
  region.className = `message ${kind}`;
  region.replaceChildren(...content);
};

/** @param {HTMLElement} region */
export const hush = (region) => {
  region.hidden = true;
  region.replaceChildren();
};
