import type { Snapshot } from '../../src/fleet/snapshot.js';

/** What a made fleet must be counted as. */
export interface Known extends Pick<
  Snapshot,
  'devices' | 'states' | 'runs' | 'refused' | 'checks' | 'repairs' | 'trend'
> {
  /** Of all rings together: how many of those repaired were well at the last look within seven days, and of the others. */
  readonly effects: readonly {
    readonly check: string;
    readonly repaired: readonly [number, number];
    readonly notRepaired: readonly [number, number];
  }[];
}

/**
 * Writes the reports of a made fleet into a folder, as consoles and scripts write them, and says what is in them. The same seed makes
 * the same fleet.
 */
export function makeFleet(
  folder: string,
  options: {
    readonly devices: number;
    readonly seed: number;
    /** How many checks, or their ids. */ readonly checks: number | readonly string[];
  },
): { readonly inputs: string; readonly inventory: string; readonly asOf: string; readonly known: Known };
