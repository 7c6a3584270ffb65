import { make } from './dom.js';

/** Hands bytes to the clerk as a file. @param {Blob} bytes @param {string} name */
export const saveFile = (bytes, name) => {
  const address = URL.createObjectURL(bytes);
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
