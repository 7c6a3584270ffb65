import { writeFileSync } from 'node:fs';
import { renderCodes } from './render-codes.ts';

writeFileSync(new URL('../CODES.md', import.meta.url), renderCodes());
