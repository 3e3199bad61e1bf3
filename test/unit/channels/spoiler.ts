import { expect } from 'vitest';
import type { Channel } from '../../../src/channels/channel.js';
import { contractFaults } from '../../../src/channels/wrap.js';
import type { Artefact } from '../../../src/ir/artefact.js';
import type { Plan } from '../../../src/ir/plan.js';
import { compileBundled } from '../../compile-bundled.js';

/** The files of one channel as they are emitted, and what its contract says when one of them is spoiled. */
export async function spoiler(channel: Channel): Promise<{
  readonly plan: Plan;
  readonly files: readonly Artefact[];
  /** Codes after the text (latin1) of one file is changed, or the plan. `path` is relative to the channel's folder. */
  readonly codesAfter: (path: string, change: (text: string) => string, given?: Plan) => readonly string[];
}> {
  const compiled = await compileBundled();
  const { plan, artefacts } = compiled;
  if (!plan || !artefacts) throw new Error('The bundled checklist does not compile.');
  const folder = `windows-update/${channel.folder}/`;
  const files = artefacts.filter((file) => file.path.startsWith(folder));
  const codesAfter = (path: string, change: (text: string) => string, given: Plan = plan): readonly string[] => {
    expect(files.map((file) => file.path)).toContain(folder + path);
    const spoiled = files.map((file) => {
      if (file.path !== folder + path) return file;
      const text = Buffer.from(file.bytes).toString('latin1');
      // A change that changes nothing would let every test pass that expects a fault of another cause.
      expect(change(text) === text && given === plan).toBe(false);
      return { ...file, bytes: Buffer.from(change(text), 'latin1') };
    });
    return contractFaults(channel, spoiled, given).map(({ code }) => code);
  };
  expect(contractFaults(channel, files, plan)).toEqual([]);
  return { plan, files, codesAfter };
}
