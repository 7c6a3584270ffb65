// eslint-disable-next-line no-control-regex -- these are the characters to take out
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\u200b]/;
const breaks = /[\t\n\r\u2028\u2029]+/g;
// eslint-disable-next-line no-control-regex -- as above
const others = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\u200b]/g;
// eslint-disable-next-line no-control-regex -- ASCII begins with control characters
const beyondAscii = /[^\u0000-\u007f]/;

const needsCare = /[^\u0020-\u007e]/;

/** A text as it is kept: composed Unicode (NFC), line breaks as blanks, no control characters, trimmed. */
export const cleanText = (text: string): string => {
  if (!needsCare.test(text)) return text.trim();
  let cleaned = beyondAscii.test(text) ? text.normalize('NFC') : text;
  if (controls.test(cleaned)) cleaned = cleaned.replace(breaks, ' ').replace(others, '');
  return cleaned.trim();
};

/** Whether a text holds control characters other than tabs and line breaks. */
export const hasControls = (text: string): boolean => controls.test(text) && text.search(others) >= 0;
