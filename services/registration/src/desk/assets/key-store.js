/** The facility's key in this browser, and nowhere else. */

const name = 'da06.desk.key';

export const readKey = () => localStorage.getItem(name) ?? '';
/** @param {string} key */
export const keepKey = (key) => localStorage.setItem(name, key);
export const forgetKey = () => localStorage.removeItem(name);
