/** A run of digits with single separators between, as numbers of persons are written. */
const runs = /\d(?:[ .-]?\d)*/g;

/** Whether a text holds what looks like a document or telephone number of a person. */
export const findPersonal = (text: string): boolean => [...text.matchAll(runs)].some(([run]) => /^(?:\d{9}|\d{12}|0[35789]\d{8})$/.test(run.replace(/\D/g, '')) && /^\d+$/.test(run));
