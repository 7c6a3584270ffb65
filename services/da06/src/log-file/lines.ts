import { broken } from './format.ts';

const newline = 0x0a;

/** A record of 32 MiB in base64, or as text with every character escaped, is shorter. */
const longestLine = 256 * 1024 * 1024;

/**
 * Lines of bytes, each without its newline. Bytes alone are looked at: a digest of lines is a digest of the file.
 * @throws AppError `log.export-broken` for a last line without newline, or one that no export has.
 */
export async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      const rest = chunk.subarray(from, at);
      yield parts.length === 0 ? rest : Buffer.concat([...parts, rest]);
      parts = [];
      length = 0;
      from = at + 1;
    }
    parts.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > longestLine) throw broken('A line is longer than any record.');
  }
  if (length > 0) throw broken('It ends within a line.');
}
