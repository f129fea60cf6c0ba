// A policy file as YAML with its mistakes in place: underlined, marked at the line, told by F8 and read aloud from the list below.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import type { Diagnostic } from '@codemirror/lint';
import { unifiedMergeView } from '@codemirror/merge';
import { Annotation, EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';

interface Mark {
  line: number;
  column: number;
  message: string;
}

export interface EditorHandle {
  /** Puts the cursor at the place and shows it. */
  goTo: (place: { line: number; column: number }) => void;
}

interface YamlEditorProps {
  label: string;
  value: string;
  isReadOnly: boolean;
  /** What is published: where nothing can be edited, the lines that differ from it are shown against it. */
  published: string;
  marks: readonly Mark[];
  onChange: (text: string) => void;
  ref: Ref<EditorHandle>;
}

/** Marks a text that the page itself put in. */
const fromPage = Annotation.define<true>();

const phrases = EditorState.phrases.of({
  '$ unchanged lines': '$ 行没有改动',
  'No diagnostics': '没有错误',
  Diagnostics: '错误',
  close: '关闭',
  'current match': '当前位置',
});

function offsetOf(state: EditorState, { line, column }: { line: number; column: number }): number {
  const found = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  return Math.min(found.from + column - 1, found.to);
}

function diagnosticOf(state: EditorState, mark: Mark): Diagnostic {
  const from = offsetOf(state, mark);
  const end = state.doc.lineAt(from).to;
  const word = /^[^\s,:}\]]+/.exec(state.sliceDoc(from, end))?.[0].length ?? 0;
  return { from, to: Math.min(from + Math.max(word, 1), end), severity: 'error', message: mark.message };
}

export function YamlEditor({ label, value, isReadOnly, published, marks, onChange, ref }: YamlEditorProps) {
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const change = useRef(onChange);
  const first = useRef(value);
  useEffect(() => {
    change.current = onChange;
    first.current = value;
  });

  useEffect(() => {
    if (!parent.current) return undefined;
    const made = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        // There from the start, so that lines which did not change are folded.
        doc: first.current,
        extensions: [
          ...[lineNumbers(), lintGutter(), history(), drawSelection(), highlightActiveLine(), yaml()],
          ...[bracketMatching(), syntaxHighlighting(defaultHighlightStyle), phrases],
          // Tab is not taken: it leaves the editor, as everywhere on the page.
          keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
          EditorView.contentAttributes.of({
            'aria-label': label,
            'aria-describedby': 'yaml-hint',
            'aria-readonly': String(isReadOnly),
            tabindex: '0',
          }),
          EditorState.readOnly.of(isReadOnly),
          ...(isReadOnly
            ? [unifiedMergeView({ original: published, mergeControls: false, collapseUnchanged: {} })]
            : []),
          EditorView.editable.of(!isReadOnly),
          EditorView.updateListener.of((update) => {
            const isTyped = update.transactions.every((one) => one.annotation(fromPage) === undefined);
            if (update.docChanged && isTyped) change.current(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, [label, isReadOnly, published]);

  useEffect(() => {
    const made = view.current;
    if (!made || made.state.doc.toString() === value) return;
    made.dispatch({
      changes: { from: 0, to: made.state.doc.length, insert: value },
      annotations: fromPage.of(true),
    });
  }, [value, label, isReadOnly, published]);

  useEffect(() => {
    const made = view.current;
    made?.dispatch(
      setDiagnostics(
        made.state,
        marks.map((mark) => diagnosticOf(made.state, mark)),
      ),
    );
  }, [marks, label, isReadOnly, published]);

  useImperativeHandle(ref, () => ({
    goTo(place) {
      const made = view.current;
      if (!made) return;
      const anchor = offsetOf(made.state, place);
      made.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      made.focus();
    },
  }));

  return (
    <>
      <div ref={parent} className="yaml-editor" />
      <p id="yaml-hint" className="quiet">
        {isReadOnly
          ? '这一份现在不能修改；绿色是草稿加上的，红色是草稿去掉的，没有改动的行收起来了。'
          : 'F8 跳到下一处错误；Tab 离开编辑框；Ctrl+Z 撤销。'}
      </p>
    </>
  );
}
