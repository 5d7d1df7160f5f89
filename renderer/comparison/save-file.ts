/** Hands a file to the browser to keep; it asks where, or puts it among the downloads. */
export function saveFile(named: { readonly name: string; readonly type: string; readonly content: BlobPart }): void {
  const url = URL.createObjectURL(new Blob([named.content], { type: named.type }))
  const link = document.createElement('a')
  link.href = url
  link.download = named.name
  link.click()
  // Not at once: the browser may read it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
