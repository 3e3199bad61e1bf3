import { watch } from 'node:fs';
import { dirname, join } from 'node:path';

/** Calls back after changes of a checklist. Editors write a file in several steps, so changes are gathered for a moment. */
export function watchChecklist(index: string, changed: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, 30);
  };
  watch(index, again);
  watch(join(dirname(index), 'checks'), { recursive: true }, again);
}
