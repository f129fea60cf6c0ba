// 共济账户 and 亲情账户 side by side, so that nobody confuses them.

const rows = [
  ['用来做什么', '允许家人用您的钱：付医疗费，缴居民医保费', '帮家人出示医保码，代家人看病买药'],
  ['动不动钱', '动：从您的个人账户里付', '不动：不涉及资金划转'],
  ['看病时用谁的码', '家人用本人的医保码或社保卡', '您在手机上出示家人的医保码'],
] as const;

function MoneyPicture() {
  return (
    <svg className="two-picture" viewBox="0 0 200 84" aria-hidden="true" focusable="false">
      <circle cx="34" cy="30" r="12" />
      <path d="M14 72c0-14 9-22 20-22s20 8 20 22" />
      <circle cx="166" cy="34" r="10" />
      <path d="M149 72c0-12 8-19 17-19s17 7 17 19" />
      <path className="two-arrow" d="M66 46h64m-9-8l9 8-9 8" />
      <circle className="two-coin" cx="96" cy="24" r="13" />
      <path className="two-yuan" d="M91 18l5 6 5-6M96 24v8M92 26.5h8" />
    </svg>
  );
}

function CodePicture() {
  return (
    <svg className="two-picture" viewBox="0 0 200 84" aria-hidden="true" focusable="false">
      <circle cx="34" cy="30" r="12" />
      <path d="M14 72c0-14 9-22 20-22s20 8 20 22" />
      <rect x="82" y="14" width="40" height="58" rx="6" />
      <path
        className="two-code"
        d="M91 26h8v8h-8zM105 26h8v8h-8zM91 40h8v8h-8zM105 40h3v3h-3zM110 45h3v3h-3z"
      />
      <circle cx="166" cy="34" r="10" />
      <path d="M149 72c0-12 8-19 17-19s17 7 17 19" />
    </svg>
  );
}

/** @param here the account that the page is about. */
export const TwoAccounts = ({ here = 'shared' }: { here?: 'shared' | 'shown' }) => (
  <section className="two-accounts" aria-labelledby="two-accounts">
    <h2 id="two-accounts">共济账户 ≠ 亲情账户</h2>
    <p>
      名字有点像，其实是两回事，办一个不等于办了另一个。这里办的是
      {here === 'shared' ? '共济账户' : '亲情账户'}。
    </p>
    <div className="two-columns">
      <article className={`two-column${here === 'shared' ? ' two-column-here' : ''}`}>
        <MoneyPicture />
        <h3>共济账户</h3>
        <p className="two-saying">“用我的钱，付你的费”</p>
        <dl>
          {rows.map(([name, shared]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{shared}</dd>
            </div>
          ))}
        </dl>
      </article>
      <article className={`two-column${here === 'shown' ? ' two-column-here' : ''}`}>
        <CodePicture />
        <h3>亲情账户</h3>
        <p className="two-saying">“帮你出示医保码”</p>
        <dl>
          {rows.map(([name, , shown]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{shown}</dd>
            </div>
          ))}
        </dl>
      </article>
    </div>
  </section>
);
