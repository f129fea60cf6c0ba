// A box to write in with pen, finger or mouse; what is written is kept as lines of points.
import type { Drawing } from '@gongji/contract';
import { useState } from 'react';
import type { PointerEvent } from 'react';

type Line = Drawing['lines'][number];

const width = 720;
const height = 240;
const mostLines = 80;
const mostPoints = 600;

const within = (value: number, end: number) => Math.min(Math.max(Math.round(value), 0), end);

function placeOf({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): Line[number] {
  const frame = currentTarget.getBoundingClientRect();
  return [
    within(((clientX - frame.left) * width) / frame.width, width),
    within(((clientY - frame.top) * height) / frame.height, height),
  ];
}

const pathOf = (line: Line): string =>
  line.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('') + (line.length === 1 ? 'h0.1' : '');

export function SignaturePad({ onSigned }: { onSigned: (drawing: Drawing | null) => void }) {
  const [lines, setLines] = useState<Line[]>([]);
  const [current, setCurrent] = useState<Line | null>(null);
  const end = () => {
    if (!current) return;
    const next = [...lines, current].slice(0, mostLines);
    setLines(next);
    setCurrent(null);
    onSigned({ width, height, lines: next });
  };
  return (
    <svg
      className="window-pad"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={lines.length > 0 ? '签字框，已签' : '签字框，还没有签'}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setCurrent([placeOf(event)]);
      }}
      onPointerMove={(event) => {
        if (current && current.length < mostPoints) setCurrent([...current, placeOf(event)]);
      }}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {[...lines, ...(current ? [current] : [])].map((line, at) => (
        <path key={at} d={pathOf(line)} />
      ))}
    </svg>
  );
}
