import type { Check, Localized, Risk, RunsAs } from './catalog.js';

/**
 * A way on which scripts reach computers, as `plan` and the page need it: data alone. `channels/` adds to it how files are
 * made of finished scripts, and what the far end refuses.
 */
export interface ChannelSpec {
  /** Its folder, in src/channels/ and below the product's: "intune". */
  readonly name: string;
  readonly words: ChannelWords;
  /** Several where one service takes scripts in several ways, each with limits of its own. */
  readonly ways: readonly Way[];
  /** What `plan` puts into the folder; a channel without scripts of its own carries copies of others. */
  readonly scripts: readonly ChannelScript[];
}

/** What the download page says of a channel. `{Product}` in a step stands for the name of the product. */
export interface ChannelWords {
  readonly heading: Localized;
  /** Whom it is for, as the end of a sentence that begins with their situation: "PCs that Intune manages". */
  readonly when: Localized;
  readonly steps: readonly Localized[];
}

export interface Way {
  /** "intune-list"; no two ways of all channels have the same. */
  readonly name: string;
  readonly limits: ChannelLimits;
  /** Its row in docs/channels.md. */
  readonly row: {
    readonly title: string;
    /** Below the product's folder: "intune/all/". */
    readonly files: string;
    readonly limit: string;
    readonly repairs: string;
  };
}

/** What a way gives a run. */
export interface ChannelLimits {
  /** Minutes of one run, some left for detecting. */
  readonly minutes: number;
  /** Minutes that the repair of one check may take; at most `minutes`. */
  readonly minutesEach: number;
  /** Whether it repairs at all. */
  readonly repairs: boolean;
  /** Whether all of its checks run in one go, so that only what a script repairs by default is repaired. */
  readonly together: boolean;
  /** Whether all repairs have to fit into `minutes`; where not, a later run takes what one run leaves. */
  readonly once: boolean;
  readonly restart: boolean;
  readonly disruption: Risk['disruption'];
  /** What is of the computer runs as SYSTEM, or as an administrator. */
  readonly account: 'system' | 'user';
  /** Which checks it takes: those of the computer, and those of the person signed in where it runs scripts as that person too. */
  readonly runsAs: readonly RunsAs[];
}

/**
 * The limits of a way, with what is usual: it repairs, all checks in one run, again when something is left, with a restart
 * where one is needed, as SYSTEM for the computer alone, and never what disrupts work a lot.
 */
export function limits(given: Pick<ChannelLimits, 'minutes' | 'minutesEach'> & Partial<ChannelLimits>): ChannelLimits {
  return {
    repairs: true,
    together: true,
    once: false,
    restart: true,
    disruption: 'medium',
    account: 'system',
    runsAs: ['machine'],
    ...given,
  };
}

/** A script of a channel's own: what it is made of, which checks it holds, and where it stands in the channel's folder. */
export type ChannelScript =
  /** Holds all checks that the way detects or repairs; left out where there are none. */
  | (ChannelScriptFile & {
      readonly kind: 'list';
      readonly way: string;
      readonly phase: 'detect' | 'repair';
      readonly holds: 'detected' | 'repaired';
      /** With a slash at its end, or empty: "all/". */
      readonly folder: string;
    })
  /** Holds one check, in a folder named after it: one such script for each check that the way takes. */
  | (ChannelScriptFile & { readonly kind: 'each'; readonly way: string; readonly phase: 'detect' | 'repair' })
  /** Holds none: an administrator starts it to hand the channel's files on. Made where the channel has a list. */
  | (ChannelScriptFile & { readonly kind: 'installer' });

interface ChannelScriptFile {
  /**
   * Its head and its main: "detect" for templates/ps1/channel/detect.head.ps1.hbs and detect.main.ps1, "gpo/install" for
   * those in src/channels/gpo/.
   */
  readonly template: string;
  /** Without extension; `{product}` stands for the name of the product. */
  readonly name: string;
}

/** A channel and what `plan` decided for it. */
export interface ChannelPlan {
  readonly spec: ChannelSpec;
  readonly ways: readonly WayPlan[];
}

export interface WayPlan extends Pick<Way, 'name' | 'limits'> {
  /** Every check of the catalog, in its order. */
  readonly checks: readonly ChannelCheck[];
}

export interface ChannelCheck {
  readonly check: Check;
  readonly detects: boolean;
  readonly repairs: boolean;
  /** Why it is not detected or not repaired; empty when both are done. */
  readonly why: string;
}

/** What was decided of a way. What it throws is our bug: no channel has a way of that name. */
export function checksOfWay(channels: readonly ChannelPlan[], name: string): readonly ChannelCheck[] {
  const way = channels.flatMap(({ ways }) => ways).find((each) => each.name === name);
  if (!way) throw new Error(`No channel has a way "${name}".`);
  return way.checks;
}
