// What a command prints, caught in tests, and a folder of its own for each test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';

export interface Terminal {
  /** A fresh folder, removed after the test. */
  directory: string;
  /** Everything on standard output so far. */
  output: string;
  /** Everything on standard error so far. */
  complaint: string;
}

/** Call it at the top of a test file: before each test the terminal is empty and caught, after it given back. */
export function catchTerminal(): Terminal {
  const terminal: Terminal = { directory: '', output: '', complaint: '' };
  beforeEach(() => {
    terminal.directory = mkdtempSync(join(tmpdir(), 'gongji-command-'));
    terminal.output = '';
    terminal.complaint = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      terminal.output += String(text);
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      terminal.complaint += String(text);
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(terminal.directory, { recursive: true });
  });
  return terminal;
}
