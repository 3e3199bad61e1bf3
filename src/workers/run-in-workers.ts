import { Worker, type Transferable } from 'node:worker_threads';

/** Something for a worker to do. */
export interface Job<Order> {
  readonly order: Order;
  /** How much work it is against the others. */
  readonly weight: number;
  /** Memory of the order that the worker gets as its own, and that is empty here afterwards. */
  readonly transfer?: readonly Transferable[];
}

/**
 * Has jobs done by workers. Each gets its share at once, so that none waits for this thread, which may have work of its own until it
 * awaits the answers. Which worker did what does not show.
 * @param script JavaScript that calls `answerJobs`.
 * @returns the answers in the order of the jobs. Rejects with what a worker threw; none is left running.
 */
export async function runInWorkers<Order, Answer>(
  script: URL,
  jobs: readonly Job<Order>[],
  workers: number,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const started: Worker[] = [];
  const work = (share: readonly number[]): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(script);
      started.push(worker);
      let open = share.length;
      worker.on('message', ({ index, answer }: Reply<Answer>) => {
        answers[index] = answer;
        open -= 1;
        if (open === 0) resolve();
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`A worker ended with ${code}.`)));
      for (const index of share) {
        const { order, transfer = [] } = jobs[index] as Job<Order>;
        worker.postMessage({ index, order } satisfies Question<Order>, transfer);
      }
    });
  try {
    await Promise.all(sharesOf(jobs, workers).map(work));
    return answers;
  } finally {
    await Promise.all(started.map((worker) => worker.terminate()));
  }
}

/** Which jobs each worker does: the heaviest first, each by who has least to do. */
function sharesOf(jobs: readonly Job<unknown>[], workers: number): readonly (readonly number[])[] {
  const weightOf = (at: number): number => jobs[at]?.weight ?? 0;
  const shares = Array.from({ length: Math.min(workers, jobs.length) }, () => ({ weight: 0, jobs: [] as number[] }));
  for (const at of [...jobs.keys()].sort((a, b) => weightOf(b) - weightOf(a))) {
    const [first, ...others] = shares;
    const least = first && others.reduce((best, each) => (each.weight < best.weight ? each : best), first);
    least?.jobs.push(at);
    if (least) least.weight += weightOf(at);
  }
  return shares.map((share) => share.jobs).filter((share) => share.length > 0);
}

/** What goes to a worker. */
export interface Question<Order> {
  readonly index: number;
  readonly order: Order;
}

/** What comes back from it. */
export interface Reply<Answer> {
  readonly index: number;
  readonly answer: Answer;
}
