"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useFormatter, useTranslations } from "use-intl";
import { useAgo } from "@/components/annotate/tags/ago";
import { usePersonName } from "@/components/annotate/tags/names";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { usePage } from "@/components/reader/panels";
import { CommentText } from "@/components/reader/threads/comment-text";
import { EditComment } from "@/components/reader/threads/edit-comment";
import { NewComment } from "@/components/reader/threads/new-comment";
import { useCopyLink } from "@/components/reader/use-address";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { dayAndClock } from "@/components/values/clock";
import type { Comment, Thread } from "@/domain/discussion/thread";
import type { CommentId } from "@/domain/ids";
import type { Prose } from "@/domain/prose/prose";
import { quoteOf } from "@/domain/text/segment";

/** One thread: what was said, by whom; reply, resolve, reopen, copy its address. */
export function ThreadCard({ thread, asked = false }: { thread: Thread; asked?: boolean }) {
  const t = useTranslations("panels.threads");
  const copy = useCopyLink();
  const desk = useDesk();

  const mayDiscuss = useReader((state) => state.me.mayDiscuss);
  const [replying, setReplying] = useState(false);
  const [editing, setEditing] = useState<CommentId | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  const reply = useRef<HTMLButtonElement>(null);
  const resolved = thread.state === "resolved";
  const shut = resolved && !unfolded && !asked;

  useAsked(asked, card);

  const toReply = () => {
    flushSync(() => setReplying(false));
    reply.current?.focus();
  };

  return (
    <div
      ref={card}
      tabIndex={-1}
      data-thread={thread.id}
      className={`flex flex-col gap-2 rounded-3 border bg-paper px-3 py-2.5 ${asked ? "border-accent" : "border-line"}`}
    >
      <Passage thread={thread} />
      {(shut ? thread.comments.slice(0, 1) : thread.comments).map((comment) => (
        <OneComment
          key={comment.id}
          comment={comment}
          shut={shut}
          editing={editing === comment.id}
          onEdit={() => setEditing(comment.id)}
          onDone={(words) => {
            if (words !== null) desk.editComment(thread.id, comment.id, words);
            flushSync(() => setEditing(null));
            card.current?.querySelector<HTMLElement>(`[data-edit="${comment.id}"]`)?.focus();
          }}
        />
      ))}
      {resolved ? <Resolved thread={thread} shut={shut} onUnfold={() => setUnfolded(true)} /> : null}
      {replying ? (
        <NewComment
          autoFocus
          draft={`reply:${thread.id}`}
          label={t("reply")}
          placeholder={t("replyPlaceholder")}
          onSend={(words) => {
            desk.reply(thread.id, words);
            toReply();
          }}
          onLeave={toReply}
        />
      ) : null}
      <div className="flex items-center gap-1.5">
        {mayDiscuss && !replying && !resolved ? (
          <Button ref={reply} size="small" onClick={() => setReplying(true)}>
            {t("reply")}
          </Button>
        ) : null}
        {mayDiscuss ? (
          <Button size="small" onClick={() => desk.setThreadState(thread.id, resolved ? "open" : "resolved")}>
            {resolved ? t("reopen") : t("resolve")}
          </Button>
        ) : null}
        <span className="grow" />
        <IconButton
          size="small"
          className="size-7 px-0"
          label={t("copy")}
          icon={<Icon name="copy" />}
          onClick={() => copy({ thread: thread.id })}
        />
      </div>
    </div>
  );
}

/** The words that the thread is about; a press shows them in the text. */
function Passage({ thread }: { thread: Thread }) {
  const t = useTranslations("panels.threads");
  const page = usePage();
  return thread.target.on === "passage" ? (
    <button
      type="button"
      dir="auto"
      aria-label={t("show")}
      className="line-clamp-2 border-s-2 border-line-strong ps-2 text-start font-serif text-ink-2"
      onClick={() => thread.target.on === "passage" && page.show(thread.target.anchor.segments)}
    >
      {quoteOf(thread.target.anchor.segments)}
    </button>
  ) : null;
}

/** Brings a thread that was asked for into view. */
function useAsked(asked: boolean, card: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    if (!asked) return;
    card.current?.scrollIntoView({ block: "nearest" });
    // Where the box that began it took the keyboard with it.
    if (document.activeElement === document.body) card.current?.focus({ preventScroll: true });
  }, [asked, card.current?.scrollIntoView, card.current?.focus]);
}

type Editing = { shut: boolean; editing: boolean; onEdit: () => void; onDone: (words: string | Prose | null) => void };

/** What somebody said, and when; its author may change it. */
function OneComment({ comment, shut, editing, onEdit, onDone }: Editing & { comment: Comment }) {
  const t = useTranslations("panels.threads");
  const format = useFormatter();
  const ago = useAgo();
  const nameOf = usePersonName();
  const mayEdit = useReader(({ me }) => me.mayDiscuss && comment.by === me.id);
  return (
    <div>
      <p className="flex items-baseline gap-1.5">
        <span className="inline-block font-semibold first-letter:uppercase">{nameOf(comment.by)}</span>
        <time
          dateTime={comment.at}
          title={format.dateTime(new Date(comment.at), dayAndClock)}
          className="text-tiny text-ink-3"
        >
          {ago(comment.at)}
        </time>
        {comment.editedAt ? <span className="text-tiny text-ink-3">{t("edited")}</span> : null}
        {mayEdit && !editing && !shut ? (
          <button type="button" data-edit={comment.id} className="link text-tiny" onClick={onEdit}>
            {t("edit")}
          </button>
        ) : null}
      </p>
      {editing ? (
        <EditComment comment={comment} onDone={onDone} />
      ) : shut ? (
        <p dir="auto" className="line-clamp-1 whitespace-pre-wrap text-ink-2">
          {comment.body}
        </p>
      ) : (
        <CommentText comment={comment} />
      )}
    </div>
  );
}

function Resolved({ thread, shut, onUnfold }: { thread: Thread; shut: boolean; onUnfold: () => void }) {
  const t = useTranslations("panels.threads");
  const nameOf = usePersonName();
  return (
    <p className="flex items-center gap-1.5 text-tiny text-ink-3">
      <Icon name="check" className="size-3.5 text-ok" />
      {t("resolvedBy", { name: nameOf(thread.resolvedBy ?? "") })}
      {shut && thread.comments.length > 1 ? (
        <button type="button" className="link" onClick={onUnfold}>
          +{thread.comments.length - 1}
        </button>
      ) : null}
    </p>
  );
}
