import fc from 'fast-check';

/**
 * One seed for every property, so that a run tells about the code and nothing else: what is green stays green.
 * `PROPERTY_SEED=random` looks for new counterexamples, `PROPERTY_SEED=<number>` looks at one again.
 */
const { PROPERTY_SEED = '20260304' } = process.env;
if (PROPERTY_SEED !== 'random') fc.configureGlobal({ seed: Number(PROPERTY_SEED) });
