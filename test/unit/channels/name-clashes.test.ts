import { describe, expect, it } from 'vitest';
import type { ChannelKey } from '../../../src/channels/channel.js';
import { channels } from '../../../src/channels/list.js';
import { clashesOf } from '../../../src/channels/name-clashes.js';
import { zip } from '../../../src/channels/zip.js';
import type { Plan } from '../../../src/ir/plan.js';
import { checkPaths } from '../../../src/plan/check-paths.js';
import { bundled } from '../../compile-bundled.js';

const { plan: given } = await bundled();
const plan = given as Plan;
const source = { path: 'checks/g.yaml', text: 'one\ntwo\nthree\n' };
const key = (name: string, start: number, of = 'things'): ChannelKey => ({
  of,
  name,
  span: { source, start, end: start + 3 },
});

describe('names of things at the far end', () => {
  it('are compared as consoles do, each kind of thing for itself, and the later one is refused', () => {
    const found = clashesOf([key('A b', 0), key('a  B ', 4), key('a b', 4, 'others'), key('A B', 8)]);
    expect(
      found.map(({ span, message, related }) => [span.start, message, related.map((each) => each.span.start)]),
    ).toEqual([
      [4, 'Two things would be called "a  B ".', [0]],
      [8, 'Two things would be called "A B".', [0]],
    ]);
  });

  it('are held against those that the channel gives of itself, which have no line', () => {
    const own = { of: 'things', name: 'All', span: null };
    expect(clashesOf([own, key('all', 4)]).map(({ span, related }) => [span.start, related.length])).toEqual([[4, 0]]);
    expect(() => clashesOf([own, own])).toThrow('two of its own things');
  });

  /** What stays of an id where a service strips or maps characters, and what a channel might make of it. */
  const neighbours = ['a-b', 'ab', 'a-b1', 'a-b-1', 'a1-b', 'a-b-c', 'ab-c', 'a-bc'];

  it.each(channels.map((channel) => [channel.name, channel] as const))(
    '%s gives different ids different names, also where they differ in a hyphen alone, and equal ones the same',
    (_, channel) => {
      const [model] = plan.catalog.checks;
      const withIds = (ids: readonly string[]): Plan => {
        const checks = ids.map((id) => ({
          ...model!,
          id,
          item: ids.indexOf(id) + 1,
          title: { ...model!.title, en: `Title of ${id}` },
        }));
        const change = <T extends { readonly detects: boolean }>(each: T, at: number) => ({
          ...each,
          check: checks[at]!,
        });
        return {
          ...plan,
          catalog: { ...plan.catalog, checks },
          channels: plan.channels.map((one) => ({
            ...one,
            ways: one.ways.map((way) => ({
              ...way,
              checks: ids.map((__, at) => change({ ...way.checks[0]!, detects: true }, at)),
            })),
          })),
        };
      };
      expect(clashesOf(channel.keys(withIds(neighbours)))).toEqual([]);
      // Group Policy and Chocolatey know no checks by name.
      const refuses = !['gpo', 'chocolatey'].includes(channel.name);
      const doubled = clashesOf(channel.keys(withIds(['a-b', 'a-b'])));
      expect(doubled.length > 0).toBe(refuses);
    },
  );

  it('of remediations are those of their titles, in the language that Intune shows', () => {
    const intune = channels.find(({ name }) => name === 'intune')!;
    const [first, second] = plan.catalog.checks;
    const rename = (title: string): Plan => ({
      ...plan,
      channels: plan.channels.map((one) => ({
        ...one,
        ways: one.ways.map((way) => ({
          ...way,
          checks: way.checks.map((each) =>
            each.check === second ? { ...each, check: { ...second, title: { ...second.title, en: title } } } : each,
          ),
        })),
      })),
    });
    const found = clashesOf(intune.keys(rename(first!.title.en.toUpperCase())));
    expect(found.map(({ code, span }) => [code, span])).toEqual([['channel/name-clash', second!.titleSpan]]);
    const { span } = found[0]!;
    expect(span.source.text.slice(span.start, span.end)).toContain(second!.title.en);
    expect(clashesOf(intune.keys(rename('All Checks')))).toHaveLength(1);
    expect(clashesOf(intune.keys(plan))).toEqual([]);
  });
});

describe('files of a product', () => {
  it('are no two at one place, and no language stands in the folder of a channel', () => {
    expect(checkPaths(plan)).toEqual([]);
    const [script] = plan.scripts;
    const again = { ...script!, path: script!.path.toUpperCase() };
    expect(checkPaths({ ...plan, scripts: [...plan.scripts, again] }).map(({ code }) => code)).toEqual([
      'plan/file-taken',
    ]);
    const moved = plan.scripts.map((each) => ({
      ...each,
      path: each.path.replace('windows-update/de/', 'windows-update/rmm/'),
    }));
    const { catalog } = plan;
    const [found, ...others] = checkPaths({
      ...plan,
      scripts: moved,
      catalog: { ...catalog, languages: ['en', 'ja', 'rmm'] },
    });
    expect([found?.message, found?.span, others]).toEqual([
      'The scripts in "rmm" would stand in the folder of a channel.',
      catalog.languagesSpan,
      [],
    ]);
  });

  it('are never two under one name in a ZIP file', () => {
    const bytes = Buffer.from('a');
    expect(() =>
      zip(
        [
          { path: 'a.ps1', bytes },
          { path: 'A.ps1', bytes },
        ],
        'stored',
      ),
    ).toThrow('one on Windows');
  });
});
