import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { JSONWebKeySet, JWK } from 'jose';
import { z } from 'zod';
import { dataPaths } from '../data-folder/paths.ts';
import { checkReceipt } from '../receipt/check-receipt.ts';
import { readAnswers } from '../verify/read-receipts.ts';
import { fileArgument, printJson } from '../cli/context.ts';
import type { CliContext } from '../cli/context.ts';
import { exitCodes, noHost, wrongUse } from '../cli/exit.ts';
import type { ExitCode } from '../cli/exit.ts';
import { findTarget } from '../cli/target.ts';

const Jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** Checks an answer, or each of a file of answers; one JSON line an answer. */
export const receiptVerify = async (context: CliContext, file: string, options: { jwks?: string }): Promise<ExitCode> => {
  const answers = readAnswers(fileArgument(context, file));
  if (answers.length === 0) throw wrongUse(`${file} holds no answer.`);
  const jwks = options.jwks === undefined ? await knownKeys(context) : readJwks(readText(fileArgument(context, options.jwks)), options.jwks);
  let bad = 0;
  for (const answer of answers) {
    const check = await checkReceipt(answer, jwks);
    if (!check.valid) bad += 1;
    printJson(context, check);
  }
  return bad === 0 ? exitCodes.done : exitCodes.differences;
};

const knownKeys = async (context: CliContext): Promise<JSONWebKeySet> => {
  const target = await findTarget(context.config);
  if (target !== undefined) return readJwks(await (await fetch(`${target.url}/.well-known/jwks.json`)).text(), 'jwks.json');
  const { receiptKeys } = dataPaths(context.config.data);
  try {
    const keys = readdirSync(receiptKeys).filter((name) => name.endsWith('.json') || name.endsWith('.jwk')).flatMap((name) => publicKeys(readFileSync(join(receiptKeys, name), 'utf8')));
    if (keys.length > 0) return { keys };
  } catch {
    // no folder: told below
  }
  throw noHost('No host answers and the data folder holds no receipt keys; name them with --jwks FILE.');
};

const publicKeys = (text: string): JWK[] => {
  const value = JSON.parse(text) as JWK | JSONWebKeySet;
  const keys = 'keys' in value ? (value).keys : [value];
  return keys.map(({ d: _, ...key }) => key);
};

const readText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw wrongUse(`${path} cannot be read.`);
  }
};

const readJwks = (text: string, name: string): JSONWebKeySet => {
  try {
    return Jwks.parse(JSON.parse(text));
  } catch {
    throw wrongUse(`${name} is not a set of public keys (JWKS).`);
  }
};
