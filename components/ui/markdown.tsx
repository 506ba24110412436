import ReactMarkdown, { type Components } from "react-markdown"
import remarkGfm from "remark-gfm"
import { safeLink } from "./prepare-safe-link"

const components: Components = {
  // The page owns h1 and h2.
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h5>{children}</h5>,
  h4: ({ children }) => <p className="font-strong">{children}</p>,
  h5: ({ children }) => <p className="font-strong">{children}</p>,
  h6: ({ children }) => <p className="font-strong">{children}</p>,
  a: ({ href, children }) =>
    href ? (
      <a href={href} rel="noopener noreferrer nofollow">
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
  // A picture from elsewhere would tell its owner who reads; it stays a link.
  img: ({ src, alt }) =>
    typeof src === "string" && src ? (
      <a href={src} rel="noopener noreferrer nofollow">
        Picture: {alt || src}
      </a>
    ) : (
      <span>{alt}</span>
    ),
  input: ({ checked }) => (
    <input
      type="checkbox"
      checked={checked === true}
      disabled
      readOnly
      aria-label={checked ? "Done" : "Open"}
    />
  ),
  table: ({ children }) => <table className="data">{children}</table>,
}

/** What people wrote, as GitHub-flavoured Markdown. HTML in it is shown as the text it is; links are checked. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="prose">
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        components={components}
        urlTransform={(url) => safeLink(url) ?? ""}
      >
        {text}
      </ReactMarkdown>
    </div>
  )
}
