import type { Catalog, Phase, ScriptSpec } from '../ir/catalog.js';

/** The script of a phase that people get for PowerShell; null where the checklist emits none, whatever its checks could do. */
export function powershellScript({ scripts }: Catalog, phase: Phase): ScriptSpec | null {
  return scripts.find((script) => script.phase === phase && script.editions.includes('ps1')) ?? null;
}
