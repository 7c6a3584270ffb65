import { describe, expect, it } from 'vitest';
import { createQuestions, type Question } from './questions.ts';

/** Lets everything go on that waits for nothing else. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Questions that are answered by hand, and the order in which they were asked. */
const asked = () => {
  const order: string[] = [];
  const answers = new Map<string, () => void>();
  const question = (key: string, rank: number): Question => ({
    key, rank,
    ask: (signal) => new Promise((resolve) => {
      order.push(key);
      answers.set(key, resolve);
      signal.addEventListener('abort', () => {
        order.push(`${key} aborted`);
        resolve();
      });
    }),
  });
  const answer = async (key: string): Promise<void> => {
    answers.get(key)?.();
    await turn();
  };
  return { order, question, answer };
};

describe('questions', () => {
  it('are asked a few at a time, the important ones first', async () => {
    const { order, question, answer } = asked();
    const questions = createQuestions({ all: 2, slow: 2, slowFrom: 100 });
    for (const [key, rank] of [['chart', 3], ['list', 2], ['figure', 1], ['other figure', 1]] as const) questions.put(question(key, rank));
    expect(order).toEqual(['chart', 'list']);
    await answer('chart');
    await answer('list');
    expect(order).toEqual(['chart', 'list', 'figure', 'other figure']);
  });
  it('that wait are replaced by later ones of the same panel', async () => {
    const { order, question, answer } = asked();
    const questions = createQuestions({ all: 1, slow: 1, slowFrom: 100 });
    questions.put(question('a', 1));
    questions.put(question('b', 1));
    questions.put(question('b', 1));
    await answer('a');
    await answer('b');
    expect(order).toEqual(['a', 'b']);
  });
  it('that are under way are aborted for a later one, which is asked once', async () => {
    const { order, question } = asked();
    const questions = createQuestions({ all: 2, slow: 2, slowFrom: 100 });
    questions.put(question('a', 1));
    questions.put(question('a', 1));
    await turn();
    expect(order).toEqual(['a', 'a aborted', 'a']);
  });
  it('that are slow leave room for the quick ones', async () => {
    const { order, question, answer } = asked();
    const questions = createQuestions({ all: 3, slow: 1, slowFrom: 10 });
    for (const [key, rank] of [['chart', 10], ['other chart', 11], ['figure', 1], ['other figure', 1]] as const) questions.put(question(key, rank));
    expect(order).toEqual(['chart', 'figure', 'other figure']);
    await answer('chart');
    expect(order).toEqual(['chart', 'figure', 'other figure', 'other chart']);
  });
  it('tell when none is left', async () => {
    const { question, answer } = asked();
    const questions = createQuestions({ all: 1, slow: 1, slowFrom: 100 });
    await questions.settled();
    questions.put(question('a', 1));
    questions.put(question('b', 1));
    let settled = false;
    const waiting = questions.settled().then(() => {
      settled = true;
    });
    await answer('a');
    expect(settled).toBe(false);
    await answer('b');
    await waiting;
    expect(settled).toBe(true);
  });
  it('tell of some of them while others are still under way', async () => {
    const { question, answer } = asked();
    const questions = createQuestions({ all: 2, slow: 2, slowFrom: 100 });
    questions.put(question('figure', 1));
    questions.put(question('chart', 2));
    const waiting = questions.settled((key) => key === 'figure');
    await answer('figure');
    await waiting;
  });
  it('are all given up together', async () => {
    const { order, question } = asked();
    const questions = createQuestions({ all: 1, slow: 1, slowFrom: 100 });
    questions.put(question('a', 1));
    questions.put(question('b', 1));
    questions.clear();
    await questions.settled();
    expect(order).toEqual(['a', 'a aborted']);
  });
});
