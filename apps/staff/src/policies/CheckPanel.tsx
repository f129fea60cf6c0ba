// What the check of a draft found: mistakes with their places, cases that do not hold, figures without a case.
import type { PolicyCheck } from '@gongji/policy/tools';

interface CheckPanelProps {
  check: PolicyCheck | undefined;
  /** Path of the draft's own worked cases: only these and the made ones stop it. */
  ownCases: string;
  /** Opens the file at the place. */
  onGo: (place: { path: string; line: number; column: number }) => void;
}

export function CheckPanel({ check, ownCases, onGo }: CheckPanelProps) {
  return (
    <section className="card" aria-labelledby="check-title">
      <h2 id="check-title">检查结果</h2>
      <div role="status" aria-live="polite">
        {check === undefined ? <p className="quiet">正在检查…</p> : <p>{summaryOf(check, ownCases)}</p>}
      </div>
      {check && (
        <ul className="check-list">
          {check.problems.map(({ path, line, column, field, message }) => (
            <li key={message}>
              <button type="button" className="link-button" onClick={() => onGo({ path, line, column })}>
                {fileWord(path)}第 {line} 行第 {column} 列
              </button>
              <span className="breakable">
                {field !== '' && <code>{field}</code>} {withoutPlace(message)}
              </span>
            </li>
          ))}
          {[...check.brokenCases, ...check.brokenBoundaryCases].map(({ file, line, name, broken }) => (
            <li key={`${file}${line}${name}`}>
              <button
                type="button"
                className="link-button"
                onClick={() => onGo({ path: file, line, column: 1 })}
              >
                {file.endsWith('.cases.yaml') ? '案例' : '边界案例'}“{name}”
              </button>
              <span className="breakable">{broken.join('；')}</span>
            </li>
          ))}
          {check.blanks.map((blank) => (
            <li key={blank}>还没有填写：{blank}</li>
          ))}
          {check.untouchedCells.map((cell) => (
            <li key={cell}>没有案例的数字：{cell}（不拦提交，建议补一个案例）</li>
          ))}
        </ul>
      )}
    </section>
  );
}

const fileWord = (path: string): string => (path.endsWith('.cases.yaml') ? '案例文件' : '政策文件');

/** The sentence alone: its place stands on the button. */
export const withoutPlace = (message: string): string =>
  message.replace(/^[^ ]+:\d+:\d+: (?:[\w[\].-]+：)?/, '');

/** Whether the server will take it. */
export const canSubmit = (check: PolicyCheck, ownCases: string): boolean =>
  check.problems.length + check.brokenBoundaryCases.length + check.blanks.length === 0 &&
  check.brokenCases.every(({ file }) => file !== ownCases);

function summaryOf(check: PolicyCheck, ownCases: string): string {
  const { problems, cases, boundaryCases, brokenCases, brokenBoundaryCases } = check;
  if (problems.length > 0) return `有 ${problems.length} 处错误，改好以前不能提交。`;
  const ran = `写好的案例 ${cases} 个，没有通过 ${brokenCases.length} 个；自动生成的边界案例 ${boundaryCases} 个，没有通过 ${brokenBoundaryCases.length} 个。`;
  if (!canSubmit(check, ownCases)) return `文件没有错误。${ran}案例全部通过以后才能提交。`;
  const elsewhere =
    brokenCases.length > 0 ? '没有通过的是省或全国的案例，不拦提交，请告诉管理这些文件的人。' : '';
  return `文件没有错误。${ran}${elsewhere}可以提交。`;
}
