// Usual reasons that fill the text field at one press.
import { Button } from 'antd';

interface ReasonPickerProps {
  reasons: string[];
  onPick: (reason: string) => void;
}

export function ReasonPicker({ reasons, onPick }: ReasonPickerProps) {
  return (
    <div className="reason-picker" role="group" aria-label="常用理由">
      {reasons.map((reason) => (
        <Button key={reason} size="small" onClick={() => onPick(reason)}>
          {reason}
        </Button>
      ))}
    </div>
  );
}
