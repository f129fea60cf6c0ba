// Asks once more before something that can't be undone, saying what will happen; the browser's own modal dialog.
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';

interface ConfirmDialogProps {
  title: string;
  /** The verb on the button, e.g. 确认解绑. */
  confirm: string;
  working: string | false;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function ConfirmDialog({ title, confirm, working, onConfirm, onClose, children }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onCancel={onClose}>
      <h2 id={titleId}>{title}</h2>
      {children}
      <div className="actions">
        <Button danger onPress={onConfirm} working={working}>
          {confirm}
        </Button>
        <Button onPress={onClose}>先不办</Button>
      </div>
    </dialog>
  );
}
