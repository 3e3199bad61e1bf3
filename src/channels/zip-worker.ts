import { answerJobs } from '../workers/answer-jobs.js';
import { zip, type ZipEntry } from './zip.js';

/** Compresses archives beside the compiler. */
answerJobs(
  (entries: readonly ZipEntry[]) => zip(entries, 'deflated'),
  ({ buffer }) => [buffer],
);
