export function makeChecklist(root: string, folder: string, count: number, seed?: number): string;
