import { describe, expect, it } from 'vitest';
import { canBeSameAddress, distinctAddresses } from './address.ts';

describe('canBeSameAddress', () => {
  it.each([
    ['+306912345678', '306912345678'],
    ['+306912345678', '00306912345678'],
    ['+306912345678', '+30 691 234-5678'],
    ['+306912345678', 'tel:+306912345678'],
    ['+306912345678', '6912345678'],
    ['+447700900123', '07700900123'],
    ['+3069xxxxxx01', '+30690*****01'],
    ['+3069xxxxxx01', '+306900000001'],
    ['+30 69… 01', '+306900000001'],
    ['+30 69... 01', '+306900000001'],
    ['…01', '+306900000001'],
    ['+30 69•••••001', '306900000001'],
    ['XXXXXXXX0001', '+306900000001'],
    ['Maria@Example.com', 'maria@example.com'],
  ])('%s and %s can be one', (a, b) => {
    expect([canBeSameAddress(a, b), canBeSameAddress(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['+306912345678', '+306912345679'],
    ['+3069xxxxxx01', '+306900000002'],
    ['+3069xxxxxx01', '+4479xxxxxx01'],
    ['…01', '+306900000002'],
    ['+306912345678', '+446912345678'],
    ['+306912345678', 'maria@example.com'],
    ['maria@example.com', 'anna@example.com'],
    ['Brand', 'Other'],
    ['12345', '67890'],
  ])('%s and %s cannot', (a, b) => {
    expect([canBeSameAddress(a, b), canBeSameAddress(b, a)]).toEqual([false, false]);
  });
});

describe('distinctAddresses', () => {
  it('is one for one recipient in several spellings', () => {
    expect(distinctAddresses(['+3069xxxxxx01', '306900000001', '+306900000001', '…01'])).toEqual(['+3069xxxxxx01']);
  });
  it('does not take two numbers for one because a masked one could be either', () => {
    expect(distinctAddresses(['+306900000001', '+3069xxxxx1', '+306911111111'])).toHaveLength(2);
  });
  it('is quick for many', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `+3069${String(index).padStart(8, '0')}`);
    const started = performance.now();
    expect(distinctAddresses(many)).toHaveLength(20_000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
