/** Programs that a body may run, always by full path, and the first words that make them read; null: any. */
export const readingTools: Readonly<Record<string, RegExp | null>> = {
  'reg.exe': /^query\b/i,
  'sc.exe': /^(?:query|queryex|qc|qtriggerinfo|enumdepend|sdshow)\b/i,
  'wevtutil.exe': /^(?:qe|gl|gli|el)\b/i,
  'w32tm.exe': /^\/(?:stripchart|query)\b(?!.*\/(?:resync|config|register|unregister|debug)\b)/i,
  'route.exe': /^print\b/i,
  'dism.exe': /^\/English \/Online \/Cleanup-Image \/CheckHealth\b(?!.*\/)/i,
  'find.exe': null,
  'findstr.exe': null,
  'tasklist.exe': null,
  'whoami.exe': null,
};
