import { describe, expect, test } from 'vitest';
import { cleanAddress } from './personal-address.ts';

const id = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const at = (address: string) => {
  const { pathname, search, hash } = new URL(address, 'https://cascade.example.com');
  return { pathname, search, hash };
};

describe('in the path', () => {
  test.each([
    ['/flows/+306900000001'],
    ['/flows/%2B306900000001'],
    ['/flows/%252B306900000001'],
    ['/flows/%25252B306900000001'],
    ['/flows/%33%30%36900000001'],
    ['/flows/+30%20691%20234%205678'],
    ['/flows/306.912.345.678'],
    ['/flows/30-691-234-5678'],
    ['/flows/30_691_234_5678'],
    ['/flows/(0030)6912345678'],
    ['/flows/tel:+306912345678'],
    ['/flows/6912345678'],
    ['/flows/35792273270'],
    ['/flows/00306912345678/evidence'],
    ['/flows/％2B３０６９１２３４５６７８'],
    ['/flows/３０６９１２３４５６７８'],
    ['/flows/٣٠٦٩١٢٣٤٥٦٧٨'],
    ['/flows/%D9%A3%D9%A0%D9%A6%D9%A9%D9%A1%D9%A2%D9%A3%D9%A4%D9%A5%D9%A6%D9%A7%D9%A8'],
    ['/flows/+30%E2%80%91691%E2%80%912345678'],
    ['/flows/3069%E2%80%8B12345678'],
    ['/flows/maria@example.com'],
    ['/flows/maria%40example.com'],
    ['/flows/maria%2540example.com'],
    ['/flows/Maria%20+30%20691%20234%205678'],
    ['/+306900000001'],
    ['/explore/6912345678'],
  ])('%s leaves the start page', (address) => {
    expect(cleanAddress(at(address))?.address).toEqual({ pathname: '/', search: '', hash: '' });
  });

  test.each([
    [`/flows/${id}`],
    [`/flows/${id}/evidence?tz=Europe%2FAthens&step=2&zoom=0~4500&view=raw`],
    ['/flows/12345678-1234-1234-1234-123456789012'],
    ['/flows/12345678123412341234123456789012'],
    ['/flows/5b223c27e4b04b9cdaa71234'],
    ['/flows/flow_2f8A91bc'],
    ['/flows/12345678901234567890'],
    ['/flows/20261120123456'],
    ['/explore?range=1d&to=~&price=at_least:1000000000&from=2026-11-20T10:00Z&until=2026-11-20T12:00Z'],
    [`/explore?application=${id}`],
    ['/flows/%E0%A4%A'],
    ['/'],
  ])('%s stays', (address) => {
    expect(cleanAddress(at(address))).toBeNull();
  });
});

test('of a query and a hash, only what is personal goes', () => {
  expect(cleanAddress(at(`/flows/${id}?step=2&note=%2B306912345678#+306912345678`))).toEqual({
    address: { pathname: `/flows/${id}`, search: '?step=2', hash: '' },
    found: { kind: 'number', number: '+306912345678' },
  });
});

test('a plus sign that the query reads as a space is still the beginning of a number', () => {
  expect(cleanAddress(at('/?q=+306912345678'))?.address.search).toBe('');
});

test('digits that a person said are an ID stay', () => {
  expect(cleanAddress(at('/flows/35792273270'), { vouched: '35792273270' })).toBeNull();
  expect(cleanAddress(at('/flows/35792273270'), { vouched: '1' })).not.toBeNull();
});
