const verbatim = new WeakMap<object, Set<string | symbol>>();

/** Marks an input text that is taken to the letter, such as a password. White space around any other is dropped. */
export function Verbatim(): PropertyDecorator {
  return (prototype, property) => {
    verbatim.set(prototype, (verbatim.get(prototype) ?? new Set()).add(property));
  };
}

/** Drops the white space around the texts of an input, in place. */
export function trimTexts(input: object): void {
  for (const [name, value] of Object.entries(input)) {
    if (typeof value === 'string' && !isVerbatim(input, name)) Reflect.set(input, name, value.trim());
  }
}

/** Also where the mark stands on a class the input extends. */
function isVerbatim(input: object, name: string): boolean {
  const prototype = Object.getPrototypeOf(input) as object | null;
  return prototype !== null && (verbatim.get(prototype)?.has(name) === true || isVerbatim(prototype, name));
}
