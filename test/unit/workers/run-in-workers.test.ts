import { describe, expect, it } from 'vitest';
import { runInWorkers } from '../../../src/workers/run-in-workers.js';

/** A worker that makes `answer` of each order, an expression in which it is called `order`. */
function worker(answer: string): URL {
  const script = `import { parentPort, threadId } from 'node:worker_threads';
parentPort.on('message', ({ index, order }) => parentPort.postMessage({ index, answer: ${answer} }));`;
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}

const jobs = Array.from({ length: 20 }, (_, at) => ({ order: at, weight: (at * 7) % 5 }));

describe('workers', () => {
  it.each([1, 2, 3, 64])('answer in the order of the jobs, however many there are: %i', async (workers) => {
    const answers = await runInWorkers<number, number>(worker('order * 2'), jobs, workers);
    expect(answers).toEqual(jobs.map(({ order }) => order * 2));
  });

  it('share the work by its weight', async () => {
    const heavy = [{ order: 0, weight: 100 }, ...jobs.slice(1).map((job) => ({ ...job, weight: 1 }))];
    const threads = await runInWorkers<number, number>(worker('threadId'), heavy, 2);
    expect(threads.filter((thread) => thread === threads[0])).toEqual([threads[0]]);
    expect(new Set(threads).size).toBe(2);
  });

  it('have nothing to do without jobs', async () => {
    expect(await runInWorkers(worker('order'), [], 2)).toEqual([]);
  });

  it('reject with what one of them threw, or where one ends', async () => {
    await expect(runInWorkers(worker('order === 7 ? order.no.such : order'), jobs, 2)).rejects.toThrow(/no/);
    await expect(runInWorkers(worker('order === 7 ? process.exit(3) : order'), jobs, 2)).rejects.toThrow(
      'ended with 3',
    );
  });

  it('take memory over that they are given, and leave none of it here', async () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const job = { order: { bytes }, weight: 1, transfer: [bytes.buffer] };
    expect(await runInWorkers<unknown, number>(worker('order.bytes.length'), [job], 2)).toEqual([3]);
    expect(bytes.length).toBe(0);
  });
});
