import { describe, expect, it } from 'vitest';
import { alpha2Of, countryCodes } from '../../../../main/core/rights/country-codes.ts';
import {
  isDemonym,
  splitTerritoryList,
  territoriesNamed,
  territoryName,
} from '../../../../main/core/rights/territories.ts';

describe('territories', () => {
  it('knows every country by its English name and its codes', () => {
    expect(countryCodes).toHaveLength(250);
    expect(countryCodes.filter(code => territoriesNamed(territoryName(code))?.join() !== code)).toEqual([]);
    expect(countryCodes.filter(code => territoriesNamed(code)?.join() !== code)).toEqual([]);
    expect(alpha2Of('KOR')).toBe('KR');
  });

  const names: readonly (readonly [string, readonly string[] | null])[] = [
    ['South Korea', ['KR']],
    ['REPUBLIC OF KOREA', ['KR']],
    ['DPRK', ['KP']],
    ['the Netherlands', ['NL']],
    ['Côte d’Ivoire', ['CI']],
    ['IVORY COAST', ['CI']],
    ['CZECH REPUBLIC', ['CZ']],
    ['UK', ['GB']],
    ['U.S.', ['US']],
    ['HONG KONG', ['HK']],
    ['MACAU', ['MO']],
    ['JAPON', ['JP']],
    ['Österreich', ['AT']],
    ['Corea del Sur', ['KR']],
    ['SYR', ['SY']],
    ['South Korean', ['KR']],
    ['BENELUX', ['BE', 'LU', 'NL']],
    ['SCANDINAVIA', ['DK', 'NO', 'SE']],
    ['FORMER YUGOSLAVIA', ['BA', 'HR', 'ME', 'MK', 'RS', 'SI', 'XK']],
    ['DACH', ['AT', 'CH', 'DE']],
    ['Trinidad and Tobago', ['TT']],
    ['BOSNIA AND HERZEGOVINA AND SERBIA', ['BA', 'RS']],
    ['Norway, Sweden & Denmark', ['DK', 'NO', 'SE']],
    ['UK/IRELAND', ['GB', 'IE']],
    ['WESTMARK', null],
    ['FRANCE, WESTMARK', null],
    ['syr', null],
    ['', null],
  ];
  it.each(names)('%s', (words, codes) => {
    expect(territoriesNamed(words)).toEqual(codes);
  });

  it('has 27 countries in the European Union', () => {
    expect(territoriesNamed('EUROPEAN UNION')).toHaveLength(27);
  });

  it('splits a list and keeps the names nobody knows', () => {
    expect(splitTerritoryList('FRANCE, WESTMARK AND TRINIDAD AND TOBAGO')).toEqual([
      'FRANCE',
      'WESTMARK',
      'TRINIDAD AND TOBAGO',
    ]);
    expect(splitTerritoryList('UK IRELAND')).toEqual(['UK', 'IRELAND']);
    expect(splitTerritoryList('  ')).toEqual([]);
  });

  it('names countries in the reader’s language, and a code that is none as it is', () => {
    expect(territoryName('KR')).toBe('South Korea');
    expect(territoryName('KR', 'de')).toBe('Südkorea');
    expect(territoryName('nonsense')).toBe('nonsense');
    expect(territoryName('KR', 'not a language')).toBe('KR');
  });

  it('tells a demonym from a country', () => {
    expect(isDemonym('Belgian')).toBe(true);
    expect(isDemonym('Belgium')).toBe(false);
  });
});
