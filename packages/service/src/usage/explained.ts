// The policy's lines as the contract's lines.
import type { ExplanationLine } from '@gongji/contract';
import type { Line } from '@gongji/policy';

export function explained(lines: readonly Line[]): ExplanationLine[] {
  return lines.map((line) => ({ ...line, source: line.source && { ...line.source } }));
}
