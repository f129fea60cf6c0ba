// The photos of the proof: one large at a time, zoomed, turned and moved by mouse or keys.
import type { Application } from '@gongji/contract';
import {
  FullscreenOutlined,
  LeftOutlined,
  RightOutlined,
  RotateRightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useShortcuts } from '../shared/useShortcuts.ts';
import { stepZoom, zoomSteps } from './photo-layout.ts';
import { PhotoStage } from './PhotoStage.tsx';

const largestZoom = Math.max(...zoomSteps);

export function PhotoViewer({ photos }: { photos: Application['photos'] }) {
  const viewer = useRef<HTMLElement>(null);
  const [index, setIndex] = useState(0);
  const [zoom, setZoom] = useState(1);
  const [turns, setTurns] = useState(0);
  const photo = photos[Math.min(index, photos.length - 1)];

  const show = (next: number) => {
    if (next < 0 || next >= photos.length) return;
    setIndex(next);
    setZoom(1);
    setTurns(0);
  };
  const zoomBy = (direction: 1 | -1) => setZoom((now) => stepZoom(now, direction));
  const turn = () => setTurns((now) => (now + 1) % 4);
  const toggleFullScreen = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void viewer.current?.requestFullscreen();
  };
  useShortcuts({
    '[': () => show(index - 1),
    ']': () => show(index + 1),
    '+': () => zoomBy(1),
    '=': () => zoomBy(1),
    '-': () => zoomBy(-1),
    o: turn,
    f: toggleFullScreen,
  });

  if (!photo)
    return (
      <section className="photos card" aria-label="证明材料">
        <p className="quiet">这件申请没有上传证明材料照片。</p>
      </section>
    );
  return (
    <section className="photos card" aria-label="证明材料" ref={viewer}>
      <div className="photo-tools">
        <h2>
          证明材料
          <span className="count" role="status">
            {index + 1} / {photos.length}
          </span>
          <span className="photo-shown">{photo.name}</span>
        </h2>
        <span className="photo-buttons">
          <Tool
            label="上一张"
            keyName="["
            icon={<LeftOutlined />}
            disabled={index === 0}
            onClick={() => show(index - 1)}
          />
          <Tool
            label="下一张"
            keyName="]"
            icon={<RightOutlined />}
            disabled={index >= photos.length - 1}
            onClick={() => show(index + 1)}
          />
          <Tool
            label="缩小"
            keyName="-"
            icon={<ZoomOutOutlined />}
            disabled={zoom === 1}
            onClick={() => zoomBy(-1)}
          />
          <Tool
            label="放大"
            keyName="+"
            icon={<ZoomInOutlined />}
            disabled={zoom === largestZoom}
            onClick={() => zoomBy(1)}
          />
          <Tool label="旋转" keyName="O" icon={<RotateRightOutlined />} onClick={turn} />
          <Tool label="全屏" keyName="F" icon={<FullscreenOutlined />} onClick={toggleFullScreen} />
        </span>
      </div>
      {photos.length > 1 && (
        <ol className="photo-strip">
          {photos.map((each, at) => (
            <li key={each.photoId}>
              <button type="button" aria-current={at === index} onClick={() => show(at)}>
                <img src={each.url} alt={`第 ${at + 1} 张`} />
                <span className="photo-name">{each.name}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      <PhotoStage
        key={photo.photoId}
        url={photo.url}
        name={`${photo.name}（第 ${index + 1} 张）`}
        zoom={zoom}
        turns={turns}
      />
    </section>
  );
}

interface ToolProps {
  label: string;
  keyName: string;
  icon: ReactNode;
  disabled?: boolean;
  onClick: () => void;
}

function Tool({ label, keyName, icon, disabled = false, onClick }: ToolProps) {
  return (
    <Button
      icon={icon}
      aria-label={label}
      title={`${label}（${keyName}）`}
      disabled={disabled}
      onClick={onClick}
    />
  );
}
