// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { copyOrOffer, offerByHand } from '#ui/by-hand.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { renderInApp } from '#ui/testing/render.tsx';
import { CopyByHand } from './copy-by-hand.tsx';

function clipboard(value: unknown): void {
  Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
}

/** What the old way would copy: the selected text of the field with the focus. */
function execCommand(answer: boolean | 'throws'): string[] {
  const copied: string[] = [];
  document.execCommand = () => {
    if (answer === 'throws') throw new Error('not allowed');
    const field = document.activeElement;
    if (field instanceof HTMLTextAreaElement) copied.push(field.value.slice(field.selectionStart, field.selectionEnd));
    return answer;
  };
  return copied;
}

afterEach(() => {
  offerByHand(null);
  Reflect.deleteProperty(document, 'execCommand');
});

const denied = { writeText: vi.fn(() => Promise.reject(new DOMException('denied', 'NotAllowedError'))) };

describe.each([
  ['is missing', undefined],
  ['has no writeText', {}],
  ['is denied', denied],
])('a clipboard that %s', (_name, value) => {
  test('gives way to the older means, which gives the focus back', async () => {
    clipboard(value);
    const copied = execCommand(true);
    renderInApp(<CopyButton text="30830fad" label="Copy ID" />);
    const button = screen.getByRole('button', { name: 'Copy ID' });
    button.focus();
    fireEvent.click(button);
    await screen.findByRole('button', { name: 'Copied' });
    expect(copied).toEqual(['30830fad']);
    expect(document.activeElement).toBe(button);
    expect(document.querySelectorAll('textarea')).toHaveLength(0);
  });

  test.each([false, 'throws'] as const)('without the older means (%s) the text is shown, selected', async (answer) => {
    clipboard(value);
    execCommand(answer);
    renderInApp(
      <>
        <CopyButton text={() => 'two\nlines'} label="Copy text" />
        <CopyByHand />
      </>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Copy text' }));
    await screen.findByRole('button', { name: 'Could not copy' });
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text to copy' });
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('two\nlines');
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

test('a clipboard that works is all that is used', async () => {
  const writeText = vi.fn(async () => {});
  clipboard({ writeText });
  expect(await copyOrOffer('x')).toBe(true);
  expect(writeText).toHaveBeenCalledWith('x');
});

test('a text that cannot be made is no text to copy by hand', async () => {
  expect(await copyOrOffer(() => Promise.reject(new Error('no code')))).toBe(false);
});
