import { AppError } from '@da06/errors';
import { createKafkaLog } from '@da06/event-log';
import { healthResponse, listen, problem } from '@da06/service-kit';
import { createMember } from './member.ts';

/** A process of its own that owns or stands by, and starts steps over HTTP. It says on stdout where it is, and when it becomes the owner or no longer is. */
const [brokers = '', topicPrefix = '', cachePath = '', lookMs = ''] = process.argv.slice(2);
const quiet = { debug: () => {}, warn: () => {}, error: () => {} };
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const log = await createKafkaLog({ connection: { brokers: [brokers] }, topicPrefix, clientId: `member-${process.pid}`, cachePath, compacted: [], logger: quiet });
let url = '';
const member = createMember({
  log, alone: false, url: () => url, times: { lookMs: Number(lookMs), answerMs: Number(lookMs), misses: 3 },
  onChange: (isOwner) => say(isOwner ? 'owner' : 'standby'),
  onFatal: (error) => {
    say(`fatal ${String(error)}`);
    process.exit(1);
  },
});

const serve = async (request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url);
  if (pathname === '/healthz') return healthResponse();
  const here = request.headers.has('only-here');
  if (!member.owner.isOwner() && !here) return member.owner.forward(request);
  try {
    await member.startStep(Number(pathname.split('/').at(-1)));
    return Response.json({ instance: member.instance, steps: member.started.size });
  } catch (error) {
    return problem(error instanceof AppError ? error.code : 'internal');
  }
};

const listener = await listen({ fetch: serve, hostname: '127.0.0.1', port: 0 });
url = listener.url;
say(`at ${url}`);
await member.owner.start();
say('started');
