import { readFileSync, writeFileSync } from 'node:fs';
import { documents } from './documents.ts';

const at = (name: string): URL => new URL(`../${name}`, import.meta.url);
const generated = documents(readFileSync(at('README.md'), 'utf8'));
for (const [name, text] of generated) writeFileSync(at(name), text);
process.stdout.write(`${generated.size} documents written\n`);
