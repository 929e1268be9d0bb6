/** JSON with the fields of every object in alphabetical order: equal values are equal texts, whoever has built them. */
export function sortedJson(value: unknown): string {
  return `${JSON.stringify(value, (_, part: unknown) => (isObject(part) ? sorted(part) : part), 1)}\n`;
}

function sorted(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isObject(part: unknown): part is Record<string, unknown> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
