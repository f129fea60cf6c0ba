// Before sign-in: what mutual aid is, what one needs, and what it is not.
import { Link } from 'wouter';
import { CheckIcon } from '../../parts/icons.tsx';
import { Page } from '../../shell/page.tsx';
import { signInHref } from '../../shell/session.ts';
import { TwoAccounts } from './two-accounts.tsx';

const uses = [
  {
    title: '绑定家人',
    text: '把家人加为共济使用人。照着页面一步一步填，大约三分钟。',
  },
  {
    title: '帮家人缴居民医保',
    text: '用您的职工医保个人账户，缴家人的城乡居民医保费。先看清金额，再付钱。',
  },
  {
    title: '看病买药时自动用',
    text: '家人用自己的医保码结算，自付的部分从您的账户里付，不够的再付现金。',
  },
  {
    title: '每一笔都看得清',
    text: '谁、什么时候、在哪里、用了多少，都列给您看，还说明是怎么算出来的。',
  },
];

const needs = [
  ['授权人（您）', '参加了职工医保，参保状态正常，个人账户里有余额。'],
  ['使用人（家人）', '是您的近亲属，并且已经参加基本医保。'],
  ['准备好', '双方的身份证；户口簿或结婚证（有的地方要拍照上传）；家人的手机号码。'],
] as const;

export const Welcome = () => (
  <Page
    wide
    title="您医保账户里的钱，家人也能用"
    lead="职工医保个人账户里的钱，可以帮父母、爱人、孩子看病买药，也可以帮他们缴居民医保。这就是“家庭共济”。"
  >
    <div className="actions welcome-action">
      <a className="button button-main button-large" href={signInHref('/')}>
        登录
      </a>
      <Link className="button button-large" href="/start">
        开始之前先看一眼
      </Link>
      <p className="hint">用医保电子凭证登录。登录后才会看到您自己的账户。</p>
    </div>
    <section className="welcome-uses" aria-labelledby="uses">
      <h2 id="uses">能办什么</h2>
      <ul>
        {uses.map(({ title, text }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
    <section className="welcome-needs" aria-labelledby="needs">
      <h2 id="needs">需要什么</h2>
      <ul>
        {needs.map(([name, text]) => (
          <li key={name}>
            <CheckIcon />
            <p>
              <strong>{name}</strong>
              {text}
            </p>
          </li>
        ))}
      </ul>
    </section>
    <TwoAccounts />
  </Page>
);
