// A place to sign by hand with finger, pen or mouse; the typed name beside it is a signature by itself.
import type { Drawing } from '@gongji/contract';
import { useState, type PointerEvent } from 'react';

interface SignaturePadProps {
  drawing: Drawing | null;
  onChange: (drawing: Drawing | null) => void;
}

type Line = Drawing['lines'][number];
const box = { width: 640, height: 220 };
const most = { lines: 80, points: 600 };

/** Where the pointer is, in the units of the box. */
function pointOf(event: PointerEvent<SVGSVGElement>): Line[number] {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  const inside = (value: number, end: number) => Math.round(Math.min(Math.max(value, 0), end));
  return [
    inside(((event.clientX - left) / width) * box.width, box.width),
    inside(((event.clientY - top) / height) * box.height, box.height),
  ];
}

export function SignaturePad({ drawing, onChange }: SignaturePadProps) {
  const [line, setLine] = useState<Line>([]);
  const lines = drawing?.lines ?? [];
  const shown = line.length > 0 ? [...lines, line] : lines;
  const finish = () => {
    if (line.length > 0 && lines.length < most.lines) onChange({ ...box, lines: [...lines, line] });
    setLine([]);
  };
  return (
    <div className="field">
      <p className="field-label">
        手写签名<span className="optional">可以不写</span>
      </p>
      <p className="hint">用手指或鼠标在框里签名。不方便手写的不用签，上面输入的姓名同样有效。</p>
      <svg
        className="signature-pad"
        viewBox={`0 0 ${box.width} ${box.height}`}
        role="img"
        aria-label={shown.length > 0 ? '手写签名，已签' : '手写签名，还没有签'}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setLine([pointOf(event)]);
        }}
        onPointerMove={(event) => {
          const point = pointOf(event);
          if (line.length > 0 && line.length < most.points) setLine([...line, point]);
        }}
        onPointerUp={finish}
        onPointerCancel={finish}
      >
        {shown.map((points, index) => (
          <polyline
            key={index}
            points={[...points, ...points.slice(-1)].map((point) => point.join(',')).join(' ')}
          />
        ))}
      </svg>
      {lines.length > 0 && (
        <button type="button" className="link-button" onClick={() => onChange(null)}>
          擦掉重签
        </button>
      )}
    </div>
  );
}
