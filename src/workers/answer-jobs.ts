import { parentPort, type Transferable } from 'node:worker_threads';
import type { Question, Reply } from './run-in-workers.js';

/**
 * Makes the script that calls it a worker of `runInWorkers`.
 * @param answer what it makes of an order. What it throws ends the worker and reaches who asked.
 * @param given memory of an answer that goes over as it is in place of a copy.
 */
export function answerJobs<Order, Answer>(
  answer: (order: Order) => Answer,
  given: (answer: Answer) => readonly Transferable[] = () => [],
): void {
  parentPort?.on('message', ({ index, order }: Question<Order>) => {
    const made = answer(order);
    parentPort?.postMessage({ index, answer: made } satisfies Reply<Answer>, given(made));
  });
}
