// The sign-in page of the sample electronic credential: a form, and below it every person of the stories as a button.
import type { SamplePerson, SampleStaffRole } from '@gongji/sample';
import { samplePin } from '@gongji/sample';
import { html } from 'hono/html';
import { page } from '../page/page.ts';
import type { Html } from '../page/page.ts';
import type { KnownPeople } from '../people.ts';

const roleText: Record<SampleStaffRole, string> = {
  reviewer: '审核员',
  'window-clerk': '窗口经办员',
  cashier: '收费员',
  auditor: '稽核员',
  supervisor: '主管',
  finance: '财务',
  'policy-officer': '政策管理员',
  administrator: '管理员',
};

export function signInPage(
  known: KnownPeople,
  options: { uid: string; entry: string; problem?: string | undefined },
) {
  const action = `/sign-in/${options.uid}`;
  const invalid = options.problem ? html`aria-invalid="true" aria-describedby="problem"` : '';
  return page({
    title: '医保电子凭证登录（示例）',
    problem: options.problem,
    content: html`<form class="card" method="post" action="${action}">
        <label for="entry">身份证号、人员编号或工号</label>
        <input
          id="entry"
          name="entry"
          type="text"
          autocomplete="username"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="32"
          value="${options.entry}"
          ${invalid}
          required
        />
        <label for="pin">口令</label>
        <p class="hint" id="pin-hint">6 位数字，示例人物的口令都是 ${samplePin}</p>
        <input
          id="pin"
          name="pin"
          type="password"
          inputmode="numeric"
          autocomplete="current-password"
          maxlength="6"
          aria-describedby="pin-hint"
          required
        />
        <button class="main" type="submit">登录</button>
      </form>
      <form method="post" action="${action}">
        <h2>示例人物（仅供试用）</h2>
        <p class="quiet">点一下名字就能登录，不用填写。</p>
        <nav aria-label="示例人物分组">
          ${families(known.people).map(([family]) => html`<a href="#${family}">${family}</a>`)}
          <a href="#staff">工作人员</a>
        </nav>
        ${familySections(known.people)}
        <h2 id="staff">工作人员（仅供试用）</h2>
        ${staffSections(known)}
      </form>`,
  });
}

function families(people: SamplePerson[]): [string, SamplePerson[]][] {
  const withStory = people.filter((person) => person.family !== undefined);
  return grouped(withStory, (person) => person.family ?? '');
}

function familySections(people: SamplePerson[]): Html[] {
  return families(people).map(
    ([family, members]) =>
      html`<h3 id="${family}">${family}（${members[0]?.areaName ?? ''}）</h3>
        <ul class="plain pairs">
          ${members.map((person) => accountButton(person.personNo, person.name, person.role ?? ''))}
        </ul>`,
  );
}

function staffSections(known: KnownPeople): Html[] {
  return grouped(known.staff, (staff) => staff.areaName).map(
    ([areaName, members]) =>
      html`<h3>${areaName}</h3>
        <ul class="plain pairs">
          ${members.map((staff) =>
            accountButton(
              staff.staffNo,
              staff.name,
              `${roleText[staff.role]} ${known.institutionName(staff)}`,
            ),
          )}
        </ul>`,
  );
}

function accountButton(id: string, name: string, story: string): Html {
  return html`<li>
    <button class="person" type="submit" name="account" value="${id}">
      <strong>${name}</strong> <span>${story}</span>
    </button>
  </li>`;
}

function grouped<Item>(items: Item[], nameOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item]);
  return [...groups];
}
