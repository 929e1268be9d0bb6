const texts = new WeakMap<object, string>();

/** The JSON of a part that many answers hold: encoded once, as long as the part itself lasts. It must not change. */
export function sharedJson(part: object): string {
  const known = texts.get(part);
  if (known !== undefined) return known;
  const text = JSON.stringify(part);
  texts.set(part, text);
  return text;
}
