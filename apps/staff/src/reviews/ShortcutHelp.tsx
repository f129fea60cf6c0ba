// Lists the shortcut keys and lets each person turn them off.
import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Popover, Switch } from 'antd';
import { useShortcutSwitch } from '../shared/useShortcuts.ts';

const keys: [string, string][] = [
  ['N', '领取下一件'],
  ['1 – 7', '换队列（列表页）'],
  ['J / K', '下一件 / 上一件（只看，不领取）'],
  ['T / U', '领取这件 / 放回待办'],
  ['E', '上报主管'],
  ['A', '通过'],
  ['R', '退回'],
  ['M', '要求补充材料'],
  ['1 – 9', '选择理由'],
  ['Ctrl + Enter', '确认决定'],
  ['Esc', '收起决定栏'],
  ['[ / ]', '上一张 / 下一张照片'],
  ['+ / -', '放大 / 缩小照片'],
  ['O', '旋转照片'],
  ['F', '全屏看照片'],
];

export function ShortcutHelp() {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="快捷键"
      content={<Keys />}
      getPopupContainer={(button) => button.parentElement ?? document.body}
    >
      <Button icon={<QuestionCircleOutlined />}>快捷键</Button>
    </Popover>
  );
}

function Keys() {
  const [on, setOn] = useShortcutSwitch();
  return (
    <div className="shortcut-help">
      <table>
        <tbody>
          {keys.map(([key, text]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="shortcut-switch">
        <Switch size="small" checked={on} onChange={setOn} />
        使用单键快捷键
      </label>
    </div>
  );
}
