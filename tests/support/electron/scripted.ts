/**
 * Functions that reach a person or the system. A test answers for them by putting a function of its own in their
 * place, as it would in Electron itself; what the host passes is checked all the same.
 * @param check throws where Electron would refuse the arguments
 */
export function scripted<Part extends object>(
  part: Part,
  check: { readonly [Name in keyof Part]?: (words: readonly unknown[]) => void },
): Part {
  const checked = (name: string | symbol, answer: unknown): unknown => {
    const test = Reflect.get(check, name);
    if (typeof test !== 'function' || typeof answer !== 'function') return answer;
    return (...words: unknown[]) => {
      test(words);
      return answer(...words);
    };
  };
  for (const name of Object.keys(check)) Reflect.set(part, name, checked(name, Reflect.get(part, name)));
  return new Proxy(part, {
    set: (target, name, answer) => Reflect.set(target, name, checked(name, answer)),
  });
}
