import { expect } from 'vitest';
import type { Channel } from '../../../src/channels/channel.js';
import { leaveOutUnfit } from '../../../src/channels/wrap.js';
import type { Artefact } from '../../../src/ir/artefact.js';
import type { Plan } from '../../../src/ir/plan.js';
import { bundled } from '../../compile-bundled.js';

interface LeftOut {
  readonly codes: readonly string[];
  readonly gone: readonly string[];
}

/** The files of one channel as they are emitted, and what services say when a script among them is spoiled. */
export async function spoiler(channel: Channel): Promise<{
  readonly plan: Plan;
  readonly files: readonly Artefact[];
  /** Bytes of a file. `path` is relative to the channel's folder. */
  readonly bytesOf: (path: string) => Buffer;
  readonly jsonOf: (path: string) => Readonly<Record<string, unknown>>;
  /**
   * What is left out after the text (latin1) of one file is changed, or the plan, and with which codes. Paths are relative
   * to the channel's folder.
   */
  readonly leftOutAfter: (path: string, change: (text: string) => string, given?: Plan) => LeftOut;
}> {
  const compiled = await bundled();
  const { plan, artefacts } = compiled;
  if (!plan || !artefacts) throw new Error('The bundled checklist does not compile.');
  const folder = `windows-update/${channel.name}/`;
  const files = artefacts.filter((file) => file.path.startsWith(folder));
  const spoil = (path: string, change: (text: string) => string, given: Plan): readonly Artefact[] => {
    expect(files.map((file) => file.path)).toContain(folder + path);
    return files.map((file) => {
      if (file.path !== folder + path) return file;
      const text = Buffer.from(file.bytes).toString('latin1');
      // A change that changes nothing would let every test pass that expects a diagnostic of another cause.
      expect(change(text) === text && given === plan).toBe(false);
      return { ...file, bytes: Buffer.from(change(text), 'latin1') };
    });
  };
  const leftOutAfter = (path: string, change: (text: string) => string, given: Plan = plan): LeftOut => {
    const { value, diagnostics } = leaveOutUnfit(given, spoil(path, change, given));
    const stays = new Set(value.map((file) => file.path));
    const gone = files.filter((file) => !stays.has(file.path)).map((file) => file.path.slice(folder.length));
    // Where somebody can do something about it: in the checklist, with the limit.
    for (const { span, message } of diagnostics) {
      expect(span.source.path).toMatch(/\.yaml$/);
      expect(message).toMatch(/\b(?:200000|2048|100|100000)\b/);
    }
    return { codes: [...new Set(diagnostics.map(({ code }) => code))], gone };
  };
  const bytesOf = (path: string): Buffer => {
    const file = files.find((each) => each.path === folder + path);
    if (!file) throw new Error(`${folder}${path} is not emitted.`);
    return Buffer.from(file.bytes);
  };
  const jsonOf = (path: string): Readonly<Record<string, unknown>> =>
    JSON.parse(bytesOf(path).toString('utf8')) as Readonly<Record<string, unknown>>;
  expect(leaveOutUnfit(plan, files).value).toEqual(files);
  return { plan, files, bytesOf, jsonOf, leftOutAfter };
}
