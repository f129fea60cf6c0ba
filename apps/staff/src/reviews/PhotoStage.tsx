// One photo on a stage that scrolls; dragging moves it.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PointerEvent, UIEvent } from 'react';
import { layoutPhoto } from './photo-layout.ts';
import type { Size } from './photo-layout.ts';

interface PhotoStageProps {
  url: string;
  name: string;
  zoom: number;
  /** Quarter turns to the right. */
  turns: number;
}

export function PhotoStage({ url, name, zoom, turns }: PhotoStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const stageSize = useStageSize(stage);
  const [natural, setNatural] = useState<Size | null>(null);
  const [isBroken, setIsBroken] = useState(false);
  const layout = natural && stageSize && layoutPhoto(natural, stageSize, zoom, turns);

  // what is in the middle stays in the middle, as a share of the photo, when the photo grows or turns
  const middle = useRef({ across: 0.5, down: 0.5 });
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return;
    element.scrollLeft = middle.current.across * element.scrollWidth - element.clientWidth / 2;
    element.scrollTop = middle.current.down * element.scrollHeight - element.clientHeight / 2;
  }, [layout?.box.widthPx, layout?.box.heightPx]);
  const keepMiddle = ({ currentTarget: element }: UIEvent<HTMLElement>) => {
    middle.current = {
      across: (element.scrollLeft + element.clientWidth / 2) / element.scrollWidth,
      down: (element.scrollTop + element.clientHeight / 2) / element.scrollHeight,
    };
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return;
    event.currentTarget.scrollBy(-event.movementX, -event.movementY);
  };
  return (
    <div
      className="photo-stage"
      ref={stage}
      tabIndex={0}
      role="group"
      aria-label={`${name}，放大后用方向键移动`}
      onPointerMove={drag}
      onScroll={keepMiddle}
    >
      {isBroken && (
        <p className="photo-broken">这张照片打不开。请刷新页面再试，仍打不开时可要求申请人重新上传。</p>
      )}
      <div
        className="photo-box"
        style={layout ? { width: layout.box.widthPx, height: layout.box.heightPx } : { visibility: 'hidden' }}
      >
        <img
          src={url}
          alt={name}
          draggable={false}
          hidden={isBroken}
          style={{
            ...(layout && { width: layout.image.widthPx, height: layout.image.heightPx }),
            transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
          }}
          onLoad={({ currentTarget: image }) =>
            setNatural({ widthPx: image.naturalWidth, heightPx: image.naturalHeight })
          }
          onError={() => setIsBroken(true)}
        />
      </div>
    </div>
  );
}

function useStageSize(stage: { readonly current: HTMLElement | null }): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    // offset sizes leave the scroll bars out of it, so that zooming does not change the base of the zoom
    const observer = new ResizeObserver(() =>
      setSize({ widthPx: element.offsetWidth - 2, heightPx: element.offsetHeight - 2 }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage]);
  return size;
}
