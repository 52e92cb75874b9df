import type { Draft } from '../../main/contract/patch.ts';

/** Names that a story gives itself, in its fields and of the people in its pictures: none of them is misspelt. */
export function namesIn({ fields, pictures }: Draft): readonly string[] {
  const all = [
    ...fields.people,
    ...fields.places,
    ...fields.organisations,
    ...pictures.flatMap(picture => picture.people.map(({ name }) => name)),
  ];
  return [...new Set(all)].filter(name => name !== '').map(name => name.slice(0, 1_000));
}
