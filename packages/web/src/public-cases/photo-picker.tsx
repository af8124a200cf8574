/** @jsxImportSource preact */
import { filingFilesAtMost } from "@mainstay/domain/public-case/filing-limit";
import type { Locale } from "@mainstay/phrases/locale";
import { publicCaseWords } from "@mainstay/phrases/public-case/public-case-words";
import { useEffect, useState } from "preact/hooks";
import { fileMegabytesAtMost, judgeFiles } from "./photo-choice.ts";

interface PhotoPickerProps {
  readonly locale: Locale;
  readonly files: readonly File[];
  readonly change: (files: File[]) => void;
}

/** Photos and PDFs to go with a case: seen before they are sent, refused at once when too large. */
export const PhotoPicker = ({ locale, files, change }: PhotoPickerProps) => {
  const words = publicCaseWords[locale].filing;
  const [refused, setRefused] = useState<readonly string[]>([]);
  return (
    <div class="field">
      <label for="photos">{words.photos}</label>
      <p id="photos-hint" class="soft small">
        {words.photosHint(filingFilesAtMost, fileMegabytesAtMost)}
      </p>
      {files.length > 0 ? (
        <ul class="photos">
          {files.map((file, i) => (
            <Photo
              key={`${file.name}${file.size}${file.lastModified}`}
              file={file}
              label={words.removePhoto(file.name)}
              remove={() => change(files.filter((_, at) => at !== i))}
            />
          ))}
        </ul>
      ) : null}
      {files.length < filingFilesAtMost ? (
        <label class="button wide">
          {words.addPhoto}
          <input
            id="photos"
            class="unseen"
            type="file"
            multiple
            accept="image/*,application/pdf"
            aria-describedby="photos-hint"
            onChange={(event) => {
              const judged = judgeFiles(files, [...(event.currentTarget.files ?? [])], words);
              // The same file can be chosen again after it was removed.
              event.currentTarget.value = "";
              setRefused(judged.refused);
              change(judged.files);
            }}
          />
        </label>
      ) : null}
      {refused.length > 0 ? (
        <div role="alert">
          {refused.map((why) => (
            <p key={why} class="small wrong-words">
              {why}
            </p>
          ))}
        </div>
      ) : null}
    </div>
  );
};

const Photo = ({ file, label, remove }: { file: File; label: string; remove: () => void }) => {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file.type.startsWith("image/")) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <li>
      {url ? <img src={url} alt="" /> : <span class="paper">PDF</span>}
      <span class="name small">
        {file.name}
        <span class="soft number"> {(file.size / 1024 / 1024).toFixed(1)} MB</span>
      </span>
      <button type="button" class="quiet" aria-label={label} onClick={remove}>
        ✕
      </button>
    </li>
  );
};
