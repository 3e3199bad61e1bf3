/**
 * Codes that no case of this folder meets, and the test that does. The stages behind resolve are tested with catalogs,
 * plans and emitted text of their own.
 */
export const coveredElsewhere: Readonly<Record<string, string>> = {};
