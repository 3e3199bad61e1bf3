/**
 * The environment of a program that we start: ours, without what names or opens a signing key. Other programs have no need of it, and
 * on many systems everyone who runs as the same user reads the environment of a process.
 * @param more variables for that program alone.
 */
export function childEnvironment(more: Readonly<Record<string, string>>): Record<string, string | undefined> {
  // Windows does not tell upper case from lower in names of variables.
  const kept = Object.entries(process.env).filter(([name]) => !/^mendsheet_(?:key|certificates)/i.test(name));
  return { ...Object.fromEntries(kept), ...more };
}
